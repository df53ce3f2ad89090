import { bodyKind, documentedMediaType } from '../../description/media-types.js';
import { isBytes } from './write-body.js';

/**
 * Chooses the media type of a request body: of those that are documented, the first whose bodies are of the value's own
 * kind, else the first that can hold the value.
 *
 * @param contentTypes The documented ones, in the order of the description; one at least.
 * @param asked What the call asks for: it decides.
 * @throws TypeError when none can hold the value, or only a range such as `image/*` can and the value does not say more.
 */
export function chooseContentType(contentTypes: readonly string[], body: unknown, asked?: string | null): string {
  const [first = ''] = contentTypes;
  if (asked) {
    const documented = contentTypes.includes(asked) ? asked : contentTypes.find((one) => one.startsWith(`${asked};`));
    return withinRange(documented ?? asked, body);
  }
  if (contentTypes.length === 1) return withinRange(first, body);
  let best = '';
  let most = 0;
  for (const contentType of contentTypes) {
    const fit = fitOf(contentType, body);
    if (fit > most) [best, most] = [contentType, fit];
  }
  if (best) return withinRange(best, body);
  throw new TypeError(`The body fits none of ${contentTypes.join(', ')}: pass another, or say which as contentType.`);
}

/** How well bodies of a media type hold a value: 0 not at all, 1 as it is, 2 as their own kind, 3 as just that type. */
function fitOf(contentType: string, body: unknown): number {
  const kind = bodyKind(contentType);
  if (kind === 'any') return 1;
  if (typeof body === 'string') return kind === 'text' ? 2 : kind === 'multipart' ? 0 : 1;
  if (body instanceof FormData) return kind === 'multipart' ? 2 : 0;
  if (body instanceof URLSearchParams) return kind === 'form' ? 2 : 0;
  if (isBytes(body)) return fitOfBytes(contentType, body);
  if (holdsFile(body)) return kind === 'multipart' ? 2 : 0;
  if (kind === 'form' || kind === 'multipart') return typeof body === 'object' && body !== null ? 2 : 0;
  return kind === 'json' ? 2 : kind === 'text' ? 1 : 0;
}

/** A Blob may be of any type that it names. */
function fitOfBytes(contentType: string, body: object): number {
  if (body instanceof Blob && body.type && documentedMediaType([contentType], body.type)) return 3;
  return bodyKind(contentType) === 'bytes' ? 2 : 0;
}

/** A media type within the range that is documented. */
function withinRange(contentType: string, body: unknown): string {
  if (!contentType.includes('*')) return contentType;
  const own = body instanceof Blob && body.type ? body.type : usualType(body);
  if (documentedMediaType([contentType], own)) return own;
  throw new TypeError(`The body needs a media type within ${contentType}: pass it as contentType, or as the type of a Blob.`);
}

function usualType(body: unknown): string {
  if (typeof body === 'string') return 'text/plain; charset=utf-8';
  if (body instanceof FormData || holdsFile(body)) return 'multipart/form-data';
  if (body instanceof URLSearchParams) return 'application/x-www-form-urlencoded';
  return isBytes(body) ? 'application/octet-stream' : 'application/json';
}

/** Whether a field of an object, or an item of it, is a file. */
function holdsFile(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return Object.values(body)
    .flat()
    .some((field) => field instanceof Blob);
}
