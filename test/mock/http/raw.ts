import { connect } from 'node:net';

/** What came back over a connection. */
export interface Raw {
  /** The statuses of the responses, in their order. */
  statuses: number[];
  text: string;
}

/** What is sent: text, bytes, or a pause in milliseconds. */
export type Piece = string | Uint8Array | number;

/**
 * Sends bytes as they are and reads what comes back until the server ends the
 * connection or has been silent for a while, but at most for ten seconds.
 *
 * @param silentMs How long the server may be silent after the last piece was sent.
 */
export function sendRaw(url: string, pieces: Piece[], silentMs = 100): Promise<Raw> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    const deadline = setTimeout(() => {
      end(new Error('There was no response within ten seconds.'));
    }, 10_000);
    let silence: NodeJS.Timeout | undefined;
    let isSent = false;
    const end = (error?: Error): void => {
      clearTimeout(deadline);
      clearTimeout(silence);
      socket.destroy();
      const text = Buffer.concat(chunks).toString('latin1');
      const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
      if (error) reject(error);
      else resolve({ statuses, text });
    };
    const listenForSilence = (): void => {
      clearTimeout(silence);
      // Without a response, however long it takes, there is nothing to compare.
      if (isSent && chunks.length > 0) silence = setTimeout(end, silentMs);
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
