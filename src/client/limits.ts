import type { NamedOperation } from './call.js';
import { AbortError } from './errors/abort-error.js';
import { TimeoutError } from './errors/timeout-error.js';

/** Timers count milliseconds with 31 bits: a longer limit would end at once. */
const longestTimeout = 1e9;

/** What limits a call, or an attempt of one. */
export interface Limits {
  /** In milliseconds; none for `null`, and from 1e9 on. */
  timeoutMs: number | null | undefined;
  /** Each of them ends it. */
  signals: readonly AbortSignal[];
  /** What is limited, for messages. */
  limited: 'call' | 'attempt';
}

/**
 * Runs what may take a limited time and may be aborted. The limits hold even where a `fetch` ignores the signal that it
 * gets.
 *
 * @param work Gets a signal that is aborted when a limit is reached; none when there are no limits.
 * @throws TimeoutError or AbortError when a limit is reached.
 */
export function withLimits<Result>(
  operation: NamedOperation,
  { timeoutMs, signals, limited }: Limits,
  work: (signal?: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const hasTimeout = timeoutMs != null && timeoutMs < longestTimeout;
  // Most calls have no limit, and what follows takes longer than the rest of the client.
  if (signals.length === 0 && !hasTimeout) return work();
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort();
  };
  let limit = controller.signal;
  // Joined this way, the caller's signal gets no listener, and ends a body that is still unread when the call is over.
  if (signals.length > 0 && 'any' in AbortSignal) limit = AbortSignal.any([...signals, limit]);
  // React Native.
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
