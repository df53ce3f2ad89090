import type { Headers } from '../../contract/message/headers.js';
import type { Preferences } from './prefer.js';

/** More queued responses than this are a test that never sends its requests. */
export const mostNext = 10_000;

/** The header and the cookie by which parallel tests tell their requests apart. */
const keyName = 'mock-key';

/** The responses that come next: for each key and operation a queue, of which each response is sent once. */
export class NextResponses {
  readonly #queues = new Map<string, Preferences[]>();
  #size = 0;

  /**
   * Adds a response to the end of a queue.
   *
   * @param key Requests with this key get it; the empty one is for requests without a key.
   * @throws RangeError when 10,000 responses wait.
   */
  add(operationId: string, response: Preferences, key: string): void {
    if (this.#size >= mostNext)
      throw new RangeError(`${mostNext} responses are waiting already: send the requests that take them.`);
    const name = queueName(operationId, key);
    this.#queues.set(name, [...(this.#queues.get(name) ?? []), response]);
    this.#size += 1;
  }

  /** Takes the first response of the queue that a request belongs to; `undefined` where none waits. */
  take(operationId: string, headers: Headers): Preferences | undefined {
    if (this.#size === 0) return undefined;
    const name = queueName(operationId, keyOf(headers));
    const [first, ...others] = this.#queues.get(name) ?? [];
    if (!first) return undefined;
    if (others.length > 0) this.#queues.set(name, others);
    else this.#queues.delete(name);
    this.#size -= 1;
    return first;
  }

  /** Forgets what waits, of one key or of all. */
  clear(key?: string): void {
    for (const [name, queue] of this.#queues) {
      if (key !== undefined && !name.startsWith(queueName('', key))) continue;
      this.#queues.delete(name);
      this.#size -= queue.length;
    }
  }
}

/** The key that a request carries: the header `Mock-Key`, else the cookie `mock-key`; empty where there is neither. */
export function keyOf(headers: Headers): string {
  const header = headers[keyName]?.trim();
  if (header) return header;
  const pair = (headers.cookie ?? '')
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${keyName}=`));
  return pair?.slice(keyName.length + 1) ?? '';
}

function queueName(operationId: string, key: string): string {
  return `${JSON.stringify(key)} ${operationId}`;
}
