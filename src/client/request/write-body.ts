import { mediaTypesOf } from '../media-types.js';
import type { ClientOperation } from '../types/description.js';

/**
 * Writes the body of a request in its media type, for `fetch`.
 *
 * What `fetch` takes by itself, such as a Blob or a FormData, and text where the media type is not JSON, is sent as it is.
 * Objects as forms are written by the serializers of the operations that take forms.
 *
 * @param contentType The `Content-Type` of the request.
 * @throws TypeError when the body is no text where the media type is text, or cannot be written in it.
 */
export function writeBody(
  body: unknown,
  contentType: string,
  operation: Pick<ClientOperation, 'mediaTypes' | 'serializers' | 'textHoldsJson'> = {},
): BodyInit {
  if (body instanceof FormData || body instanceof URLSearchParams || isBytes(body)) return body;
  const kind = mediaTypesOf(operation).kindOf(contentType);
  if (kind === 'json') return JSON.stringify(body);
  if (typeof body === 'string') return body;
  const written = operation.serializers?.body?.(body, contentType);
  if (written !== undefined) return written;
  if (operation.textHoldsJson) return JSON.stringify(body);
  throw new TypeError(
    `A body of type ${contentType} must be a ${kind === 'text' ? '' : 'Blob, an ArrayBuffer or a '}string: pass it as one.`,
  );
}

/** Whether `fetch` takes a value as bytes. */
export function isBytes(body: unknown): body is Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> | ReadableStream {
  // By its name: React Native has no ReadableStream.
  const isNamed = /(ArrayBuffer|ReadableStream)\]$/.test(Object.prototype.toString.call(body));
  return isNamed || body instanceof Blob || ArrayBuffer.isView(body);
}
