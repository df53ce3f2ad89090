import type { Timers } from './limits.js';

/**
 * Sends a request until it gets an answer that is likely to stay.
 *
 * @param retries How often to send it again at most.
 * @param timers Gets the handle of each wait.
 * @returns The last answer.
 * @throws What the last sending has thrown.
 */
export async function withRetries(
  fetch: (request: Request) => Promise<Response>,
  request: Request,
  retries: number,
  timers: Timers,
): Promise<Response> {
  for (let longest = 500; retries-- > 0 && !request.signal.aborted; longest *= 2) {
    const response = await fetch(request.clone()).catch(() => undefined);
    // A number of seconds or a date (RFC 9110, section 10.2.3).
    const asked = response?.headers.get('retry-after') as string;
    const wait = +asked * 1000 || Date.parse(asked) - Date.now() || Math.random() * longest;
    // (test makes a string of the status itself.)
    // Who is asked to wait for more than a minute had better decide that himself.
    if (response && (wait > 60_000 || !/408|429|5../.test(response.status as unknown as string))) return response;
    // An answer that nobody reads would keep its connection.
    await response?.text().catch(() => undefined);
    await new Promise((resolve) => timers.push(setTimeout(resolve, wait)));
  }
  return fetch(request);
}
