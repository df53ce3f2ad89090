import type { IncomingMessage } from 'node:http';

/**
 * Sends a request with a body that `fetch` refuses, as HTTP/1.1 through Node's own client. Follows no redirect.
 *
 * @param request Everything but the body.
 * @param body Text, or what else a Response takes.
 * @throws What Node says of a connection that fails.
 */
export async function sendWithBody(request: Request, body: unknown): Promise<Response> {
  const bytes = new Uint8Array(await new Response(body as BodyInit).arrayBuffer());
  const { request: open } = await (request.url.startsWith('https:') ? import('node:https') : import('node:http'));
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = {
      accept: '*/*',
      // Nothing here would undo a compression.
      'accept-encoding': 'identity',
      ...Object.fromEntries(request.headers),
      // Without it, Node sends the body of a GET unframed, and the server takes it for the next request.
      'content-length': bytes.byteLength,
    };
    open(request.url, { method: request.method, headers, signal: request.signal }, resolve).on('error', reject).end(bytes);
  });
  return toResponse(message, request.method);
}

async function toResponse(message: IncomingMessage, method: string): Promise<Response> {
  const { statusCode: status = 0, statusMessage: statusText = '' } = message;
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(message.headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  // Response refuses a body for a status that has none.
  const bodiless = [204, 205, 304].includes(status) || method === 'HEAD';
  if (bodiless) message.resume();
  const { Readable } = await import('node:stream');
  return new Response(bodiless ? null : (Readable.toWeb(message) as ReadableStream), { status, statusText, headers });
}
