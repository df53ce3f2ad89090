import { bodyKind, documentedMediaType } from '../../description/media-types.js';
import { isBytes } from './write-body.js';

/**
 * Chooses the media type of a request body. It is the first documented media type of the value's own kind, else the first one
 * that can hold the value.
 *
 * @param contentTypes The documented media types, in the order of the description. At least one.
 * @param asked The media type that the call asks for. It takes precedence.
 * @throws TypeError when no media type can hold the value, or when only a range such as `image/*` can and neither the call nor
 *   the value names a media type within it.
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

/**
 * How well a media type fits a value: 0 not at all, 1 it can hold it, 2 the value is of its kind, 3 the value names this type.
 */
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

/** A Blob fits best the media type that it names itself. */
function fitOfBytes(contentType: string, body: object): number {
  if (body instanceof Blob && body.type && documentedMediaType([contentType], body.type)) return 3;
  return bodyKind(contentType) === 'bytes' ? 2 : 0;
}

/** Resolves a documented range to a media type within it. */
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
  return Object.values(body ?? {})
    .flat()
    .some((field) => field instanceof Blob);
}
