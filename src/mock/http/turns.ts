import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** So many requests of a connection are handled before it is the turn of the others. */
const mostAtOnce = 4;

/** A connection with this many requests that wait is not read from until some of them are done. */
const mostWaiting = 16;

interface Line {
  /** Requests whose responses have not left. */
  active: number;
  /** Requests that were started since the others had their turn. */
  started: number;
  waiting: Array<() => void>;
}

/**
 * Handles the requests of a connection a few at a time, and lets the other
 * connections have theirs in between. So a client that sends thousands at
 * once, and perhaps never reads, takes no more from the others than one that waits.
 */
export class Turns {
  readonly #lines = new WeakMap<Socket, Line>();

  /**
   * Starts the work of a request when it is its turn.
   *
   * @param response The work is done when this has left.
   */
  take(socket: Socket, response: ServerResponse, work: () => void): void {
    const line = this.#lines.get(socket) ?? { active: 0, started: 0, waiting: [] };
    this.#lines.set(socket, line);
    response.once('close', () => {
      line.active -= 1;
      start(line, socket);
    });
    line.waiting.push(work);
    start(line, socket);
    if (line.waiting.length >= mostWaiting) socket.pause();
  }
}

function start(line: Line, socket: Socket): void {
  while (line.active < mostAtOnce && line.started < mostAtOnce) {
    const work = line.waiting.shift();
    if (!work) break;
    // Node parses all that a connection has sent in one go, and would handle it in one go.
    if (line.started === 0) {
      setImmediate(() => {
        line.started = 0;
        start(line, socket);
      });
    }
    line.active += 1;
    line.started += 1;
    work();
  }
  if (line.waiting.length < mostWaiting && socket.isPaused()) socket.resume();
}
