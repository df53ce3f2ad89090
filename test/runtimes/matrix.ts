import { description as client } from '../../generated/operations.js';
import { documentedOperations } from '../../src/description/operations.js';
import type { Description } from '../../src/description/types.js';
import type { Row } from '../../src/build/generate/readme-tables.js';
import { proofs, type Proof } from '../../src/build/generate/proofs.js';
import type { DispatcherTask } from './dispatchers.js';
import { startRecorder, type Behavior, type Recorder } from './recorder.js';

/** A call that a runtime makes. */
interface Task {
  baseUrl: string;
  operationId: string;
  init: object;
  options: object;
}

/** How the call ended. */
interface TaskResult {
  status?: number;
  error?: string;
  message?: string;
  body?: string;
}

/** Runs the tasks in a runtime. */
export type RunTasks = (tasks: Task[]) => Promise<TaskResult[]>;

const bodyOfGet = '{"email":"jürgen+😀@projectthanos.com"}';
const token = 'a0f17278bed479ee719ea890b8caf0329e1f3e5b';

/**
 * Tests the features of the client in a runtime.
 *
 * @param mockUrl The URL of the mock. Each operation is called once and must succeed.
 * @returns The cells of the row. Each is `✓`, names what the client does instead by design, or is `✗` with the error.
 */
export async function tryClient(description: Description, mockUrl: string, runTasks: RunTasks): Promise<Row> {
  const successes = documentedOperations(description).flatMap(({ operationId }) => successOf(description, operationId));
  const withGetBody = successes.find(({ operation }) => operation.method === 'GET' && operation.requestBody);
  const recorded = withGetBody ?? successes.find(({ operation }) => client.operations[operation.operationId]?.credential);
  if (!recorded) throw new Error('The description has no operation that requires a token: nothing shows how it is sent.');
  const recorder = await startRecorder(recorded.trigger.status);
  const { operationId } = recorded.operation;
  const at = (behavior: string, options: object = {}, init: object = initOf(recorded)): Task => ({
    baseUrl: `${recorder.url}/${behavior}`,
    operationId,
    init: { ...init, token },
    options,
  });
  const bodiless = { ...initOf(recorded), body: undefined };
  const plain = successes.map((proof) => ({
    baseUrl: mockUrl,
    operationId: proof.operation.operationId,
    init: { ...initOf(proof), ...(proof.operation.method === 'GET' && { body: undefined }) },
    options: {},
  }));
  try {
    const results = await runTasks([
      ...plain,
      at('success', {}, { ...bodiless, body: bodyOfGet }),
      at('busy-once', { retries: 1 }, bodiless),
      at('silent', { timeoutMs: 500 }, bodiless),
      at('token', {}, bodiless),
      at('error-body', {}, bodiless),
    ]);
    const [getBody = {}, retry = {}, timeout = {}, tokenSent = {}, errorBody = {}] = results.slice(plain.length);
    const calls = successes.map(({ trigger }, index) => results[index]?.status === trigger.status);
    const credential = client.operations[operationId]?.credential;
    return {
      'each operation': mark(
        !calls.includes(false),
        results.find((_, index) => calls[index] === false),
      ),
      'GET with a body': getBodyCell(recorder, getBody),
      retry: mark(retry.status === recorded.trigger.status && recorder.received('busy-once').length === 2, retry),
      'time limit': mark(timeout.error === 'TimeoutError', timeout),
      token: mark(recorder.received('token')[0]?.authorization === `${credential?.prefix ?? ''}${token}`, tokenSent),
      'error body': mark(errorBody.error === 'UndocumentedStatusError' && errorBody.body === '{"detail":"no tea"}', errorBody),
    };
  } finally {
    recorder.server.closeAllConnections();
    recorder.server.close();
  }
}

/** The call for the agents of undici: the operation with a GET body. */
export function dispatcherTask(description: Description): DispatcherTask {
  const [proof] = documentedOperations(description)
    .filter(({ method, requestBody }) => method === 'GET' && requestBody)
    .flatMap(({ operationId }) => successOf(description, operationId));
  if (!proof) throw new Error('The description has no operation that takes a body with GET: there is nothing to try.');
  const { operationId } = proof.operation;
  return { operationId, init: { ...initOf(proof), body: undefined }, body: bodyOfGet, status: proof.trigger.status };
}

/** The first successful request; empty if the description has no example of one. */
function successOf(description: Description, operationId: string): Proof[] {
  return proofs(description)
    .filter(({ operation, channel, trigger }) => {
      return operation.operationId === operationId && channel === 'client' && trigger.status < 300;
    })
    .slice(0, 1);
}

function initOf({ request }: Proof): object {
  if (!request) return {};
  const params: Record<string, Record<string, unknown>> = {};
  for (const { in: place, name, value } of request.parameters) (params[place] ??= {})[name] = value;
  return { params, token: request.token, body: request.body?.json ?? request.body?.text };
}

/** Either the whole body arrives, or the client refuses it and nothing arrives. Anything else is an error. */
function getBodyCell(recorder: Recorder, result: TaskResult): string {
  const received = recorder.received('success' satisfies Behavior);
  if (result.error === 'UnsupportedBodyError' && received.length === 0) return 'refused';
  return mark(received.length === 1 && received[0]?.body === bodyOfGet && result.status !== undefined, result);
}

function mark(isRight: boolean, result: TaskResult | undefined): string {
  return isRight ? '✓' : `✗ ${JSON.stringify(result)}`;
}
