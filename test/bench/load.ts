import { connect } from 'node:net';

/** The result of a load test. */
export interface Load {
  requestsPerSecond: number;
  /** The median time of a request, in milliseconds. */
  p50: number;
  /** The 99th percentile of the time of a request, in milliseconds. */
  p99: number;
}

/**
 * Sends the same request repeatedly, on kept connections. Each connection waits for its response.
 *
 * @param port The port of a server on this machine.
 * @param request The bytes of the request.
 * @param total The number of requests.
 * @param connections The number of connections. Default: 16.
 * @throws Error when a response is not a success.
 */
export async function load(port: number, request: Uint8Array, total: number, connections = 16): Promise<Load> {
  const times: number[] = [];
  let sent = 0;
  const start = performance.now();
  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<void>((resolve, reject) => {
          const socket = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('latin1');
          let began = 0;
          let received = '';
          let missing = 0;
          const next = (): void => {
            if (sent >= total) {
              socket.end();
              resolve();
              return;
            }
            sent += 1;
            began = performance.now();
            socket.write(request);
          };
          socket.once('error', reject).once('connect', next);
          socket.on('data', (chunk: string) => {
            if (missing > 0) missing -= chunk.length;
            else {
              received += chunk;
              const head = received.indexOf('\r\n\r\n');
              if (head < 0) return;
              if (!received.startsWith('HTTP/1.1 2')) {
                reject(new Error(`A request of the load test was answered ${received.slice(0, 12)}.`));
                return;
              }
              const length = Number(/^content-length: (\d+)/im.exec(received.slice(0, head))?.[1] ?? 0);
              missing = head + 4 + length - received.length;
            }
            if (missing > 0) return;
            received = '';
            times.push(performance.now() - began);
            next();
          });
        }),
    ),
  );
  const seconds = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  const below = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { requestsPerSecond: total / seconds, p50: below(0.5), p99: below(0.99) };
}
