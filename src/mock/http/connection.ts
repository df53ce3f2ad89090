import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** So many requests of a connection are handled before it is the turn of the others. */
export const mostAtOnce = 4;

/** A connection with this many requests that wait is not read from until some of them are done. */
export const mostWaiting = 16;

/**
 * A connection, and the exchanges that it has not finished. It handles its requests a few at a time, and lets the other
 * connections have theirs in between. So a client that sends thousands at once, and perhaps never reads, takes no more from
 * the others than one that waits.
 */
export class Connection {
  /** In the order of their requests. */
  readonly open: Set<ServerResponse> = new Set<ServerResponse>();
  readonly #waiting: Array<() => void> = [];
  /** Requests whose responses have not left. */
  #active = 0;
  /** Requests that were started since the others had their turn. */
  #started = 0;
  #isTurnAwaited = false;

  constructor(private readonly socket: Socket) {}

  /**
   * Starts the work of a request when it is its turn.
   *
   * @param response The work is done when this has left.
   */
  take(response: ServerResponse, work: () => void): void {
    this.open.add(response);
    response.on('close', () => this.#closed(response));
    this.#waiting.push(work);
    this.#start();
    if (this.#waiting.length >= mostWaiting) this.socket.pause();
  }

  #closed(response: ServerResponse): void {
    const { req: request } = response;
    // A request that was answered before its end still belongs to the exchange.
    if (request.complete) this.open.delete(response);
    else request.once('close', () => this.open.delete(response));
    this.#active -= 1;
    if (this.#active === 0 && this.#waiting.length === 0) this.#started = 0;
    else this.#start();
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

  /** Node parses all that a connection has sent in one go, and would handle it in one go. */
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
