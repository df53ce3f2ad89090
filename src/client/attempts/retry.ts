import type { NamedOperation } from '../call.js';

/** In milliseconds. If the server asks for a longer wait, the caller decides what to do, not the client. */
const longestRetryAfter = 60_000;
/**
 * In milliseconds. The wait is random: at most `firstBackoff` before the first retry, twice that before the next, and so on up
 * to `longestBackoff`.
 */
const firstBackoff = 500;
const longestBackoff = 30_000;

/** Whether a request may be repeated. One with an `Idempotency-Key` may be, unless the description forbids it. */
export function mayRepeat({ idempotent, method }: NamedOperation, request: Request): boolean {
  return idempotent ?? (method === 'GET' || request.headers.has('idempotency-key'));
}

/** The time to wait before the next attempt, in milliseconds. `undefined` when the request must not be repeated. */
export function waitBeforeRetry(response: Response | undefined, attempt: number): number | undefined {
  if (response && !isRetriable(response.status)) return undefined;
  const asked = retryAfter(response?.headers.get('retry-after') ?? '');
  if (Number.isNaN(asked)) return Math.random() * Math.min(firstBackoff * 2 ** (attempt - 1), longestBackoff);
  return asked <= longestRetryAfter ? asked : undefined;
}

function isRetriable(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/** `Retry-After` (RFC 9110, section 10.2.3), a number of seconds or a date, in milliseconds; NaN for any other value. */
function retryAfter(value: string): number {
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // A date begins with the name of a day. Date.parse also accepts texts that are no dates, such as "-5".
  return /^[A-Z]/i.test(value) ? Math.max(0, Date.parse(value) - Date.now()) : Number.NaN;
}
