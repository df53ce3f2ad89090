import { AbortError } from './errors/abort-error.js';
import type { MakeError } from './errors/client-error.js';
import { TimeoutError } from './errors/timeout-error.js';

/** The handles of `setTimeout`. */
export type Timers = Array<ReturnType<typeof setTimeout>>;

/**
 * Runs a call that may take a limited time and may be aborted. The limits hold even where a `fetch` does not heed
 * the signal that it gets.
 *
 * @param timers What of these is still running when the call ends is stopped.
 * @param work Gets a signal that is aborted when a limit is reached; none when there are no limits.
 * @throws TimeoutError or AbortError when a limit is reached.
 */
export async function withLimits(
  error: MakeError,
  timeoutMs: number | undefined,
  signal: AbortSignal | null | undefined,
  timers: Timers,
  work: (signal?: AbortSignal) => Promise<unknown>,
): Promise<unknown> {
  // Most calls have no limit, and what follows takes longer than the rest of the client.
  if (!signal && timeoutMs == null) return work();
  const controller = new AbortController();
  let end!: () => void;
  const limit = new Promise<never>((_, reject) => {
    end = () => {
      controller.abort();
      reject(
        signal?.aborted
          ? error(AbortError, 'was aborted', { cause: signal.reason })
          : error(TimeoutError, `took over ${timeoutMs} ms`, { timeoutMs }),
      );
    };
    // Timers count with 32 bits: what is much longer would end at once.
    if (timeoutMs! < 1e9) timers.push(setTimeout(end, timeoutMs));
    signal?.addEventListener('abort', end);
  });
  try {
    return await Promise.race([limit, signal?.aborted ? end() : work(controller.signal)]);
  } finally {
    timers.map(clearTimeout);
    signal?.removeEventListener('abort', end);
  }
}
