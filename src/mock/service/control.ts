import { isObject } from '../../description/json-value.js';
import { InputError } from '../../command/input-error.js';
import { keyOf, type NextResponses } from '../making/next-responses.js';
import { exampleNames, isDocumented } from '../making/preferred-response.js';
import { parseJson } from '../../contract/body/body.js';
import type { NextResponse } from '../making/prefer.js';
import type { MockRequest } from '../../contract/message/request.js';
import { problem, type MockResponse } from '../../contract/message/response.js';
import type { ContractOperation } from '../../contract/operations.js';

/** Paths below this are for the mock itself, unless the description has such a path. */
const prefix = '/_mock/';

/** A queued response, the operation that it is for, and the key that a request must have. An empty key means no key. */
export type QueuedResponse = NextResponse & { operationId: string; key: string };

/**
 * Queues responses for the next requests of operations.
 *
 * @throws InputError when an operation or a response does not exist. Then nothing is queued.
 */
export function queueNext(next: NextResponses, operations: ContractOperation[], responses: QueuedResponse[]): void {
  for (const response of responses) assertPossible(operations, response);
  for (const { operationId, key, ...response } of responses) next.add(operationId, response, key);
}

function assertPossible(operations: ContractOperation[], queued: QueuedResponse): void {
  const { operationId, code, example, undocumented, disconnect } = queued;
  const operation = operations.find(({ documented }) => documented.operationId === operationId);
  if (!operation) {
    const known = operations.map(({ documented }) => documented.operationId).join(', ');
    throw new InputError(`There is no operation "${operationId}": use one of ${known}.`);
  }
  if (example !== undefined && !exampleNames(operation).includes(example)) {
    throw new InputError(
      `The operation ${operationId} has no example "${example}": use one of ${exampleNames(operation).join(', ')}.`,
    );
  }
  if (code !== undefined && !(Number.isInteger(code) && code >= 200 && code <= 599)) {
    throw new InputError(`The status ${code} is no status of a response: use 200 to 599.`);
  }
  if (code !== undefined && !undocumented && !isDocumented(operation, code)) {
    throw new InputError(
      `The operation ${operationId} does not document the status ${code}: add "undocumented: true" to send it.`,
    );
  }
  if (code === undefined && example === undefined && !disconnect) {
    throw new InputError('Say which response comes next: give "example", "code" or "disconnect".');
  }
}

/**
 * Responds to requests for the mock itself: `POST /_mock/next` queues a response, and `DELETE /_mock/next` empties the queue.
 *
 * @returns A function that returns `undefined` for all other requests.
 */
export function control(
  next: NextResponses,
  operations: () => ContractOperation[],
): (request: MockRequest) => MockResponse | undefined {
  return (request) => {
    if (!request.path.startsWith(prefix) || operations().some(({ path }) => path.startsWith(prefix))) return undefined;
    if (request.path !== `${prefix}next`) return problem(404, `Path not found. The mock itself takes ${prefix}next.`);
    if (request.method === 'DELETE') {
      next.clear(keyOf(request.headers) || undefined);
      return { status: 204, headers: {}, body: undefined };
    }
    if (request.method !== 'POST')
      return problem(405, `This path takes POST or DELETE, not ${request.method}.`, {}, { allow: 'POST, DELETE' });
    try {
      queueNext(next, operations(), readNext(request));
      return { status: 204, headers: {}, body: undefined };
    } catch (error) {
      if (error instanceof InputError || error instanceof RangeError) return problem(400, error.message);
      throw error;
    }
  };
}

const expected = 'Send JSON such as {"operationId": "…", "example": "…"}, or a list of such objects.';

function readNext({ body, headers }: MockRequest): QueuedResponse[] {
  const { value } = parseJson(Buffer.from(body).toString());
  return [value].flat().map((one) => {
    if (!isObject(one)) throw new InputError(expected);
    const { operationId, example, code, undocumented, disconnect, key = keyOf(headers) } = one;
    const isValid =
      typeof operationId === 'string' &&
      typeof key === 'string' &&
      (example === undefined || typeof example === 'string') &&
      (code === undefined || typeof code === 'number');
    if (!isValid) throw new InputError(expected);
    return {
      operationId,
      key,
      ...(typeof example === 'string' && { example }),
      ...(typeof code === 'number' && { code }),
      ...(undocumented === true && { undocumented }),
      ...(disconnect === true && { disconnect }),
    };
  });
}
