import type { Call, Send } from '../call.js';
import { withLimits } from '../limits.js';
import { copyOf } from './copy-request.js';

/** Ends an attempt that has no response in time. */
export function limitingAttempts({ operation, options: { attemptTimeoutMs: timeoutMs } }: Call, send: Send): Send {
  if (timeoutMs == null) return send;
  return (request, init) =>
    withLimits(operation, { timeoutMs, signals: [request.signal], limited: 'attempt' }, (signal) =>
      send(copyOf(request, signal), init),
    );
}
