import type { IncomingMessage } from 'node:http';

/** The status code and the headers of a received response. */
export interface ReceivedHead {
  status: number;
  /** All headers, by names in lower case. Several headers with the same name are joined with a comma and a space. */
  headers: Record<string, string>;
  /** The `Set-Cookie` headers, one by one. */
  setCookies: string[];
  /** The names of headers that were sent several times with different values, although only one is allowed. */
  repeated: string[];
}

/** Reads the head of a response. */
export function receivedHead({ statusCode = 0, headers: joined, rawHeaders }: IncomingMessage): ReceivedHead {
  const { 'set-cookie': setCookies = [] } = joined;
  // `Set-Cookie` is the only header that Node gives as a list.
  const headers = (setCookies.length > 0 ? { ...joined, 'set-cookie': setCookies.join(', ') } : joined) as Headers;
  return { status: statusCode, headers, setCookies, repeated: repeatedIn(rawHeaders, headers) };
}

type Headers = ReceivedHead['headers'];

/** Headers that may be sent only once. If there are several, Node keeps the first. */
const single = new Set(['age', 'content-location', 'content-range', 'content-type', 'date', 'etag', 'last-modified', 'location']);

function repeatedIn(rawHeaders: string[], headers: Record<string, string>): string[] {
  const repeated: string[] = [];
  for (const [index, field] of rawHeaders.entries()) {
    const name = field.toLowerCase();
    // Names and values take turns.
    if (index % 2 > 0 || !single.has(name) || rawHeaders[index + 1] === headers[name]) continue;
    if (!repeated.includes(name)) repeated.push(name);
  }
  return repeated;
}
