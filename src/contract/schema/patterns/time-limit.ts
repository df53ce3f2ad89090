import { Script } from 'node:vm';
import { systemError } from '../../../command/system-error.js';

/** Work that took longer than its limit and was ended. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

const script = new Script('globalThis[Symbol.for("password-reset-mock.limited")]()');
const slot = Symbol.for('password-reset-mock.limited');

/**
 * Runs a function to its end, or ends it: also inside a regular expression that
 * backtracks without end, which nothing else on the same thread can stop.
 * Starting the watch takes about 50 microseconds.
 *
 * @param milliseconds The most that it may take.
 * @throws TimeLimitError when it takes longer; what the function throws otherwise.
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
