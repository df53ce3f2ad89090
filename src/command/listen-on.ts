import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InputError } from './input-error.js';

/** A server that listens. */
export interface Listening {
  /** Where it is, without a slash at the end. */
  url: string;
  /** Ends the server and the connections that are open; may be called more than once. */
  close(): Promise<void>;
}

/**
 * Has a server listen.
 *
 * @param server The server.
 * @param port The port, from 0 (any free one) to 65535.
 * @param host The address to listen on.
 * @param remedy What the user is to do when the port cannot be had, as the end of a sentence.
 * @throws InputError when the port is in use or may not be used.
 */
export async function listenOn(server: Server, port: number, host: string, remedy: string): Promise<Listening> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'EADDRINUSE' ? 'is in use' : `cannot be listened on (${String(code)})`;
    throw new InputError(`Port ${port} on ${host} ${reason}: ${remedy}, 0 for any free one.`);
  }
  const { port: actual } = server.address() as AddressInfo;
  const closed = once(server, 'close');
  return {
    // An IPv6 address stands in brackets in a URL (RFC 3986, section 3.2.2).
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    close: async (): Promise<void> => {
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
