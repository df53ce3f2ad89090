import type { Call, Send } from '../call.js';
import { ConnectionError } from '../errors/connection-error.js';
import { TimeoutError } from '../errors/timeout-error.js';
import { requestsLike } from './copy-request.js';

/** Who is asked to wait for longer than this decides that better than a client, in milliseconds. */
const longestRetryAfter = 60_000;
/** The bound of the random wait before the first retry, and the one that no later bound exceeds, in milliseconds. */
const firstBackoff = 500;
const longestBackoff = 30_000;

/**
 * Sends a request again while its response says that a later one may succeed.
 *
 * @param sendAttempt Sends the attempt of a number; the first is 1.
 * @returns Sends a request: resolves to the last response, rejects with what the last attempt has thrown.
 */
export function retrying(call: Call, sendAttempt: (attempt: number) => Send): Send {
  const { retries } = call.options;
  if (!retries) return sendAttempt(1);
  return async (request, init) => {
    const last = mayRepeat(call, request) ? 1 + retries : 1;
    const next = requestsLike(request);
    for (let attempt = 1; attempt < last; attempt++) {
      const response = await responseIfAny(sendAttempt(attempt)(next(), init));
      const wait = waitBeforeRetry(response, attempt);
      if (response && wait === undefined) return response;
      // A body that nobody reads would keep its connection.
      await response?.body?.cancel();
      await sleep(wait ?? 0, request.signal);
    }
    return sendAttempt(last)(next(true), init);
  };
}

/** Whether a request may be repeated. One with an `Idempotency-Key` may be, unless the description forbids it. */
function mayRepeat({ operation }: Call, request: Request): boolean {
  return operation.idempotent ?? (operation.method === 'GET' || request.headers.has('idempotency-key'));
}

/** The response; `undefined` when there was none in time. Errors of the caller's own hook are no reason to try again. */
async function responseIfAny(sent: Promise<Response>): Promise<Response | undefined> {
  try {
    return await sent;
  } catch (error) {
    if (error instanceof ConnectionError || error instanceof TimeoutError) return undefined;
    throw error;
  }
}

/** In milliseconds; `undefined` when a response is not to be retried. */
function waitBeforeRetry(response: Response | undefined, attempt: number): number | undefined {
  if (response && !isRetriable(response.status)) return undefined;
  const asked = retryAfter(response?.headers.get('retry-after') ?? '');
  if (Number.isNaN(asked)) return Math.random() * Math.min(firstBackoff * 2 ** (attempt - 1), longestBackoff);
  return asked <= longestRetryAfter ? asked : undefined;
}

function isRetriable(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/** `Retry-After` (RFC 9110, section 10.2.3), a number of seconds or a date, in milliseconds; NaN when it is neither. */
function retryAfter(value: string): number {
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // A date begins with the name of a day. Date.parse takes other things for dates, too, such as "-5".
  return /^[A-Z]/i.test(value) ? Math.max(0, Date.parse(value) - Date.now()) : Number.NaN;
}

/** @throws The reason of the signal when it is aborted meanwhile. */
function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
}
