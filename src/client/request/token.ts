import { isBelow } from './base-url.js';
import type { Call } from '../call.js';

/** Takes the token off a request that a middleware sends elsewhere than below the base URL. */
export function keepTokenAtHome({ operation: { credential }, token, base }: Call, { url, headers }: Request): void {
  const header = token && credential?.header;
  if (header && !isBelow(base, url) && headers.get(header)?.includes(token)) headers.delete(header);
}
