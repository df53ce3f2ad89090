import type { ContractOperation } from '../../contract/operations.js';
import { succeeds, triggers, type Trigger } from '../../requests/triggers.js';
import type { StepOutput, Workflow } from '../files/workflow-file.js';

/** A request of the walk and the documented response that it should get. */
export interface Step {
  operation: ContractOperation;
  trigger: Trigger;
  /** How the request triggers the response: the name of its examples, or a phrase such as `no credentials`. */
  name: string;
  /** Whether the request may change something: its method is not safe (RFC 9110, section 9.2.1), or it has a body. */
  changes: boolean;
}

/** The workflow of a description without one. */
export const noWorkflow: Workflow = { order: [], outputs: [] };

/**
 * Lists the requests of a walk: all triggers of all documented responses. The operations are in the order of the workflow,
 * those that it does not name last. Within an operation, failures come before successes, because they change nothing.
 *
 * @param only Operations, responses or examples to select: `operationId`, `operationId.status`, `operationId.example`.
 *   Operations that they need values of are included. Default: everything.
 * @returns The steps, and the names in `only` that match none.
 */
export function planWalk(
  operations: ContractOperation[],
  workflow: Workflow,
  only: string[] = [],
): { steps: Step[]; unknown: string[] } {
  const all = inOrder(operations, workflow.order).flatMap(stepsOf);
  const unknown = only.filter((name) => !all.some((step) => isNamed(step, name)));
  if (only.length === 0) return { steps: all, unknown };
  const chosen = new Set(all.filter((step) => only.some((name) => isNamed(step, name))));
  const needed = operationsNeededBy(
    new Set([...chosen].map(({ operation }) => operation.documented.operationId)),
    workflow.outputs,
  );
  return {
    steps: all.filter((step) => chosen.has(step) || (needed.has(step.operation.documented.operationId) && isSuccess(step))),
    unknown,
  };
}

/** Whether a name of `--only`, or of `skip` in a values file, matches a step. */
export function isNamed({ operation, trigger, name }: Step, wanted: string): boolean {
  const { operationId } = operation.documented;
  return [operationId, `${operationId}.${trigger.response}`, `${operationId}.${name}`].includes(wanted);
}

/** Whether a step should succeed. */
export function isSuccess({ trigger }: Step): boolean {
  return succeeds(trigger);
}

/** Whether a method may change something (RFC 9110, section 9.2.1). */
export function isUnsafe(method: string): boolean {
  return !['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(method);
}

/** The operations whose values the given ones need, directly or indirectly. */
export function operationsNeededBy(takers: Set<string>, outputs: StepOutput[]): Set<string> {
  const needed = new Set<string>();
  const pending = [...takers];
  for (let taker = pending.pop(); taker !== undefined; taker = pending.pop()) {
    for (const { from } of outputs.filter(({ to }) => to === taker)) {
      if (needed.has(from)) continue;
      needed.add(from);
      pending.push(from);
    }
  }
  return needed;
}

function inOrder(operations: ContractOperation[], order: string[]): ContractOperation[] {
  const place = ({ documented }: ContractOperation): number => {
    const index = order.indexOf(documented.operationId);
    return index < 0 ? order.length : index;
  };
  return [...operations].sort((one, other) => place(one) - place(other));
}

function stepsOf(operation: ContractOperation): Step[] {
  const { documented, description } = operation;
  const changes = isUnsafe(documented.method) || documented.requestBody !== undefined;
  const steps = triggers(description, documented).map((trigger): Step => {
    const { by } = trigger;
    return { operation, trigger, changes, name: 'name' in by ? by.name : by.kind };
  });
  return [...steps.filter((step) => !isSuccess(step)), ...steps.filter(isSuccess)];
}
