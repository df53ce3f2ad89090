import { isBelow } from '../base-url.js';
import type { Call, Send } from '../call.js';
import { tokenHeader } from '../request/headers.js';
import { copyOf, requestsLike } from './copy-request.js';

/**
 * Lets the `onAttempt` hook of the caller send each attempt. What the hook throws passes unchanged.
 *
 * @returns A function that sends one attempt and knows its number.
 */
export function hookingAttempts({ operation, options, base }: Call, send: Send): (attempt: number) => Send {
  const { onAttempt } = options;
  if (!onAttempt) return () => send;
  return (attempt) => async (request, init) => {
    // The hook may send it again.
    const next = requestsLike(request);
    return onAttempt({
      operationId: operation.operationId,
      attempt,
      request,
      send: ({ token } = {}) => {
        const copy = token === undefined ? next() : copyOf(request);
        for (const [name, value] of Object.entries(tokenHeader(operation, token))) {
          if (value !== null && isBelow(base, copy.url)) copy.headers.set(name, value);
        }
        return send(copy, init);
      },
    });
  };
}
