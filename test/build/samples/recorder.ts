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

/** A received request. */
export interface Recorded {
  method: string;
  /** As sent, with the query. */
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** The response, if the request was passed on. */
  received: ReceivedResponse | undefined;
}

/** A complete response. */
export interface ReceivedResponse {
  status: number;
  headers: Record<string, string | undefined>;
  body: string;
}

export interface Recorder {
  url: string;
  /** Takes the requests since the last call. */
  take(): Recorded[];
  close(): void;
}

/** Starts a server that records each request and passes it on to the target. Without a target, it responds with 204. */
export async function startRecorder(target?: string): Promise<Recorder> {
  let recorded: Recorded[] = [];
  const record = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method = '', url = '', headers } = incoming;
    const body = await text(incoming);
    const received = target ? await passOn(target + url, { method, headers }, body) : undefined;
    recorded.push({ method, url, headers, body, received });
    outgoing.writeHead(received?.status ?? 204, received?.headers).end(received?.body);
  };
  // If the target does not respond, this server does not either.
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
