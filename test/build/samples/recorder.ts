import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestOptions,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it came in. */
export interface Recorded {
  method: string;
  /** With the query, as it was sent. */
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** The response, where the request was passed on. */
  received: ReceivedResponse | undefined;
}

/** A response, read to its end. */
export interface ReceivedResponse {
  status: number;
  headers: Record<string, string | undefined>;
  body: string;
}

export interface Recorder {
  url: string;
  /** Takes the requests that came in since it was last asked. */
  take(): Recorded[];
  close(): void;
}

/** Starts a server that writes down each request and passes it on, or responds with 204 where there is no target. */
export async function startRecorder(target?: string): Promise<Recorder> {
  let recorded: Recorded[] = [];
  const record = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method = '', url = '', headers } = incoming;
    const body = await text(incoming);
    const received = target ? await passOn(target + url, { method, headers }, body) : undefined;
    recorded.push({ method, url, headers, body, received });
    outgoing.writeHead(received?.status ?? 204, received?.headers).end(received?.body);
  };
  // Where the target gives no response, neither does this.
  const server = createServer((incoming, outgoing) => void record(incoming, outgoing).catch(() => outgoing.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = recorded;
      recorded = [];
      return taken;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function passOn(url: string, options: RequestOptions, body: string): Promise<ReceivedResponse> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { ...options, agent: false }, (response) => {
      const { statusCode: status = 0, headers } = response;
      text(response).then(
        (received) => resolve({ status, headers: headers as ReceivedResponse['headers'], body: received }),
        reject,
      );
    });
    request.once('error', reject).end(body);
  });
}
