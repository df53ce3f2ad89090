/** What the bodies of requests were written from. */
const sources = new WeakMap<Request, BodyInit>();

/**
 * Creates a class of Request whose instances can be copied without holding their body twice.
 *
 * @param body What their body is written from.
 */
export function copyableRequest(body: BodyInit): typeof Request {
  function Copyable(input: RequestInfo | URL, init?: RequestInit): Request {
    const request = new Request(input, init);
    // A stream can be read once.
    if (typeof body === 'string' || !('getReader' in body)) sources.set(request, body);
    return request;
  }
  // For instanceof.
  Copyable.prototype = Request.prototype;
  return Copyable as unknown as typeof Request;
}

/**
 * Gives requests to send one after the other. Where the body can be written again, the first is the request itself: a
 * Request has a copy of the bytes that it is made with.
 *
 * @param request Not sent yet.
 * @returns A function that gives the next one; for the last one, it needs no copy.
 */
export function requestsLike(request: Request): (isLast?: boolean) => Request {
  // A request without a body is sent as it is. In React Native one that was sent cannot be copied, and has no `body`.
  if (request.body === null) return () => request;
  let isKept = sources.has(request) && 'body' in request;
  let isSent = false;
  return (isLast = false) => {
    if (isSent || !(isKept || isLast)) return copyOf(request);
    isKept = false;
    isSent = true;
    return request;
  };
}

/**
 * Copies a request that may be sent again. Unlike a clone, the copy has what the caller has set on the request, such as
 * `next` or `cf`; and where the body can be written again, both share it.
 *
 * @param signal Ends the copy, in place of the signal of the request.
 */
export function copyOf(request: Request, signal?: AbortSignal): Request {
  const source = sources.get(request);
  const init: RequestInit = signal ? { signal } : {};
  let copy: Request;
  if (source === undefined) {
    copy = signal ? new Request(request.clone(), init) : request.clone();
  } else {
    init.body = source;
    // A form has another boundary each time that it is written.
    if (source instanceof FormData) (init.headers = new Headers(request.headers)).delete('content-type');
    copy = new Request(request, init);
    sources.set(copy, source);
  }
  for (const [name, value] of Object.entries(request)) if (!(name in copy)) Object.assign(copy, { [name]: value as unknown });
  return copy;
}
