import type { Headers } from '../../contract/message/headers.js';
import { sentCookies } from '../../contract/parameters/sent-pairs.js';
import type { Preferences } from './prefer.js';

/** The most queued responses. A test that queues more probably never sends its requests. */
export const mostNext = 10_000;

/** The name of the header and the cookie that keep the requests of parallel tests apart. */
const keyName = 'mock-key';

/** Queues of responses, one for each key and operation. Each response is sent once. */
export class NextResponses {
  readonly #queues = new Map<string, Preferences[]>();
  #size = 0;

  /**
   * Adds a response to the end of a queue.
   *
   * @param key Requests with this key get the response. An empty key is for requests without a key.
   * @throws RangeError when 10,000 responses are waiting already.
   */
  add(operationId: string, response: Preferences, key: string): void {
    if (this.#size >= mostNext)
      throw new RangeError(`${mostNext} responses are waiting already: send the requests that take them.`);
    const name = queueName(operationId, key);
    this.#queues.set(name, [...(this.#queues.get(name) ?? []), response]);
    this.#size += 1;
  }

  /**
   * Removes and returns the first response of a request's queue; `undefined` when the queue is empty.
   *
   * @param stays Whether it stays in the queue.
   */
  take(operationId: string, headers: Headers, stays = false): Preferences | undefined {
    if (this.#size === 0) return undefined;
    const name = queueName(operationId, keyOf(headers));
    const [first, ...others] = this.#queues.get(name) ?? [];
    if (!first || stays) return first;
    if (others.length > 0) this.#queues.set(name, others);
    else this.#queues.delete(name);
    this.#size -= 1;
    return first;
  }

  /** Removes all responses of a key. Default: those of all keys. */
  clear(key?: string): void {
    for (const [name, queue] of this.#queues) {
      if (key !== undefined && !name.startsWith(queueName('', key))) continue;
      this.#queues.delete(name);
      this.#size -= queue.length;
    }
  }
}

/** The key of a request: the header `Mock-Key`, else the cookie `mock-key`, else an empty text. */
export function keyOf(headers: Headers): string {
  const header = headers[keyName]?.trim();
  if (header) return header;
  return sentCookies(headers.cookie).find(({ name }) => name === keyName)?.text ?? '';
}

function queueName(operationId: string, key: string): string {
  return `${JSON.stringify(key)} ${operationId}`;
}
