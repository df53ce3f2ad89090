import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { Client } from '../client.js';
import type { MockRequest } from '../../contract/message/request.js';
import { passedHeaders } from './passed-headers.js';
import { informationOf } from './information.js';
import type { Upstream } from './upstream.js';
import { systemError } from '../../command/system-error.js';

/** Methods for which a request without a body has no length. */
const methodsWithoutLength = ['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE'];

/** Methods that a request may be repeated with (RFC 9110, section 9.2.2). */
const idempotent = ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'];

/** A response whose head has arrived. */
export interface BegunResponse {
  /** Its body has not been read. */
  message: IncomingMessage;
  /** Whether bytes came after its end, which belong to no response; known when the body has been read. */
  hasExtraBytes: () => boolean;
}

/**
 * Passes a request on as it came: method, path, query, headers but those of the connection, and the body, framed by its
 * length whatever the method is. `Host` names the server, and `Via` the proxy. Ends the request when the client disconnects.
 *
 * @throws Error of Node's HTTP client when no response begins; `TimeoutError` when its head is not there in time.
 */
export async function passOn(upstream: Upstream, request: MockRequest, client?: Client): Promise<BegunResponse> {
  const outgoing = send(upstream, request, client);
  try {
    return await responseTo(outgoing);
  } catch (error) {
    // The server closed an idle connection while this was on its way.
    const wasClosed = outgoing.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(systemError(error).code ?? '');
    if (!wasClosed || client?.isGone() || request.rest || !idempotent.includes(request.method)) throw error;
    return responseTo(send(upstream, request, client));
  }
}

function responseTo(outgoing: ClientRequest): Promise<BegunResponse> {
  return new Promise((resolve, reject) => {
    let extraBytes = false;
    outgoing.once('error', reject).once('response', (message: IncomingMessage) => {
      // Another error, after the response began, is that of the response; the parser fails on what follows its end.
      outgoing
        .off('error', reject)
        .on('error', (error: NodeJS.ErrnoException) => (extraBytes ||= String(error.code).startsWith('HPE_')));
      resolve({ message, hasExtraBytes: () => extraBytes });
    });
  });
}

function send(upstream: Upstream, request: MockRequest, client?: Client): ClientRequest {
  const { url, hostname, agent, prefix, timeoutMs, via } = upstream;
  const { method, path, search, body, rest } = request;
  const outgoing = upstream.request({
    protocol: url.protocol,
    hostname,
    port: url.port,
    agent,
    method,
    path: prefix + path + search,
    headers: passedOnHeaders(request, via),
    timeout: rest && timeoutMs,
  });
  client?.onceGone(() => outgoing.destroy());
  // The size of the head is limited, and with it their number.
  outgoing.maxHeadersCount = 0;
  limitTime(outgoing, timeoutMs, rest !== undefined);
  const { inform } = client ?? {};
  if (inform) outgoing.on('information', (information) => inform(informationOf(information)));
  if (rest) passRestOn(body, rest, outgoing);
  else if (body.length > 0) outgoing.end(body);
  else outgoing.end();
  return outgoing;
}

function passedOnHeaders(request: MockRequest, via: string): Record<string, string> {
  const { headers } = request;
  const passedOn = passedHeaders(headers, notOfTheServer);
  setFraming(request, passedOn);
  // RFC 9110, section 7.6.3.
  passedOn.via = headers.via ? `${headers.via}, 1.1 ${via}` : `1.1 ${via}`;
  // The only field of the connection that says what the client can do.
  if (headers.te !== undefined && /(?:^|,)\s*trailers\s*(?:,|$)/i.test(headers.te)) {
    passedOn.te = 'trailers';
    passedOn.connection = 'keep-alive, te';
  }
  return passedOn;
}

/** Headers of a request that are written anew for the server. */
const notOfTheServer = ['host', 'expect', 'content-length'];

/** Ends a request whose response has no whole head in time. A request that is still being sent may only make no pause. */
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

/** Passes on what a client still sends. Where the server wants no more of it, it is read and dropped, so that the response arrives. */
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
