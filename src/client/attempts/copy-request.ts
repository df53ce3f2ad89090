import type { Call } from '../call.js';

/**
 * The source to write the body of a request from again. `undefined` for a stream, for a request that a middleware has made, and
 * for a request that can have a body with GET, which copies its body itself.
 */
function sourceOf({ body, carrier, request: made }: Call, request: Request): BodyInit | undefined {
  // A stream can be read once.
  return request === made && !carrier && !(typeof body === 'object' && 'getReader' in body) ? body : undefined;
}

/**
 * Gives the requests of successive attempts. Where the body can be written again, the first attempt gets the request itself and
 * later ones get copies.
 *
 * @param request Not sent yet.
 * @returns A function that gives the next request. Pass `true` for the last attempt: it needs no copy.
 */
export function requestsLike(call: Call, request: Request): (isLast?: boolean) => Request {
  // In React Native, a request has no `body`, and cannot be copied once it was sent.
  let isUnsent = 'body' in request;
  const isKept = sourceOf(call, request) !== undefined;
  return (isLast) => {
    // A request without a body is sent as it is.
    if (request.body === null) return request;
    if (!isUnsent || !(isKept || isLast)) return copyOf(call, request);
    isUnsent = false;
    return request;
  };
}

/**
 * Copies a request. Unlike a clone, the copy keeps properties that the caller has set on the request, such as `next` or `cf`.
 *
 * @param signal Aborts the copy, in place of the signal of the request. With a signal, the copy takes the body of the request
 *   over.
 */
export function copyOf(call: Call, request: Request, signal?: AbortSignal): Request {
  const body = sourceOf(call, request);
  const headers = new Headers(request.headers);
  // A form gets a new boundary each time it is written.
  if (body instanceof FormData) headers.delete('content-type');
  const copy = signal
    ? new Request(request, { signal })
    : body === undefined
      ? request.clone()
      : new Request(request, { body, headers });
  for (const [name, value] of Object.entries(request)) if (!(name in copy)) Reflect.set(copy, name, value);
  return copy;
}
