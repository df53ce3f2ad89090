import { without } from '../../../contract/message/headers.js';
import type { MockRequest } from '../../../contract/message/request.js';
import type { MockResponse } from '../../../contract/message/response.js';
import type { ContractOperation } from '../../../contract/operations.js';
import { documentedResponse } from '../../../contract/response/response-violations.js';
import { writeResponse } from '../write-response.js';
import { prismOperation } from './prism-operation.js';
import type { MadeOutput, PrismContent, PrismRequest, ResponseChoice } from './prism-types.js';
import { NoValidValue, validResponse } from './valid-response.js';

/** A request with the value of its body. */
export type RequestWithValue = MockRequest & { value: unknown };

/** Which response to make, with its status code. */
export type Choice = ResponseChoice & { code: number };

/** A response, or the reason why none could be made. */
export interface Attempt {
  response?: MockResponse;
  /** The requirement of the schema for which no value was found. */
  reason?: string;
}

/** Makes a response with Prism, if it can, and writes it. @param accept The `Accept` header. */
export function attempt(
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
