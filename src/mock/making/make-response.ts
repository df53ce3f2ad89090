import { onceFor } from '../../description/once-for.js';
import { statusCode, successKey } from '../../description/statuses.js';
import { without } from '../../contract/message/headers.js';
import type { MockRequest } from '../../contract/message/request.js';
import { problem, type MockResponse } from '../../contract/message/response.js';
import type { Violation } from '../../contract/message/violation.js';
import type { ContractOperation } from '../../contract/operations.js';
import { documentedResponse, responseViolations } from '../../contract/response/response-violations.js';
import { acceptable } from './prism/accept-header.js';
import { prismOperation } from './prism/prism-operation.js';
import type { MadeOutput, PrismContent, PrismRequest, ResponseChoice } from './prism/prism-types.js';
import { NoValidValue, validResponse } from './prism/valid-response.js';
import { whenReady, type Soon } from '../when-ready.js';
import type { MeasuredRequest } from './response-source.js';
import { writeResponse } from './write-response.js';

/** A response that was made from the description, and how it still differs from the description. */
export interface MadeResponse {
  response: MockResponse;
  violations: Violation[];
}

/** The most responses of an operation that are kept. No application uses more. */
const mostMade = 100;

/** A response that was already made, and what it depends on. */
interface Known {
  choice: ResponseChoice;
  accept: string | undefined;
  made: MadeResponse;
}

const madeBefore = onceFor<ContractOperation, Known[]>(() => []);

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
  // For an operation with callbacks, Prism needs the values of each request.
  const isConstant = !choice.dynamic && operation.documented.operation.callbacks === undefined;
  const known = madeBefore(operation);
  const { accept } = request.headers;
  const before = isConstant ? known.find((one) => one.accept === accept && isSame(one.choice, choice)) : undefined;
  if (before) return before.made;
  const code = choice.code ?? usualStatus(operation);
  const made =
    code === undefined
      ? explained(501, 'This operation documents no response: add one to its "responses".')
      : make(operation, { ...request, value: body?.value }, { ...choice, code }, generator);
  return whenReady(made, (one) => {
    if (isConstant && known.length < mostMade) known.push({ choice, accept, made: one });
    return one;
  });
}

/** Whether two choices give the same response, if the response is not dynamic. */
function isSame(one: ResponseChoice, other: ResponseChoice): boolean {
  return one.code === other.code && one.exampleKey === other.exampleKey && one.ignoreExamples === other.ignoreExamples;
}

/** The status code of the success response (`successKey`), 200 for `default`; else the lowest documented one. */
function usualStatus({ responses }: ContractOperation): number | undefined {
  const keys = responses.map(({ key }) => key);
  const success = successKey(keys);
  if (success !== undefined) return success === 'default' ? 200 : statusCode(success);
  const statuses = keys.map(statusCode).filter((status) => status >= 200);
  return statuses.length > 0 ? Math.min(...statuses) : undefined;
}

type RequestWithValue = MockRequest & { value: unknown };
type Choice = ResponseChoice & { code: number };

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

/** A response, or the reason why none could be made. */
interface Attempt {
  response?: MockResponse;
  /** The requirement of the schema for which no value was found. */
  reason?: string;
}

function attempt(
  operation: ContractOperation,
  request: RequestWithValue,
  accept: string | undefined,
  choice: Choice,
  generator: Record<string, unknown>,
): Attempt {
  const documented = documentedResponse(operation, choice.code);
  if (!documented) return {};
  const prism = prismOperation(operation, documented, choice.code, accept);
  let output: MadeOutput & { content?: PrismContent };
  try {
    output = validResponse(operation.schemas, prism, requestForPrism(request, accept), choice, generator);
  } catch (error) {
    return error instanceof NoValidValue && error.message !== '' ? { reason: error.message } : {};
  }
  // When no media type is acceptable, Prism returns the response without its body.
  const lacksBody = documented.media.length > 0 && !output.content && operation.method !== 'HEAD';
  return lacksBody ? {} : { response: writeResponse(operation, documented.headers.all, output) };
}

/** The request for Prism, which uses its values in callbacks. It is already validated. */
function requestForPrism({ method, path, query, headers, value }: RequestWithValue, accept: string | undefined): PrismRequest {
  const shown = without(headers, 'content-length', 'transfer-encoding', 'content-type', 'accept');
  return {
    method: method.toLowerCase(),
    url: { path, query },
    headers: { ...shown, ...(accept !== undefined && { accept }) },
    body: value,
  };
}
