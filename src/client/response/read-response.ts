import { essenceOf, isJson, isText } from '../../description/media-types.js';
import { responseKey } from '../../description/statuses.js';
import { ConnectionError } from '../errors/connection-error.js';
import { UndocumentedStatusError } from '../errors/undocumented-status-error.js';
import { UnreadableBodyError } from '../errors/unreadable-body-error.js';
import type { NamedOperation } from '../call.js';
import type { ParseAs } from '../types/options.js';

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
  if (mediaTypes.length === 0) return { status, ok, response };

  const problem = bodyProblem(response, mediaTypes);
  if (problem) throw new UnreadableBodyError(operation, response, problem);
  const body = await readBody(operation, response, ok ? parseAs : undefined);
  return ok ? { status, ok, response, data: body } : { status, ok, response, error: body };
}

/** `undefined` for a status that is not documented. */
function documentedMediaTypes({ responses }: NamedOperation, status: number): readonly string[] | undefined {
  const key = responseKey(Object.keys(responses), status);
  return key === undefined ? undefined : responses[key];
}

function bodyProblem(response: Response, mediaTypes: readonly string[]): string | undefined {
  if (response.bodyUsed) return 'was already read. A middleware or a test double that reads a body must read a clone';
  const received = response.headers.get('content-type');
  if (received === null) return 'has no Content-Type';
  const essence = essenceOf(received);
  if (mediaTypes.some((documented) => matches(documented, essence))) return undefined;
  return `has the undocumented Content-Type ${essence}`;
}

/** Whether a media type is the documented one, or in the documented range: `text/*`. */
function matches(documented: string, essence: string): boolean {
  const [type = ''] = essence.split('/');
  return [essence, `${type}/*`, '*/*'].includes(documented);
}

async function readBody(operation: NamedOperation, response: Response, parseAs: ParseAs | undefined): Promise<unknown> {
  if (parseAs === 'stream') return response.body;
  try {
    return await response[parseAs ?? readerOf(response.headers.get('content-type') ?? '')]();
  } catch (cause) {
    // The error of the parser quotes the body. A test environment may have a SyntaxError of its own.
    if ((cause as Error | undefined)?.name === 'SyntaxError')
      throw new UnreadableBodyError(operation, response, 'is not valid JSON');
    throw new ConnectionError(operation, cause);
  }
}

function readerOf(mediaType: string): 'json' | 'text' | 'blob' {
  if (isJson(mediaType)) return 'json';
  return isText(mediaType) ? 'text' : 'blob';
}
