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
    if (canBeWrittenAgain(body)) sources.set(request, body);
    return request;
  }
  // For instanceof.
  Copyable.prototype = Request.prototype;
  return Copyable as unknown as typeof Request;
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
    if (source instanceof FormData) {
      const headers = new Headers(request.headers);
      headers.delete('content-type');
      init.headers = headers;
    }
    copy = new Request(request, init);
    sources.set(copy, source);
  }
  for (const [name, value] of Object.entries(request)) if (!(name in copy)) Object.assign(copy, { [name]: value as unknown });
  return copy;
}

/** A stream can be read once. */
function canBeWrittenAgain(body: BodyInit): boolean {
  return typeof body === 'string' || !('getReader' in body);
}
