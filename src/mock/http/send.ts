import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import type { MockResponse } from '../../contract/message/response.js';

/** Sends a response. For a response that is to break off, it sends half of the body and closes the connection. */
export function send(response: ServerResponse, made: MockResponse): void {
  const { status, body, breaksOff, rest, isLengthOnly, trailers } = made;
  if (rest) sendWhileItComes(response, made, rest);
  else if (breaksOff) sendHalf(response, made);
  else if (trailers) {
    // HTTP allows trailers only after a body without Content-Length.
    response.writeHead(status, headersOf(made)).write(body ?? '');
    addTrailers(response, trailers);
    response.end();
  } else response.writeHead(status, fieldsOf(made)).end(isLengthOnly ? undefined : body);
}

/** The headers of a complete response, as a list with names and values in turn. */
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
  // The trailers must be added before the response ends, which is right after the end of the body.
  if (rest.readableEnded) addTrailers(response, trailers);
  else rest.once('end', () => addTrailers(response, trailers));
  // When one side ends early, the pipeline also ends the other.
  pipeline(rest, response, () => undefined);
}

function sendHalf(response: ServerResponse, made: MockResponse): void {
  const { status, body } = made;
  const length = lengthOf(made);
  // Content-Length must be larger than the sent part, and at least one byte is sent, so that clients see a broken body.
  response.writeHead(status, { ...headersOf(made), 'content-length': String(Math.max(length, 2)) });
  response.write(body === undefined ? '\n' : body.slice(0, Math.ceil(length / 2)), () => response.destroy());
}

function addTrailers(response: ServerResponse, trailers: MockResponse['trailers']): void {
  if (!response.destroyed && trailers) response.addTrailers(trailers());
}
