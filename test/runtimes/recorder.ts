import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server whose behaviour depends on the first segment of the path. It records the requests. */
export interface Recorder {
  url: string;
  /** The requests below a segment. */
  received: (segment: string) => Array<{ authorization: string | undefined; body: string }>;
  server: Server;
}

/** The first segments, with the behaviour of the server below each. */
export type Behavior = 'success' | 'busy-once' | 'silent' | 'error-body';

/** Starts a server whose successes have the given status code. Pages of any origin can call it. */
export async function startRecorder(successStatus: number): Promise<Recorder> {
  const requests: Array<{ segment: string; authorization: string | undefined; body: string }> = [];
  const received: Recorder['received'] = (segment) => requests.filter((request) => request.segment === segment);
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*, authorization');
    response.setHeader('access-control-allow-methods', '*');
    response.setHeader('access-control-expose-headers', '*');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    void textOf(request).then((body) => {
      const segment = request.url?.split('/')[1] ?? '';
      requests.push({ segment, authorization: request.headers.authorization, body });
      switch (segment as Behavior) {
        case 'silent':
          return;
        case 'error-body':
          return response.writeHead(418, { 'content-type': 'application/json' }).end('{"detail":"no tea"}');
        case 'busy-once':
          if (received(segment).length === 1) return response.writeHead(503, { 'retry-after': '0' }).end();
      }
      return response.writeHead(successStatus).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, server };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk as string;
  return text;
}
