import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The number of requests of one connection that are handled before the other connections get a turn. */
export const mostAtOnce = 4;

/** When this many requests of a connection wait, the server stops reading from the connection until some are done. */
export const mostWaiting = 16;

/**
 * A connection and its unfinished exchanges. It handles a few of its requests at a time, and then gives a turn to the other
 * connections. So a client that sends thousands of requests at once, and perhaps never reads, does not slow down the others.
 */
export class Connection {
  /** The unfinished responses, in the order of their requests. */
  readonly open: ServerResponse[] = [];
  readonly #waiting: Array<() => void> = [];
  /** The number of started requests whose responses are not sent yet. */
  #active = 0;
  /** The number of requests that were started since the other connections had a turn. */
  #started = 0;
  #isTurnAwaited = false;

  constructor(private readonly socket: Socket) {}

  /**
   * Starts the work for a request when it is its turn.
   *
   * @param response The response to the request. The work is done when it is closed.
   */
  take(response: ServerResponse, work: () => void): void {
    this.open.push(response);
    response.on('close', () => this.#closed(response));
    this.#waiting.push(work);
    this.#start();
    if (this.#waiting.length >= mostWaiting) this.socket.pause();
  }

  #closed(response: ServerResponse): void {
    const { req: request } = response;
    // When the response is sent before the request has ended, the exchange stays open until the request ends.
    if (request.complete) this.#forget(response);
    else request.once('close', () => this.#forget(response));
    this.#active -= 1;
    if (this.#active === 0 && this.#waiting.length === 0) this.#started = 0;
    else this.#start();
  }

  #forget(response: ServerResponse): void {
    this.open.splice(this.open.indexOf(response), 1);
  }

  #start(): void {
    while (this.#active < mostAtOnce && this.#started < mostAtOnce) {
      const work = this.#waiting.shift();
      if (!work) break;
      this.#active += 1;
      this.#started += 1;
      work();
    }
    if (this.#waiting.length > 0 && this.#started >= mostAtOnce) this.#awaitTurn();
    if (this.#waiting.length < mostWaiting && this.socket.isPaused()) this.socket.resume();
  }

  /** Waits for the other connections. Otherwise Node would handle all requests of one chunk before it turns to them. */
  #awaitTurn(): void {
    if (this.#isTurnAwaited) return;
    this.#isTurnAwaited = true;
    setImmediate(() => {
      this.#isTurnAwaited = false;
      this.#started = 0;
      this.#start();
    });
  }
}
