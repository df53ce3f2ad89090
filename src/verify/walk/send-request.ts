import { Agent as HttpAgent, request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { knownCodings, mostUnpacked } from '../../contract/body/content-coding.js';
import { watchForExtraBytes } from '../../contract/response/extra-bytes.js';
import { receivedHead } from '../../contract/response/received-head.js';
import type { ReceivedResponse } from '../../contract/response/received-response.js';
import { fullUrl, type SampleRequest } from '../../requests/sample-request.js';

/** A response and the state of its connection. */
export interface ServerResponse extends ReceivedResponse {
  /** Whether bytes followed the end of the response. */
  extraBytes: boolean;
  /** Whether the connection was used before. */
  reused: boolean;
}

const one = { keepAlive: true, maxSockets: 1 };

/** A connection that is kept open for several requests. */
export class KeptConnection {
  readonly #http = new HttpAgent(one);
  readonly #https = new HttpsAgent(one);
  /** Whether bytes came when no response was expected. */
  hasExtraBytes = false;

  #forget: () => void = () => undefined;

  /** The agent for the next request. */
  agentFor(protocol: string): HttpAgent {
    this.#forget();
    return protocol === 'https:' ? this.#https : this.#http;
  }

  /** Calls a function when the next request is sent. */
  onceUsed(forget: () => void): void {
    this.#forget = forget;
  }

  close(): void {
    this.#http.destroy();
    this.#https.destroy();
  }
}

/**
 * Sends a request, including a GET body. It does not follow redirects.
 *
 * @param timeoutMs The time limit until the end of the response.
 * @param connection The connection to use. Default: a new one.
 * @throws The error of Node's HTTP client when no complete response arrives; a DOMException named `TimeoutError` at the time
 *   limit.
 */
export async function sendRequest(
  request: SampleRequest,
  timeoutMs: number,
  connection?: KeptConnection,
): Promise<ServerResponse> {
  const url = new URL(fullUrl(request));
  const body = request.body === undefined ? undefined : Buffer.from(request.body.text);
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutMs);
  try {
    return await new Promise<ServerResponse>((resolve, reject) => {
      const outgoing = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
        method: request.method,
        headers: {
          accept: '*/*',
          'accept-encoding': knownCodings,
          ...Object.fromEntries(request.headers),
          // By default, Node sends a GET body without a Content-Length, so no server would read it.
          ...(body && { 'content-length': body.length }),
        },
        agent: connection?.agentFor(url.protocol) ?? false,
        signal: timeout.signal,
      });
      // Their size is limited. By default, Node drops the headers after the first 2,000.
      outgoing.maxHeadersCount = 0;
      outgoing.once('error', reject).once('response', (response) => {
        // From here on, an error of the response is reported by the response itself.
        outgoing.off('error', reject);
        received(outgoing, response, connection).then(resolve, reject);
      });
      outgoing.end(body);
    });
  } catch (error) {
    if (timeout.signal.aborted) throw new DOMException('The server did not respond in time.', 'TimeoutError');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function received(
  outgoing: ClientRequest,
  response: IncomingMessage,
  connection?: KeptConnection,
): Promise<ServerResponse> {
  const hadExtraBytes = connection?.hasExtraBytes ?? false;
  if (connection) connection.hasExtraBytes = false;
  const hasExtraBytes = watchForExtraBytes(outgoing, response);
  const { socket } = response;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= mostUnpacked) chunks.push(chunk);
  }
  if (connection) {
    // Bytes that come before the next request belong to no response.
    const notice = (): void => void (connection.hasExtraBytes = true);
    socket.on('data', notice);
    connection.onceUsed(() => socket.off('data', notice));
  }
  return {
    ...receivedHead(response),
    body: size <= mostUnpacked ? Buffer.concat(chunks) : undefined,
    extraBytes: hadExtraBytes || hasExtraBytes(),
    reused: outgoing.reusedSocket,
  };
}
