import { onceFor } from '../../description/once-for.js';
import { statusCode, successKey } from '../../description/statuses.js';
import { problem, type MockResponse } from '../../contract/message/response.js';
import type { Violation } from '../../contract/message/violation.js';
import type { ContractOperation } from '../../contract/operations.js';
import { responseViolations } from '../../contract/response/response-violations.js';
import { acceptable } from './prism/accept-header.js';
import { attempt, type Choice, type RequestWithValue } from './prism/attempt.js';
import type { ResponseChoice } from './prism/prism-types.js';
import { whenReady, type Soon } from '../when-ready.js';
import type { MeasuredRequest } from './response-source.js';

/** A response that was made from the description, and how it still differs from the description. */
export interface MadeResponse {
  response: MockResponse;
  violations: Violation[];
}

/** The most responses of an operation that are kept. No application uses more. */
const mostMade = 100;

/** The responses that were already made, by what they depend on. */
const madeBefore = onceFor<ContractOperation, Map<string, MadeResponse>>(() => new Map());

/**
 * Makes a response with Prism and serializes it. A response that is not dynamic depends only on the choice and the accepted
 * media types, so it is made once and kept.
 *
 * @param choice Which response to make. Default: the success response, with its first example.
 * @param generator Options of json-schema-faker.
 */
export function makeResponse(
  { operation, request, body }: Pick<MeasuredRequest, 'operation' | 'request' | 'body'>,
  choice: ResponseChoice,
  generator: Record<string, unknown>,
): Soon<MadeResponse> {
  const code = choice.code ?? usualStatus(operation);
  const { accept } = request.headers;
  const known = madeBefore(operation);
  const key = JSON.stringify([code, choice.exampleKey, choice.ignoreExamples, accept]);
  // For an operation with callbacks, Prism needs the values of each request.
  const isConstant = !choice.dynamic && operation.documented.operation.callbacks === undefined;
  const before = isConstant ? known.get(key) : undefined;
  if (before) return before;
  const made =
    code === undefined
      ? explained(501, 'This operation documents no response: add one to its "responses".')
      : make(operation, { ...request, value: body?.value }, { ...choice, code }, generator);
  return whenReady(made, (one) => {
    if (isConstant && known.size < mostMade) known.set(key, one);
    return one;
  });
}

/** The status code of the success response (`successKey`), 200 for `default`; else the lowest documented one. */
function usualStatus({ responses }: ContractOperation): number | undefined {
  const keys = responses.map(({ key }) => key);
  const success = successKey(keys);
  if (success !== undefined) return success === 'default' ? 200 : statusCode(success);
  const statuses = keys.map(statusCode).filter((status) => status >= 200);
  return statuses.length > 0 ? Math.min(...statuses) : undefined;
}

function make(
  operation: ContractOperation,
  request: RequestWithValue,
  choice: Choice,
  generator: Record<string, unknown>,
): Soon<MadeResponse> {
  const accept = acceptable(request.headers.accept);
  const { response, reason } = attempt(operation, request, accept, choice, generator);
  if (response) {
    const found = sentViolations(operation, response, request.method);
    return whenReady(found, (violations) => ({ response, violations }));
  }
  if (accept !== undefined && attempt(operation, request, undefined, choice, generator).response) {
    return explained(406, 'The response has no media type that the header Accept takes: send "Accept: */*" or leave it out.');
  }
  const { operationId } = operation.documented;
  const why = reason === undefined ? '' : ` (${reason})`;
  return explained(
    500,
    `The response ${choice.code} of ${operationId} cannot be made from its schema${why}: add an example to it.`,
  );
}

function explained(status: number, detail: string): MadeResponse {
  return { response: problem(status, detail), violations: [] };
}

/**
 * Checks a response of the mock against the description, since an example may break it, and the generator may not satisfy a
 * schema.
 *
 * @param method The method of the request. Default: that of the operation.
 */
export function sentViolations(
  operation: ContractOperation,
  { status, headers, body = '' }: MockResponse,
  method?: string,
): Soon<Violation[]> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return responseViolations(operation, { status, headers, body: bytes }, method);
}
