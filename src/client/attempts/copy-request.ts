import type { Call } from '../call.js';

/**
 * Creates the class of a request that may be sent again: by it the call knows the request that openapi-fetch has made of
 * its body, whose copies are written from that body instead of holding it twice.
 */
export function copyableRequest(call: Call): typeof Request {
  function Copyable(input: RequestInfo | URL, init?: RequestInit): Request {
    return (call.request = new Request(input, init));
  }
  // For instanceof.
  Copyable.prototype = Request.prototype;
  // eslint-disable-next-line no-restricted-syntax -- Called by "new", a function is a constructor of what it returns.
  return Copyable as unknown as typeof Request;
}

/** What the body of a request can be written from again; `undefined` for a request that a middleware has made. */
function sourceOf({ written, request: made }: Call, request: Request): BodyInit | undefined {
  // A stream can be read once.
  return request === made && !(typeof written === 'object' && 'getReader' in written) ? written : undefined;
}

/**
 * Gives requests to send one after the other. Where the body can be written again, the first is the request itself: a
 * Request has a copy of the bytes that it is made with.
 *
 * @param request Not sent yet.
 * @returns A function that gives the next one; for the last one, it needs no copy.
 */
export function requestsLike(call: Call, request: Request): (isLast?: boolean) => Request {
  // In React Native a request that was sent cannot be copied, and has no `body`.
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
 * Copies a request. Unlike a clone, the copy has what the caller has set on the request, such as `next` or `cf`.
 *
 * @param signal Ends the copy, in place of the signal of the request, whose body it takes over.
 */
export function copyOf(call: Call, request: Request, signal?: AbortSignal): Request {
  const body = sourceOf(call, request);
  const headers = new Headers(request.headers);
  // A form has another boundary each time that it is written.
  if (body instanceof FormData) headers.delete('content-type');
  const copy = signal
    ? new Request(request, { signal })
    : body === undefined
      ? request.clone()
      : new Request(request, { body, headers });
  for (const [name, value] of Object.entries(request)) if (!(name in copy)) Reflect.set(copy, name, value);
  return copy;
}
