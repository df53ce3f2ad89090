import type { OwnServer } from '../types/description.js';
import { parseBaseUrl } from './base-url.js';

/**
 * Creates the `server` of an operation that has a server of its own, or whose path has one. Only the generated files call it,
 * for such operations, so that other operations do not bundle it.
 *
 * @param url The URL of the server, or a path on the origin of the base URL.
 * @param replaces The server of the description. The operation uses its own server only with this `baseUrl`.
 */
export function ownServer(url: string, replaces: string): OwnServer {
  return (base, baseUrl) => (baseUrl === replaces ? parseBaseUrl(url, base.href) : base);
}
