import { Script } from 'node:vm';
import { systemError } from '../../../command/system-error.js';

/** The time limits of checking a message, in milliseconds. */
export interface TimeLimits {
  /** The longest time that it may block the thread. Default: 10. */
  held?: number;
  /** The total time. Default: 1000. */
  whole?: number;
}

/** Work was stopped because it took longer than its limit. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

const script = new Script('globalThis[Symbol.for("password-reset-mock.limited")]()');
const slot = Symbol.for('password-reset-mock.limited');

/**
 * Runs a function and stops it at a time limit, even inside a regular expression that backtracks endlessly. Nothing else on the
 * same thread can do that. It is too slow to use for each match.
 *
 * @param milliseconds The time limit.
 * @throws TimeLimitError when it takes longer. Errors of the function are thrown unchanged.
 */
export function withinTime<T>(milliseconds: number, run: () => T): T {
  Reflect.set(globalThis, slot, run);
  try {
    return script.runInThisContext({ timeout: milliseconds }) as T;
  } catch (error) {
    if (systemError(error).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
      throw new TimeLimitError(`It took longer than ${milliseconds} ms.`);
    }
    throw error;
  } finally {
    Reflect.deleteProperty(globalThis, slot);
  }
}
