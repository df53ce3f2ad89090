import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** So many requests of a connection are handled at a time. */
const mostActive = 8;

/** A connection with this many requests that wait is not read from until some of them are done. */
const mostWaiting = 16;

interface Line {
  active: number;
  waiting: Array<() => void>;
}

/**
 * Handles the requests of a connection a few at a time, each when a response
 * before it has left. So a client that sends thousands at once, and
 * perhaps never reads, takes no more from the others than one that waits.
 */
export class Turns {
  readonly #lines = new WeakMap<Socket, Line>();

  /**
   * Starts the work of a request when it is its turn.
   *
   * @param response The work is done when this has left.
   */
  take(socket: Socket, response: ServerResponse, work: () => void): void {
    const line = this.#lines.get(socket) ?? { active: 0, waiting: [] };
    this.#lines.set(socket, line);
    response.once('close', () => {
      line.active -= 1;
      if (line.waiting.length < mostWaiting && socket.isPaused()) socket.resume();
      // Others come first.
      if (line.waiting.length > 0) setImmediate(start, line);
    });
    line.waiting.push(work);
    start(line);
    if (line.waiting.length >= mostWaiting) socket.pause();
  }
}

function start(line: Line): void {
  while (line.active < mostActive) {
    const work = line.waiting.shift();
    if (!work) return;
    line.active += 1;
    work();
  }
}
