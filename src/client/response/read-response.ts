import { essenceOf } from '../../description/media-types.js';
import { hasBody } from '../../description/statuses.js';
import type { FailedOperation } from '../errors/client-error.js';
import { ConnectionError } from '../errors/connection-error.js';
import { UndocumentedStatusError } from '../errors/undocumented-status-error.js';
import { UnreadableBodyError } from '../errors/unreadable-body-error.js';
import type { Call, StockResult } from '../call.js';
import { mediaTypesOf } from '../media-types.js';
import { responseForCaller } from './failure-body.js';

/** The operation of each failed response, for the errors of `unwrap`. */
const operations = new WeakMap<Response, FailedOperation>();

/** The operation that a failed response belongs to. */
export function operationOf(response: Response): FailedOperation {
  return operations.get(response) ?? { operationId: 'The call', method: '', path: '' };
}

/**
 * Reads a response as the description documents it.
 *
 * The option `parseAs` says how to read the body of a 2xx, in place of what its media type says.
 *
 * @param result What openapi-fetch gives.
 * @returns The result: `status`, `ok`, `response`, and `data` or `error` where a body is documented.
 * @throws UndocumentedStatusError, UnreadableBodyError, or ConnectionError when the body ends too early.
 */
export async function readResponse(
  { operation, options: { parseAs } }: Pick<Call, 'operation' | 'options'>,
  { response: received, error }: StockResult,
): Promise<object> {
  const response = responseForCaller(received, error);
  const { status, ok, headers, bodyUsed } = response;
  const { responses } = operation;
  const documented = responses[status] ?? responses[`${String(status)[0]}XX`] ?? responses.default;
  if (!documented) throw new UndocumentedStatusError(operation, response);
  if (!ok) operations.set(response, operation);
  if (documented.length === 0 || !hasBody(status)) return { status, ok, response };

  const type = headers.get('content-type');
  const known = mediaTypesOf(operation);
  const mediaType = !bodyUsed && type && known.documented(documented, type);
  if (!mediaType) {
    const problem = bodyUsed
      ? 'was already read. A middleware or a test double that reads a body must read a clone'
      : `has ${type ? `the undocumented Content-Type ${essenceOf(type)}` : 'no Content-Type'}`;
    throw new UnreadableBodyError(operation, response, problem);
  }
  const kind = known.kindOf(mediaType, type);
  const readAs = (ok && parseAs) || (kind === 'json' ? kind : /text|form/.test(kind) ? 'text' : 'blob');
  try {
    const body: unknown = readAs === 'stream' ? response.body : await response[readAs]();
    return { status, ok, response, [ok ? 'data' : 'error']: body };
  } catch (cause) {
    // The parser's error is dropped: it quotes the body. It is compared by name, since a test environment may have a
    // SyntaxError class of its own.
    throw String(cause).startsWith('SyntaxError')
      ? new UnreadableBodyError(operation, response, 'is not valid JSON')
      : new ConnectionError(operation, cause);
  }
}
