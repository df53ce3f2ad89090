import { once } from 'node:events';
import type { Server } from 'node:http';
import { InputError } from './input-error.js';
import { systemError } from './system-error.js';

/** A server that listens. */
export interface Listening {
  /** Where it is, without a slash at the end. */
  url: string;
  /** Ends the server and the connections that are open; may be called more than once. */
  close(): Promise<void>;
}

/** A port that cannot be listened on. */
class PortError extends InputError {
  /**
   * @param problem What is wrong, as a sentence.
   * @param setting The flag, variable or option that sets the port.
   */
  constructor(
    readonly problem: string,
    setting: string,
  ) {
    super(`${problem} Set ${setting} to another port (0 = any free port).`);
  }
}

/**
 * Names the setting of a command in an error about a port; to be passed to `catch`.
 *
 * @param setting The flag or variable that sets the port.
 * @throws The error, with the setting in its message if it is a `PortError`.
 */
export function portSetBy(setting: string): (error: unknown) => never {
  return (error) => {
    throw error instanceof PortError ? new PortError(error.problem, setting) : error;
  };
}

/**
 * Makes a server listen.
 *
 * @param server The server.
 * @param port The port, from 0 (any free one) to 65535.
 * @param host The address to listen on.
 * @param setting The flag, variable or option that sets the port, for the message.
 * @throws PortError when the port is in use or cannot be listened on, InputError when the host is none of this machine.
 */
export async function listenOn(server: Server, port: number, host: string, setting: string): Promise<Listening> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = systemError(error);
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EADDRNOTAVAIL') {
      throw new InputError(`Cannot listen on ${host} (${code}): set the host to a name or an address of this machine.`);
    }
    const problem =
      code === 'EADDRINUSE' ? `Port ${port} is already in use.` : `Cannot listen on ${host}:${port} (${String(code)}).`;
    throw new PortError(problem, setting);
  }
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
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
