import { request as httpRequest } from 'node:http';
import type { Sent } from './requests.js';

/** A complete response of the mock. */
export interface Received {
  status: number;
  headers: Record<string, string | undefined>;
  body: string;
}

/** A problem body (RFC 9457) as the mock writes it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  violations?: Array<{ location: string; rule: string; message: string }>;
  [member: string]: unknown;
}

/** Sends a request, even a GET with a body, which `fetch` refuses. */
export function send(url: string, { method, path, headers, body }: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const request = httpRequest(url + path, { method, headers: { ...length, ...headers }, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.once('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers as Received['headers'], body: text });
      });
    });
    request.once('error', reject).end(body);
  });
}

/** Reads a problem body. Fails if the response has none. */
export function problemOf({ headers, body, status }: Received): Problem {
  if (headers['content-type'] !== 'application/problem+json')
    throw new Error(`The response ${status} has no problem body: ${body}`);
  return JSON.parse(body) as Problem;
}
