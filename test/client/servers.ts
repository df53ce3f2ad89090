import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { connect, createServer as createTcpServer, type AddressInfo, type Server as TcpServer } from 'node:net';
import { onTestFinished } from 'vitest';

/** Serves HTTP until the end of the test. Returns the URL. */
export async function serve(listener: RequestListener): Promise<string> {
  return listen(createServer(listener), 'http');
}

/** Responds to each request with raw bytes, and records the received bytes. */
export async function serveBytes(response: string): Promise<{ url: string; received: () => string }> {
  let received = '';
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received += chunk.toString('utf8');
      socket.end(response);
    });
  });
  return { url: await listen(server, 'http'), received: () => received };
}

/** Serves an HTTP proxy until the end of the test. It records the hosts that it connects to. */
export async function serveProxy(connected: string[]): Promise<string> {
  const server = createServer();
  server.on('connect', (request, client) => {
    connected.push(request.url ?? '');
    const { hostname, port } = new URL(`http://${request.url ?? ''}`);
    const upstream = connect(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 Connected\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) socket.on('error', () => undefined);
  });
  return listen(server, 'http');
}

/** Makes a server listen on a free port until the end of the test. */
export async function listen(server: Server | TcpServer, protocol: 'http' | 'https'): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  });
  return `${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Reads the body of a request that a server gets. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk as string;
  return body;
}
