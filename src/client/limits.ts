import type { NamedOperation } from './call.js';
import { AbortError } from './errors/abort-error.js';
import { TimeoutError } from './errors/timeout-error.js';

/** Timers count milliseconds in 31 bits. A timer with a larger value would fire at once. */
const longestTimeout = 1e9;

/** The limits of a call or of an attempt. */
export interface Limits {
  /** In milliseconds. `null` and values from 1e9 mean no limit. */
  timeoutMs: number | null | undefined;
  /** Each of them aborts the work. */
  signals: readonly AbortSignal[];
  /** Names the limited thing in messages. */
  limited: 'call' | 'attempt';
}

/**
 * Runs work that has a time limit and can be aborted. The limits hold even if a `fetch` ignores its signal.
 *
 * @param work Gets a signal that aborts when a limit is reached, or no signal if there are no limits.
 * @throws TimeoutError or AbortError when a limit is reached.
 */
export function withLimits<Result>(
  operation: NamedOperation,
  { timeoutMs, signals, limited }: Limits,
  work: (signal?: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const hasTimeout = timeoutMs != null && timeoutMs < longestTimeout;
  // Most calls have no limit, and the code below takes longer than the rest of the client.
  if (signals.length === 0 && !hasTimeout) return work();
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort();
  };
  let limit = controller.signal;
  // Unlike a listener, this leaves nothing on the caller's signal, and the signal still aborts a body that is read after the
  // call.
  if (signals.length > 0 && 'any' in AbortSignal) limit = AbortSignal.any([...signals, limit]);
  // React Native has no AbortSignal.any.
  else for (const signal of signals) signal.addEventListener('abort', abort);
  const timer = hasTimeout ? setTimeout(abort, timeoutMs) : undefined;
  return new Promise<Result>((resolve, reject) => {
    const end = (): void => {
      const aborted = signals.find((signal) => signal.aborted);
      reject(aborted ? new AbortError(operation, aborted.reason) : new TimeoutError(operation, timeoutMs ?? 0, limited));
    };
    limit.addEventListener('abort', end);
    if (signals.some((signal) => signal.aborted)) end();
    else work(limit).then(resolve, reject);
  }).finally(() => {
    clearTimeout(timer);
    for (const signal of signals) signal.removeEventListener('abort', abort);
  });
}
