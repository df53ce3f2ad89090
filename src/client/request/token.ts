import { isBelow } from '../base-url.js';
import type { Call, NamedOperation, Send } from '../call.js';
import type { SharedOptions } from '../types/options.js';

/** The token of a call; a function is only asked where the operation requires one. */
export async function tokenFor({ credential }: NamedOperation, token: SharedOptions['token']): Promise<string | undefined> {
  if (!credential) return undefined;
  return typeof token === 'function' ? token() : token;
}

/** Takes the token off a request that a middleware sends elsewhere than below the base URL. */
export function keepingTokenAtHome({ operation, token, base }: Call, send: Send): Send {
  const header = operation.credential?.header;
  if (!header || !token) return send;
  return (request, init) => {
    if (!isBelow(base, request.url) && request.headers.get(header)?.includes(token)) request.headers.delete(header);
    return send(request, init);
  };
}
