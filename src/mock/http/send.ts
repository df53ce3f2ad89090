import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import type { MockResponse } from '../../contract/message/response.js';

/** Sends a response; where it breaks off, half of it, and the end of the connection. */
export function send(response: ServerResponse, made: MockResponse): void {
  const { status, body, breaksOff, rest, isLengthOnly, trailers } = made;
  if (rest) sendWhileItComes(response, made, rest);
  else if (breaksOff) sendHalf(response, made);
  else if (trailers) {
    // They came after a body without a length, and only such a body can have them.
    response.writeHead(status, headersOf(made)).write(body ?? '');
    addTrailers(response, trailers);
    response.end();
  } else response.writeHead(status, fieldsOf(made)).end(isLengthOnly ? undefined : body);
}

/** The headers of a response that is sent whole, as a list of names and values. */
function fieldsOf(made: MockResponse): string[] {
  const { status, headers, body, setCookies = [], isLengthOnly } = made;
  const hasLength = isLengthOnly ? headers['content-length'] === undefined : body !== undefined || ![204, 304].includes(status);
  const fields: string[] = [];
  for (const name in headers) if (!hasLength || name !== 'content-length') fields.push(name, headers[name] ?? '');
  if (hasLength) fields.push('content-length', String(lengthOf(made)));
  for (const value of setCookies) fields.push('set-cookie', value);
  return fields;
}

function headersOf({ headers, setCookies }: MockResponse): OutgoingHttpHeaders {
  return { ...headers, ...(setCookies && { 'set-cookie': setCookies }) };
}

function lengthOf({ body = '' }: MockResponse): number {
  return Buffer.byteLength(body);
}

function sendWhileItComes(response: ServerResponse, made: MockResponse, rest: Readable): void {
  const { status, body, trailers } = made;
  response.writeHead(status, headersOf(made)).write(body ?? '');
  // Before the end of the response, which follows that of the body.
  if (rest.readableEnded) addTrailers(response, trailers);
  else rest.once('end', () => addTrailers(response, trailers));
  // Where either side ends early, so does the other.
  pipeline(rest, response, () => undefined);
}

function sendHalf(response: ServerResponse, made: MockResponse): void {
  const { status, body } = made;
  const length = lengthOf(made);
  // Without a byte of the body, no client could tell where it broke.
  response.writeHead(status, { ...headersOf(made), 'content-length': String(Math.max(length, 2)) });
  response.write(body === undefined ? '\n' : body.slice(0, Math.ceil(length / 2)), () => response.destroy());
}

function addTrailers(response: ServerResponse, trailers: MockResponse['trailers']): void {
  if (!response.destroyed && trailers) response.addTrailers(trailers());
}
