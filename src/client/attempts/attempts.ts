import type { Call } from '../call.js';
import type { Attempts } from '../types/options.js';
import { sendAttempts } from './send-attempts.js';

/**
 * The code behind `retries`, `attemptTimeoutMs` and `onAttempt`. In a browser, pass it as the option `attempts` of a client; a
 * bundle that does not use it does not contain it. On Node, Deno and Bun each client has it already.
 *
 * @example
 * const api = createClient({ attempts, retries: 2 });
 */
export const attempts: Attempts<Call> = { send: sendAttempts };
