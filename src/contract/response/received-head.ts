import type { IncomingMessage } from 'node:http';

/** What stands before the body of a response, as it came from a server. */
export interface ReceivedHead {
  status: number;
  /** All of them, the names in lower case; several fields of one name are joined with a comma and a space. */
  headers: Record<string, string>;
  /** The fields `Set-Cookie`, each for itself. */
  setCookies: string[];
  /** The names that stand more than once with different values, though only one field of them may be sent. */
  repeated: string[];
}

/** Reads the head of a response. */
export function receivedHead({ statusCode = 0, headers: joined, rawHeaders }: IncomingMessage): ReceivedHead {
  const { 'set-cookie': setCookies = [] } = joined;
  // The only header that Node gives as a list.
  const headers = (setCookies.length > 0 ? { ...joined, 'set-cookie': setCookies.join(', ') } : joined) as Headers;
  return { status: statusCode, headers, setCookies, repeated: repeatedIn(rawHeaders, headers) };
}

type Headers = ReceivedHead['headers'];

/** Fields that may be sent once; of several, Node keeps the first. */
const single = new Set(['age', 'content-location', 'content-range', 'content-type', 'date', 'etag', 'last-modified', 'location']);

function repeatedIn(rawHeaders: string[], headers: Record<string, string>): string[] {
  const repeated = new Set<string>();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? '';
    if (single.has(name) && rawHeaders[index + 1] !== headers[name]) repeated.add(name);
  }
  return [...repeated];
}
