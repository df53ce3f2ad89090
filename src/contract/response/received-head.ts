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
  const headers: Record<string, string> = {};
  for (const name in joined) {
    const value = joined[name];
    if (value !== undefined) headers[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return { status: statusCode, headers, setCookies: joined['set-cookie'] ?? [], repeated: repeatedIn(rawHeaders, headers) };
}

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
