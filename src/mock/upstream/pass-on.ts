import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { once } from 'node:events';
import { without } from '../exchange/headers.js';
import type { MockRequest } from '../exchange/request.js';
import { connectionHeaders } from './connection-headers.js';
import type { Upstream } from './upstream.js';

const agents = {
  'http:': new HttpAgent({ keepAlive: true }),
  'https:': new HttpsAgent({ keepAlive: true }),
};

/** Methods for which a request without a body has no length. */
const bodiless = ['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE'];

/**
 * Passes a request on as it came: method, path, query, headers but those of the connection, and the body, framed by its
 * length whatever the method is. `Host` names the server.
 *
 * @returns The response, whose body has not been read.
 * @throws Error of Node's HTTP client when no response begins; `TimeoutError` when it takes too long.
 */
export async function passOn({ url, timeoutMs }: Upstream, request: MockRequest): Promise<IncomingMessage> {
  const { method, path, search, headers, body } = request;
  const isSecure = url.protocol === 'https:';
  const isFramed = body.length > 0 || !bodiless.includes(method);
  const outgoing = (isSecure ? httpsRequest : httpRequest)({
    protocol: url.protocol,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port,
    method,
    path: url.pathname.replace(/\/$/, '') + path + search,
    headers: {
      ...without(headers, ...connectionHeaders(headers.connection), 'host', 'expect', 'content-length'),
      ...(isFramed && { 'content-length': String(body.length) }),
    },
    agent: agents[isSecure ? 'https:' : 'http:'],
    timeout: timeoutMs,
  });
  outgoing.once('timeout', () => outgoing.destroy(new DOMException('The server did not respond in time.', 'TimeoutError')));
  outgoing.end(body);
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  // From now on the response says what breaks.
  outgoing.on('error', () => undefined);
  return response;
}
