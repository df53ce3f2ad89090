import type { Headers } from '../../contract/message/headers.js';

/**
 * Copies the headers of a message that a proxy passes on. It leaves out those that concern a single connection, and those that
 * the `Connection` header names (RFC 9110, section 7.6.1).
 *
 * @param others More names to leave out.
 * @returns A new object.
 */
export function passedHeaders(headers: Headers, others: readonly string[]): Record<string, string> {
  const named = namedBy(headers.connection);
  const passed: Record<string, string> = {};
  for (const name in headers) {
    if (ofTheConnection.has(name) || others.includes(name) || named.includes(name)) continue;
    const value = headers[name];
    if (value !== undefined) passed[name] = value;
  }
  return passed;
}

/** Most servers and clients only say that the connection stays open. */
function namedBy(connection: string | undefined): readonly string[] {
  return connection === undefined || connection === 'keep-alive' ? none : connection.toLowerCase().split(/[\s,]+/);
}

const none: readonly string[] = [];

const ofTheConnection = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
