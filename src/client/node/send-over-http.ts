import type { IncomingMessage } from 'node:http';
import { hasBody } from '../../description/statuses.js';

/** The same limit as that of `fetch`. */
const mostRedirects = 20;

/** Headers that do not go to another origin, as with the `fetch` of Node. */
const credentials = ['authorization', 'proxy-authorization', 'cookie'];

/**
 * Sends a request with a body that `fetch` refuses, over `node:http` or `node:https`, with a Content-Length. As with `fetch`,
 * the response is decompressed, and `redirect` and `response.url` work.
 *
 * @param request Everything but the body.
 * @throws The error of the platform when the connection fails. TypeError when a redirect must not be followed.
 */
export async function sendOverHttp(request: Request, body: string | Uint8Array): Promise<Response> {
  let { url } = request;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const message = await sendOnce(request, url, body);
    const { location } = message.headers;
    const isRedirect = [301, 302, 303, 307, 308].includes(message.statusCode ?? 0) && location !== undefined;
    if (!isRedirect || request.redirect === 'manual') return toResponse(message, request.method, url, redirects > 0);
    message.resume();
    if (request.redirect === 'error') throw new TypeError('The server redirects, and the request has redirect: "error".');
    const target = new URL(location, url);
    if (target.origin !== new URL(url).origin) for (const name of credentials) request.headers.delete(name);
    url = target.href;
  }
  throw new TypeError(`The server redirects more than ${mostRedirects} times.`);
}

async function sendOnce(request: Request, url: string, body: string | Uint8Array): Promise<IncomingMessage> {
  const { request: open } = (await (url.startsWith('https:') ? import('node:https') : import('node:http'))).default;
  const headers = {
    accept: '*/*',
    'accept-encoding': 'gzip, deflate',
    ...Object.fromEntries(request.headers),
    'content-length': typeof body === 'string' ? new TextEncoder().encode(body).byteLength : body.byteLength,
  };
  return new Promise((resolve, reject) => {
    open(url, { method: request.method, headers, signal: request.signal }, resolve).on('error', reject).end(body);
  });
}

async function toResponse(message: IncomingMessage, method: string, url: string, redirected: boolean): Promise<Response> {
  const { statusCode: status = 0, statusMessage: statusText = '' } = message;
  const headers = new Headers();
  for (let index = 0; index < message.rawHeaders.length; index += 2) {
    headers.append(message.rawHeaders[index] ?? '', message.rawHeaders[index + 1] ?? '');
  }
  const response = new Response(await decoded(message, hasBody(status) && method !== 'HEAD'), { status, statusText, headers });
  return Object.defineProperties(response, { url: { value: url }, redirected: { value: redirected } });
}

async function decoded(message: IncomingMessage, isWithBody: boolean): Promise<ReadableStream | null> {
  // The Response constructor refuses a body for a status that has none.
  if (!isWithBody) {
    message.resume();
    return null;
  }
  const [{ Readable }, { createUnzip }] = await Promise.all([import('node:stream'), import('node:zlib')]);
  const isCompressed = /^(x-)?gzip$|^deflate$/i.test(`${message.headers['content-encoding']}`);
  const stream = isCompressed ? message.pipe(createUnzip()) : message;
  return Readable.toWeb(stream) as ReadableStream;
}
