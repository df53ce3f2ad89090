import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { Client } from '../client.js';
import type { MockRequest } from '../../contract/message/request.js';
import { watchForExtraBytes } from '../../contract/response/extra-bytes.js';
import { passedHeaders } from './passed-headers.js';
import { informationOf } from './information.js';
import type { Upstream } from './upstream.js';
import { systemError } from '../../command/system-error.js';

/** Methods with which a request without a body has no Content-Length. */
const methodsWithoutLength = ['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE'];

/** Methods with which a request may be repeated (RFC 9110, section 9.2.2). */
const idempotent = ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'];

/** A response whose status line and headers have arrived. */
export interface BegunResponse {
  /** The response. Its body has not been read. */
  message: IncomingMessage;
  /** Whether the server sent bytes after the end of the response. Call this when the body has been read. */
  hasExtraBytes: () => boolean;
}

/**
 * Passes a request on unchanged: method, path, query, headers except those of the connection, and body. The body is sent with
 * Content-Length, also with GET; a stream of unknown length is sent in chunks. `Host` names the server, and `Via` names the
 * proxy. When the client disconnects, the request ends.
 *
 * @throws The error of Node's HTTP client when no response begins, or a `TimeoutError` when the headers of the response do not
 *   arrive in time.
 */
export async function passOn(upstream: Upstream, request: MockRequest, client?: Client): Promise<BegunResponse> {
  const outgoing = send(upstream, request, client);
  try {
    return await responseTo(outgoing);
  } catch (error) {
    // The server closed an idle connection while the request was on its way.
    const wasClosed = outgoing.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(systemError(error).code ?? '');
    if (!wasClosed || client?.isGone() || request.rest || !idempotent.includes(request.method)) throw error;
    return responseTo(send(upstream, request, client));
  }
}

function responseTo(outgoing: ClientRequest): Promise<BegunResponse> {
  return new Promise((resolve, reject) => {
    outgoing.once('error', reject).once('response', (message: IncomingMessage) => {
      // After the response has begun, its reader handles other errors.
      resolve({ message, hasExtraBytes: watchForExtraBytes(outgoing, message) });
    });
  });
}

function send(upstream: Upstream, request: MockRequest, client?: Client): ClientRequest {
  const { url, hostname, agent, prefix, timeoutMs } = upstream;
  const { method, path, search, body, rest } = request;
  const outgoing = upstream.request({
    protocol: url.protocol,
    hostname,
    port: url.port,
    agent,
    method,
    path: prefix + path + search,
    headers: passedOnFields(request, upstream),
    timeout: rest && timeoutMs,
  });
  client?.onceGone(() => outgoing.destroy());
  // The size of all headers is limited, which also limits their number.
  outgoing.maxHeadersCount = 0;
  limitTime(outgoing, timeoutMs, rest !== undefined);
  const { inform } = client ?? {};
  if (inform) outgoing.on('information', (information) => inform(informationOf(information)));
  if (rest) passRestOn(body, rest, outgoing);
  // Without a body, Node writes the request as one text.
  else outgoing.end(body.length > 0 ? body : undefined);
  return outgoing;
}

/** The headers to send, as a list with names and values in turn. Node would read and check each one of an object twice. */
function passedOnFields(request: MockRequest, { url, via }: Upstream): string[] {
  const { headers } = request;
  const passedOn = passedHeaders(headers, notOfTheServer);
  setFraming(request, passedOn);
  // RFC 9110, section 7.6.3.
  passedOn.via = headers.via ? `${headers.via}, 1.1 ${via}` : `1.1 ${via}`;
  // TE concerns the connection, but it also says that the client accepts trailers.
  if (headers.te?.match(/(?:^|,)\s*trailers\s*(?:,|$)/i)) {
    passedOn.te = 'trailers';
    passedOn.connection = 'keep-alive, te';
  }
  const fields = ['host', url.host];
  for (const name in passedOn) fields.push(name, passedOn[name] ?? '');
  return fields;
}

/** Headers of a request that are not copied, because the proxy sets its own. */
const notOfTheServer = ['host', 'expect', 'content-length'];

/**
 * Ends a request when the headers of its response do not arrive in time. The time of a streamed request starts when it is
 * sent; before that, only a pause of this length ends it.
 */
function limitTime(outgoing: ClientRequest, timeoutMs: number, isStreamed: boolean): void {
  const end = (): void => void outgoing.destroy(new DOMException('The server did not respond in time.', 'TimeoutError'));
  let timer: NodeJS.Timeout | undefined;
  const start = (): void => void (timer = setTimeout(end, timeoutMs));
  const stop = (): void => clearTimeout(timer);
  if (isStreamed) outgoing.once('timeout', end).once('finish', start);
  else start();
  outgoing.once('response', stop).once('close', stop);
}

function setFraming({ method, headers, body, rest }: MockRequest, passedOn: Record<string, string>): void {
  const length = headers['content-length'];
  if (!rest) {
    if (body.length > 0 || !methodsWithoutLength.includes(method)) passedOn['content-length'] = String(body.length);
  } else if (length === undefined) passedOn['transfer-encoding'] = 'chunked';
  else passedOn['content-length'] = length;
}

/** Streams the rest of a body. When the server takes no more of it, the rest is dropped, so that the response still arrives. */
function passRestOn(beginning: Uint8Array, rest: Readable, outgoing: ClientRequest): void {
  const endEarly = (): void => {
    if (!rest.readableEnded) outgoing.destroy();
  };
  if (rest.closed) {
    endEarly();
    return;
  }
  outgoing.write(beginning);
  rest.pipe(outgoing);
  rest.once('close', endEarly);
  outgoing.once('close', () => {
    rest.unpipe(outgoing);
    rest.resume();
  });
}
