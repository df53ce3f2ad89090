import { Readable } from 'node:stream';
import type { Client, Fetch } from '../client.js';
import { mostBytes } from '../../contract/message/request.js';
import { readTarget } from '../../contract/message/request-target.js';
import { problem, type MockResponse } from '../../contract/message/response.js';
import type { HandleRequest } from './handle-request.js';

/** Status codes with which a Response must not have a body (Fetch standard, "null body status"). */
const bodiless = [204, 205, 304];

/**
 * Makes a `fetch` for the mock. It opens no connection, and only the path and the query of a URL matter.
 *
 * @param streamsBodies Whether a large body is streamed instead of refused.
 * @returns A function that rejects with a TypeError where a connection would break, and with the signal's reason when the
 *   request is aborted.
 */
export function fetchFrom(handle: HandleRequest, streamsBodies = false): Fetch {
  return async (input, init) => {
    const { request, holder } = receivedRequest(input, init);
    request.signal.throwIfAborted();
    const { pathname, search } = new URL(request.url);
    const body = new Uint8Array(await holder.arrayBuffer());
    const isLarge = body.length > mostBytes;
    if (isLarge && !streamsBodies)
      return toResponse(problem(413, `The body is larger than ${mostBytes} bytes: send less.`), request.method);
    const received = { method: request.method, ...readTarget(pathname + search), headers: Object.fromEntries(request.headers) };
    const { signal } = request;
    const client: Client = {
      isGone: () => signal.aborted,
      onceGone: (end) => {
        signal.addEventListener('abort', end, { once: true });
      },
    };
    let response: MockResponse;
    try {
      const rest = isLarge && { rest: Readable.from([body.subarray(mostBytes)]) };
      response = await handle({ ...received, body: body.subarray(0, mostBytes), ...rest }, client);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
    if (signal.aborted) response.rest?.destroy();
    signal.throwIfAborted();
    if (response.breaksOff)
      throw new TypeError('fetch failed', { cause: new Error('The mock broke the connection, as it was asked to.') });
    return toResponse(response, request.method);
  };
}

/**
 * Returns the request, and the object to read its body from. A copy of a Request would lose the body that this package's client
 * sends with GET. So a Request is not copied, unless there are options; then the body is read from the original.
 */
function receivedRequest(input: Request | URL | string, init?: RequestInit): { request: Request; holder: Request } {
  if (input instanceof Request) {
    if (!init) return { request: input, holder: input };
    const { url, method, headers, signal } = input;
    const request = new Request(url, { method, headers, signal, ...init });
    return { request, holder: init.body == null ? input : request };
  }
  // A relative URL needs a base outside a page.
  const request = new Request(typeof input === 'string' ? new URL(input, 'http://mock') : input, init);
  return { request, holder: request };
}

function toResponse({ status, headers, body, rest, setCookies = [] }: MockResponse, method: string): Response {
  const isBodiless = body === undefined || method === 'HEAD' || bodiless.includes(status);
  const content = rest ? (Readable.toWeb(Readable.from(joined(body, rest))) as BodyInit) : (body as BodyInit);
  const all = new Headers(headers);
  for (const field of setCookies) all.append('set-cookie', field);
  return new Response(isBodiless ? null : content, { status, headers: all });
}

async function* joined(body: MockResponse['body'], rest: Readable): AsyncGenerator<Uint8Array> {
  if (body !== undefined) yield Buffer.from(body);
  const chunks: AsyncIterable<Buffer> = rest;
  yield* chunks;
}
