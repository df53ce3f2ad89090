import type { NamedOperation } from '../call.js';
import { AbortError } from '../errors/abort-error.js';
import { TimeoutError } from '../errors/timeout-error.js';

/**
 * Runs work that has a time limit and can be aborted. The limits hold even if a `fetch` ignores its signal.
 *
 * @param limited Names the limited thing in messages.
 * @param timeoutMs In milliseconds. `null` and values from 1e9 mean no limit.
 * @param signals Each of them aborts the work.
 * @param work Gets a signal that aborts when a limit is reached, or no signal if there are no limits.
 * @throws TimeoutError or AbortError when a limit is reached.
 */
export function withLimits<Result>(
  operation: NamedOperation,
  limited: 'call' | 'attempt',
  timeoutMs: number | null | undefined,
  signals: readonly AbortSignal[],
  work: (signal?: AbortSignal) => Promise<Result>,
): Promise<Result> {
  // Timers count milliseconds in 31 bits. A timer with a larger value would fire at once.
  const hasTimeout = timeoutMs != null && timeoutMs < 1e9;
  // Most calls have no limit, and the code below takes longer than the rest of the client.
  if (!signals[0] && !hasTimeout) return work();
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort();
  };
  let limit = controller.signal;
  // Unlike a listener, this leaves nothing on the caller's signal, and the signal still aborts a body that is read after the
  // call.
  if (signals[0] && 'any' in AbortSignal) limit = AbortSignal.any([...signals, limit]);
  // React Native has no AbortSignal.any.
  else for (const signal of signals) signal.addEventListener('abort', abort);
  const timer = hasTimeout ? setTimeout(abort, timeoutMs) : undefined;
  return new Promise<Result>((resolve, reject) => {
    const findAborted = (): AbortSignal | undefined => signals.find((signal) => signal.aborted);
    const end = (): void => {
      const aborted = findAborted();
      reject(aborted ? new AbortError(operation, aborted.reason) : new TimeoutError(operation, timeoutMs ?? 0, limited));
    };
    limit.addEventListener('abort', end);
    if (findAborted()) end();
    else work(limit).then(resolve, reject);
  }).finally(() => {
    clearTimeout(timer);
    for (const signal of signals) signal.removeEventListener('abort', abort);
  });
}
