import type { NamedOperation } from './call.js';
import { AbortError } from './errors/abort-error.js';
import { TimeoutError } from './errors/timeout-error.js';
import type { SharedOptions } from './types/options.js';

/** Timers count milliseconds with 31 bits: a longer limit would end at once. */
const longestTimeout = 1e9;

/**
 * Runs a call that may take a limited time and may be aborted. The limits hold even where a `fetch` ignores the signal
 * that it gets.
 *
 * @param work Gets a signal that is aborted when a limit is reached; none when there are no limits.
 * @throws TimeoutError or AbortError when a limit is reached.
 */
export async function withLimits<Result>(
  operation: NamedOperation,
  { timeoutMs, signal }: Pick<SharedOptions, 'timeoutMs' | 'signal'>,
  work: (signal?: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const hasTimeout = timeoutMs != null && timeoutMs < longestTimeout;
  // Most calls have no limit, and what follows takes longer than the rest of the client.
  if (!signal && !hasTimeout) return work();
  if (signal?.aborted) throw new AbortError(operation, signal.reason);

  const controller = new AbortController();
  // Joined this way, the caller's signal gets no listener, and ends a body that is still unread when the call is over.
  const limit = signal ? AbortSignal.any([signal, controller.signal]) : controller.signal;
  const timer = hasTimeout ? setTimeout(() => controller.abort(), timeoutMs) : undefined;
  try {
    return await new Promise<Result>((resolve, reject) => {
      limit.addEventListener('abort', () => {
        reject(signal?.aborted ? new AbortError(operation, signal.reason) : new TimeoutError(operation, timeoutMs ?? 0));
      });
      work(limit).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
  }
}
