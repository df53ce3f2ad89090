import { bodyKind } from '../../description/media-types.js';
import type { ClientOperation } from '../types/description.js';

/**
 * Writes the body of a request in its media type, for `fetch`.
 *
 * What `fetch` takes by itself, such as a Blob or a FormData, and text where the media type is not JSON, is sent as it is.
 *
 * @param mediaType The `Content-Type` of the request.
 * @throws TypeError when the body is no text where the media type is text, or cannot be written in it.
 */
export function writeBody(
  body: unknown,
  mediaType: string,
  { textHoldsJson }: Pick<ClientOperation, 'textHoldsJson'> = {},
): BodyInit {
  if (isReadyForFetch(body)) return body;
  const kind = bodyKind(mediaType);
  if (kind === 'json') return JSON.stringify(body);
  if (typeof body === 'string') return body;
  if (isObject(body) && kind === 'form') return new URLSearchParams(textFields(body));
  if (isObject(body) && kind === 'multipart') return multipartForm(body);
  if (textHoldsJson) return JSON.stringify(body);
  const wanted = kind === 'text' || kind === 'form' ? 'a string' : 'a Blob, an ArrayBuffer or a string';
  throw new TypeError(`A body of type ${mediaType} must be ${wanted}: pass it as one.`);
}

function isReadyForFetch(body: unknown): body is Exclude<BodyInit, string> {
  return (
    body instanceof Blob ||
    body instanceof FormData ||
    body instanceof URLSearchParams ||
    body instanceof ArrayBuffer ||
    body instanceof ReadableStream ||
    ArrayBuffer.isView(body)
  );
}

function isObject(body: unknown): body is object {
  return typeof body === 'object' && body !== null;
}

function textFields(body: object): Record<string, string> {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));
}

/** Lists repeat their field, and objects are JSON (OpenAPI 3.1.1, section 4.8.15.3). */
function multipartForm(fields: object): FormData {
  const form = new FormData();
  for (const [name, field] of Object.entries(fields) as Array<[string, unknown]>) {
    for (const value of Array.isArray(field) ? field : [field]) {
      if (value instanceof Blob) form.append(name, value);
      else if (value != null) form.append(name, isObject(value) ? JSON.stringify(value) : String(value));
    }
  }
  return form;
}
