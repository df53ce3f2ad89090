import { Agent as HttpAgent, request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { knownCodings, mostUnpacked } from '../../contract/body/content-coding.js';
import { receivedHead } from '../../contract/response/received-head.js';
import type { ReceivedResponse } from '../../contract/response/received-response.js';
import { fullUrl, type SampleRequest } from '../../requests/sample-request.js';

/** A response, and what became of its connection. */
export interface ServerResponse extends ReceivedResponse {
  /** Whether bytes came after its end, which belong to no response. */
  extraBytes: boolean;
  /** Whether its connection had carried another response before. */
  reused: boolean;
}

/** A connection that one request after the other is sent on. */
export class KeptConnection {
  readonly #agents = {
    'http:': new HttpAgent({ keepAlive: true, maxSockets: 1 }),
    'https:': new HttpsAgent({ keepAlive: true, maxSockets: 1 }),
  };
  /** Whether bytes came while no response was awaited. */
  hasExtraBytes = false;

  #forget: () => void = () => undefined;

  /** The agent for the next request. */
  agentFor(protocol: string): HttpAgent {
    this.#forget();
    return this.#agents[protocol === 'https:' ? 'https:' : 'http:'];
  }

  /** Calls a function when the next request is sent. */
  onceUsed(forget: () => void): void {
    this.#forget = forget;
  }

  close(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }
}

/**
 * Sends a request as it is, a GET with a body as well. Redirects are not followed.
 *
 * @param timeoutMs How long the whole response may take.
 * @param connection Where it is sent. Default: a connection of its own.
 * @throws Error of Node's HTTP client when there is no whole response; `TimeoutError` when it takes too long.
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
          // Node sends the body of a GET without a length, unless it is given: then no server sees it.
          ...(body && { 'content-length': body.length }),
        },
        agent: connection?.agentFor(url.protocol) ?? false,
        signal: timeout.signal,
      });
      outgoing.once('error', reject).once('response', (response) => {
        // From here on an error of the response is its own, and one of the request is that of bytes after it.
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
  let extraBytes = connection?.hasExtraBytes ?? false;
  if (connection) connection.hasExtraBytes = false;
  // The parser fails on what comes after the end of a response, which is whole by then.
  outgoing.on('error', () => (extraBytes = true));
  const { socket } = response;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= mostUnpacked) chunks.push(chunk);
  }
  if (connection) {
    // What comes before the next request is sent belongs to none.
    const notice = (): void => void (connection.hasExtraBytes = true);
    socket.on('data', notice);
    connection.onceUsed(() => socket.off('data', notice));
  }
  return {
    ...receivedHead(response),
    body: size <= mostUnpacked ? Buffer.concat(chunks) : undefined,
    extraBytes,
    reused: outgoing.reusedSocket,
  };
}
