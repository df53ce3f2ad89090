import type { ContractOperation } from '../../contract/operations.js';
import { succeeds, triggers, type Trigger } from '../../requests/triggers.js';
import type { StepOutput, Workflow } from '../files/workflow-file.js';

/** One request of the walk, and the documented response that it is to get. */
export interface Step {
  operation: ContractOperation;
  trigger: Trigger;
  /** What the request does to get the response, in a few words: the name of its examples, or `no credentials`. */
  name: string;
  /** Whether the request may change something: its method is not safe (RFC 9110, section 9.2.1), or it has a body. */
  changes: boolean;
}

/** The workflow of a description that has none. */
export const noWorkflow: Workflow = { order: [], outputs: [] };

/**
 * Lists the requests of a walk: each trigger of each documented response. The operations come in the order of the workflow,
 * those that it does not name last; in each of them the failures come first, which leave everything as it was.
 *
 * @param only Operations, responses or examples to leave the others out: `operationId`, `operationId.status`,
 *   `operationId.example`. What hands a value on to one of them stays in. Default: everything.
 * @returns The steps, and what in `only` names none.
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

/** Whether a step is meant by a name of `--only`, or of `skip` in a file of values. */
export function isNamed({ operation, trigger, name }: Step, wanted: string): boolean {
  const { operationId } = operation.documented;
  return [operationId, `${operationId}.${trigger.response}`, `${operationId}.${name}`].includes(wanted);
}

/** Whether a step is to succeed. */
export function isSuccess({ trigger }: Step): boolean {
  return succeeds(trigger);
}

/** Whether a method may change something (RFC 9110, section 9.2.1). */
export function isUnsafe(method: string): boolean {
  return !['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(method);
}

/** The operations that hand values on to others, also by way of further ones. */
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
