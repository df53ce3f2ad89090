import type { Call } from '../call.js';
import type { Attempts } from '../types/options.js';
import { copyableRequest } from './copy-request.js';
import { sendAttempts } from './send-attempts.js';

/**
 * What `retries`, `attemptTimeoutMs` and `onAttempt` need, as the option `attempts` of a client. Node, Deno and Bun have it
 * already. In a browser a client without it does not carry its code.
 *
 * @example
 * const api = createClient({ attempts, retries: 2 });
 */
export const attempts: Attempts<Call> = { requestClass: copyableRequest, send: sendAttempts };
