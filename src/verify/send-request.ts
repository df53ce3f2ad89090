import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { ReceivedResponse } from '../contract/response/received-response.js';
import { fullUrl, type SampleRequest } from '../requests/sample-request.js';

/** More of a body than this is not kept. */
const mostBytes = 16 * 1024 * 1024;

/**
 * Sends a request as it is, a GET with a body as well. Redirects are not followed.
 *
 * @param timeoutMs How long the whole response may take.
 * @throws Error of Node's HTTP client when there is no whole response; `TimeoutError` when it takes too long.
 */
export async function sendRequest(request: SampleRequest, timeoutMs: number): Promise<ReceivedResponse> {
  const url = new URL(fullUrl(request));
  const body = request.body === undefined ? undefined : Buffer.from(request.body.text);
  const headers = Object.fromEntries(request.headers);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const timeout = new AbortController();
  const timer = setTimeout(() => {
    timeout.abort();
  }, timeoutMs);
  try {
    return await new Promise<ReceivedResponse>((resolve, reject) => {
      const outgoing = send(url, {
        method: request.method,
        // Node sends the body of a GET without a length, unless it is given: then no server sees it.
        headers: { accept: '*/*', ...headers, ...(body && { 'content-length': body.length }) },
        agent: false,
        signal: timeout.signal,
      });
      outgoing.once('error', reject).once('response', (response) => {
        received(response).then(resolve, reject);
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

async function received(response: IncomingMessage): Promise<ReceivedResponse> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
  }
  const headers = Object.entries(response.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ]);
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(headers) as ReceivedResponse['headers'],
    body: size <= mostBytes ? Buffer.concat(chunks) : undefined,
  };
}
