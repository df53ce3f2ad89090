import { essenceOf, type BodyKind } from '../../description/media-types.js';
import { hasBody } from '../../description/statuses.js';
import type { FailedOperation } from '../errors/client-error.js';
import { ConnectionError } from '../errors/connection-error.js';
import { UndocumentedStatusError } from '../errors/undocumented-status-error.js';
import { UnreadableBodyError } from '../errors/unreadable-body-error.js';
import type { NamedOperation } from '../call.js';
import { mediaTypesOf } from '../media-types.js';
import type { ParseAs } from '../types/options.js';

/** The operations of failures, for those who throw them. */
const operations = new WeakMap<Response, FailedOperation>();

/** The operation that a failure is of. */
export function operationOf(response: Response): FailedOperation {
  return operations.get(response) ?? { operationId: 'The call', method: '', path: '' };
}

/**
 * Reads a response as the description documents it.
 *
 * @param parseAs How to read the body of a 2xx, in place of what its media type says.
 * @returns The result: `status`, `ok`, `response`, and `data` or `error` where a body is documented.
 * @throws UndocumentedStatusError, UnreadableBodyError, or ConnectionError when the body ends too early.
 */
export async function readResponse(operation: NamedOperation, response: Response, parseAs?: ParseAs): Promise<object> {
  const { status, ok } = response;
  const mediaTypes = documentedMediaTypes(operation, status);
  if (!mediaTypes) throw new UndocumentedStatusError(operation, response);
  if (!ok) operations.set(response, operation);
  if (mediaTypes.length === 0 || !hasBody(status)) return { status, ok, response };

  const received = response.headers.get('content-type');
  const documented = received === null ? undefined : mediaTypesOf(operation).documented(mediaTypes, received);
  if (documented === undefined || response.bodyUsed)
    throw new UnreadableBodyError(operation, response, problemOf(response, received));
  const body = await readBody(
    operation,
    response,
    (ok && parseAs) || readers[mediaTypesOf(operation).kindOf(documented, received ?? '')] || 'blob',
  );
  return { status, ok, response, [ok ? 'data' : 'error']: body };
}

/** `undefined` for a status that is not documented. */
function documentedMediaTypes({ responses }: NamedOperation, status: number): readonly string[] | undefined {
  return responses[status] ?? responses[`${String(status).charAt(0)}XX`] ?? responses.default;
}

function problemOf({ bodyUsed }: Response, received: string | null): string {
  if (bodyUsed) return 'was already read. A middleware or a test double that reads a body must read a clone';
  return received === null ? 'has no Content-Type' : `has the undocumented Content-Type ${essenceOf(received)}`;
}

const readers: Partial<Record<BodyKind, ParseAs>> = { json: 'json', text: 'text', form: 'text' };

async function readBody(operation: NamedOperation, response: Response, parseAs: ParseAs): Promise<unknown> {
  if (parseAs === 'stream') return response.body;
  try {
    return await response[parseAs]();
  } catch (cause) {
    // The error of the parser quotes the body. A test environment may have a SyntaxError of its own.
    if ((cause as Error | undefined)?.name === 'SyntaxError')
      throw new UnreadableBodyError(operation, response, 'is not valid JSON');
    throw new ConnectionError(operation, cause);
  }
}
