import { defaultBodySerializer } from 'openapi-fetch';
import type { ClientOperation } from './types/description.js';
import type { MakeError } from './errors/client-error.js';
import { UndocumentedStatusError } from './errors/undocumented-status-error.js';
import { UnreadableBodyError } from './errors/unreadable-body-error.js';

/** What openapi-fetch really takes, which its types do not tell. */
type Serializer = (body: unknown, headers: Headers) => unknown;

/**
 * Writes JSON and forms as openapi-fetch does, which quotes everything else as JSON too: that is left to `fetch` as it is.
 *
 * @param headers Those that were asked for: without a `Content-Type` among them, the body is JSON or a form in parts.
 */
export function writeBody(body: unknown, headers: Headers): unknown {
  return /json|url|null/.test(headers.get('content-type')!) ? (defaultBodySerializer as Serializer)(body, headers) : body;
}

/**
 * Reads an answer as the description documents it.
 *
 * @param readBody The body of a failure where it was read before.
 * @param lost Throws what the reading has thrown.
 * @throws UndocumentedStatusError or UnreadableBodyError.
 */
export async function readOutcome(
  error: MakeError,
  responses: ClientOperation[2],
  response: Response,
  readBody: unknown,
  lost: (cause: unknown) => never,
): Promise<unknown> {
  const { status, ok, bodyUsed } = response;
  const outcome: Record<string, unknown> = { status, ok, response };
  const described = responses[status] ?? responses[`${status}`[0]! + 'XX'] ?? responses.default;
  if (described === undefined) throw error(UndocumentedStatusError, `got undocumented ${status}`, { status });
  if (!described) return outcome;
  const mediaType = response.headers.get('content-type')!;
  const text = bodyUsed || (await response.text().catch(lost));
  try {
    if (RegExp(described, 'i').test(mediaType)) {
      outcome[ok ? 'data' : 'error'] = bodyUsed ? readBody : /json/i.test(mediaType) ? JSON.parse(text as string) : text;
      return outcome;
    }
  } catch {
    // The error of the parser quotes the body.
  }
  throw error(UnreadableBodyError, `got unreadable ${mediaType}`, { status });
}
