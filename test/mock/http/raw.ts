import { connect } from 'node:net';

/** What came back over a connection. */
export interface Raw {
  /** The statuses of the responses, in their order. */
  statuses: number[];
  text: string;
}

/** How long nothing may come after the last response, in milliseconds. */
const silentMs = 100;

/** What is sent: text, bytes, or a pause in milliseconds. */
export type Piece = string | Uint8Array | number;

/**
 * Sends bytes as they are and reads what comes back until the server ends the connection, or has sent so many responses
 * and then nothing more for a while.
 *
 * @param expected How many responses are to come. Fewer are given after ten seconds.
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
      // However long the responses take: then one more, which must not come, would come soon.
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
    // A server that refuses need not read on.
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
