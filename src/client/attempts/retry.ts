import type { NamedOperation } from '../call.js';

/** Who is asked to wait for longer than this decides that better than a client, in milliseconds. */
const longestRetryAfter = 60_000;
/** The bound of the random wait before the first retry, and the one that no later bound exceeds, in milliseconds. */
const firstBackoff = 500;
const longestBackoff = 30_000;

/** Whether a request may be repeated. One with an `Idempotency-Key` may be, unless the description forbids it. */
export function mayRepeat({ idempotent, method }: NamedOperation, request: Request): boolean {
  return idempotent ?? (method === 'GET' || request.headers.has('idempotency-key'));
}

/** In milliseconds; `undefined` when a response is not to be retried. */
export function waitBeforeRetry(response: Response | undefined, attempt: number): number | undefined {
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
