import { connectionFailure } from '../command/connection-failure.js';
import type { ReceivedResponse } from '../contract/response/received-response.js';
import type { SampleRequest } from '../requests/sample-request.js';
import { handedOnTo, type Received } from './handed-on.js';
import { judge, type Verdict } from './judge.js';
import { isNamed, isSuccess, type Step } from './plan.js';
import { realRequest } from './real-request.js';
import { sendRequest } from './send-request.js';
import type { Values } from './values-file.js';
import type { HandedOn } from './workflow-file.js';

/** What a walk takes. */
export interface WalkOptions {
  steps: Step[];
  handedOn: HandedOn[];
  /** Where the server is, without a slash at the end. */
  server: string;
  values: Values;
  /** How long each response may take, in milliseconds. */
  timeoutMs: number;
  /** Whether requests that may change something are sent. */
  mayChange: boolean;
}

/** A step, and what became of it. */
export interface StepResult {
  step: Step;
  verdict: Verdict;
  /** From the request to the end of the response; 0 where nothing was sent. */
  milliseconds: number;
}

/** Sends the requests of a walk one after the other, and gives what became of each. Nothing is thrown for what a server does. */
export async function* walk(options: WalkOptions): AsyncGenerator<StepResult> {
  const { steps, mayChange, timeoutMs } = options;
  const received: Received = new Map();
  let unreachable: string | undefined;
  for (const step of steps) {
    const prepared = prepareStep(step, options, received);
    if (unreachable !== undefined || 'reason' in prepared || (step.changes && !mayChange)) {
      const ownReason = 'reason' in prepared ? prepared.reason : 'it may change something and was not confirmed (--yes).';
      yield { step, verdict: { kind: 'not triggered', reason: unreachable ?? ownReason }, milliseconds: 0 };
      continue;
    }
    const started = performance.now();
    const response = await sendRequest(prepared.request, timeoutMs).catch((error: unknown) => ({ error }));
    const milliseconds = performance.now() - started;
    if ('error' in response) {
      if (isUnreachable(response.error)) unreachable = 'the server cannot be reached.';
      const reasons = [`no response: ${connectionFailure(response.error)}.`];
      yield { step, verdict: { kind: 'differently', reasons, warnings: [] }, milliseconds };
      continue;
    }
    if (response.status >= 200 && response.status < 300) keep(received, step, response);
    yield { step, verdict: await judge(step, response), milliseconds };
  }
}

/** What a step would send. */
export function* rehearse(options: Omit<WalkOptions, 'timeoutMs' | 'mayChange'>): Generator<{ step: Step } & Prepared> {
  const given: Received = new Map();
  for (const step of options.steps) {
    yield { step, ...prepareStep(step, options, given, true) };
    if (isSuccess(step)) given.set(step.operation.documented.operationId, { headers: {}, body: undefined });
  }
}

/** The request of a step, or why there is none. */
export type Prepared = { request: SampleRequest } | { reason: string };

function prepareStep(
  step: Step,
  { handedOn, server, values }: Pick<WalkOptions, 'handedOn' | 'server' | 'values'>,
  received: Received,
  isRehearsal = false,
): Prepared {
  const skipped = skipReason(step, values);
  if (skipped !== undefined) return { reason: skipped };
  const { operation, trigger } = step;
  if (trigger.means.kind === 'preference') {
    return { reason: 'no example of the description leads to it, and only a mock can be asked for a status.' };
  }
  const parts = { description: operation.description, operation: operation.documented, trigger, server };
  const handed = handedOnTo(parts, handedOn, { received, given: values.replace, isRehearsal });
  if ('reason' in handed) return handed;
  const replace = new Map([...values.replace, ...handed.replace]);
  const request = realRequest({ ...parts, values: { credentials: values.credentials, replace } });
  return request ? { request } : { reason: 'an input that is required has no example in the description.' };
}

function skipReason(step: Step, { skip }: Values): string | undefined {
  return [...skip].find(([name]) => isNamed(step, name))?.[1];
}

function keep(received: Received, { operation }: Step, { headers, body }: ReceivedResponse): void {
  received.set(operation.documented.operationId, { headers, body: body && Buffer.from(body).toString() });
}

/** Whether no later request can get a response either. */
function isUnreachable(error: unknown): boolean {
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes((error as NodeJS.ErrnoException).code ?? '');
}
