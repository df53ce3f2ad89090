import { isBelow } from './base-url.js';
import type { Call } from '../call.js';

/** Removes the token from a request if a middleware has changed its URL to one that is not below the base URL. */
export function keepTokenAtHome({ operation: { credential }, token, base }: Call, { url, headers }: Request): void {
  const header = token && credential?.header;
  if (header && !isBelow(base, url) && headers.get(header)?.includes(token)) headers.delete(header);
}
