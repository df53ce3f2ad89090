import { connect } from 'node:net';

/** The data received over a connection. */
export interface Raw {
  /** The status codes of the responses, in order. */
  statuses: number[];
  text: string;
}

/** The time without data after the last response, in milliseconds. */
const silentMs = 100;

/** A piece to send: text, bytes, or a pause in milliseconds. */
export type Piece = string | Uint8Array | number;

/**
 * Sends raw bytes. Reads until the server closes the connection, or until it has sent the expected number of responses and then
 * nothing for a while.
 *
 * @param expected The expected number of responses. After ten seconds, fewer are returned.
 */
export function sendRaw(url: string, pieces: Piece[], expected = 1): Promise<Raw> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    const deadline = setTimeout(() => end(), 10_000);
    let silence: NodeJS.Timeout | undefined;
    let isSent = false;
    const statusesSoFar = (): number[] =>
      [
        ...Buffer.concat(chunks)
          .toString('latin1')
          .matchAll(/HTTP\/1\.1 (\d{3}) /g),
      ].map(([, status]) => Number(status));
    const end = (): void => {
      clearTimeout(deadline);
      clearTimeout(silence);
      socket.destroy();
      const statuses = statusesSoFar();
      if (statuses.length === 0) reject(new Error('There was no response within ten seconds.'));
      else resolve({ statuses, text: Buffer.concat(chunks).toString('latin1') });
    };
    const listenForSilence = (): void => {
      clearTimeout(silence);
      // The wait begins after the expected responses, however long they take. One response too many would arrive soon.
      if (isSent && statusesSoFar().length >= expected) silence = setTimeout(end, silentMs);
    };
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      listenForSilence();
    });
    const closed = new Promise<void>((next) =>
      socket.once('close', () => {
        next();
      }),
    );
    void closed.then(() => {
      end();
    });
    // A server that refuses a request need not read the rest.
    socket.on('error', () => undefined);
    socket.once('connect', () => {
      void (async () => {
        for (const piece of pieces) {
          if (socket.destroyed) break;
          if (typeof piece === 'number') await new Promise((next) => setTimeout(next, piece));
          else if (!socket.write(piece)) await Promise.race([new Promise((next) => socket.once('drain', next)), closed]);
        }
        isSent = true;
        listenForSilence();
      })();
    });
  });
}
