import type { Headers } from '../../contract/message/headers.js';

/**
 * The headers of a message that are passed on: all but those that concern one connection (RFC 9110, section 7.6.1), which
 * the header `Connection` may name more of.
 *
 * @param others Names that are left out, too.
 * @returns A new object.
 */
export function passedHeaders(headers: Headers, others: readonly string[]): Record<string, string> {
  const named = headers.connection === undefined ? [] : headers.connection.toLowerCase().split(/[\s,]+/);
  const passed: Record<string, string> = {};
  for (const name in headers) {
    if (ofTheConnection.has(name) || others.includes(name) || named.includes(name)) continue;
    const value = headers[name];
    if (value !== undefined) passed[name] = value;
  }
  return passed;
}

const ofTheConnection = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
