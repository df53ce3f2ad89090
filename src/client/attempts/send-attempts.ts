import { isBelow } from '../request/base-url.js';
import type { Call } from '../call.js';
import { ConnectionError } from '../errors/connection-error.js';
import { TimeoutError } from '../errors/timeout-error.js';
import { withLimits } from './limits.js';
import { tokenHeader } from '../request/headers.js';
import { copyOf, requestsLike } from './copy-request.js';
import { sendOnce } from './send-once.js';
import { mayRepeat, waitBeforeRetry } from './retry.js';

/**
 * Sends the request of a call, and repeats it while the response says that a later attempt may succeed. Each attempt runs
 * through the `onAttempt` hook and within `attemptTimeoutMs`, if the call has them.
 *
 * @param init What openapi-fetch passes besides the request.
 * @returns The last response.
 * @throws The error of the last attempt, or the error of the hook.
 */
export async function sendAttempts(call: Call, request: Request, init?: RequestInit): Promise<Response> {
  const { operation, options } = call;
  const { retries = 0, onAttempt, attemptTimeoutMs } = options;
  const last = mayRepeat(operation, request) ? 1 + retries : 1;
  const next = requestsLike(call, request);
  const limited = <Result>(
    timeoutMs: number | null | undefined,
    work: (limit?: AbortSignal) => Promise<Result>,
  ): Promise<Result> => withLimits(operation, 'attempt', timeoutMs, timeoutMs == null ? [] : [request.signal], work);
  const sendOne = (one: Request): Promise<Response> =>
    limited(attemptTimeoutMs, (limit) => sendOnce(call, limit ? copyOf(call, one, limit) : one, init));

  for (let attempt = 1; ; attempt++) {
    const isLast = attempt >= last;
    let response: Response | undefined;
    try {
      response = await (onAttempt
        ? onAttempt({
            operationId: operation.operationId,
            attempt,
            request,
            send: ({ token } = {}) => sendOne(token === undefined ? next() : withToken(call, copyOf(call, request), token)),
          })
        : sendOne(next(isLast)));
    } catch (error) {
      // An error of the caller's own hook is not a reason to retry.
      if (isLast || !(error instanceof ConnectionError || error instanceof TimeoutError)) throw error;
    }
    const wait = isLast ? undefined : waitBeforeRetry(response, attempt);
    if (response && wait === undefined) return response;
    // An unread body would keep its connection open.
    await response?.body?.cancel();
    await limited(wait ?? 0, () => new Promise<never>(() => undefined)).catch((error: unknown) => {
      if (!(error instanceof TimeoutError)) throw error;
    });
  }
}

/** Sets a token on a request, if the operation requires one and the URL is below the base URL. */
function withToken({ operation, base }: Call, request: Request, token: string): Request {
  for (const [name, value] of Object.entries(tokenHeader(operation, token) ?? {})) {
    if (value !== null && isBelow(base, request.url)) request.headers.set(name, value);
  }
  return request;
}
