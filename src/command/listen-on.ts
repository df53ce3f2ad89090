import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InputError } from './input-error.js';
import { systemError } from './system-error.js';

/** A server that listens. */
export interface Listening {
  /** Its URL, without a slash at the end. */
  url: string;
  /** Closes the server and all open connections. May be called more than once. */
  close(): Promise<void>;
}

/** The server cannot listen on a port. */
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
 * Makes a handler for `catch` that names the command's own setting in an error about a port.
 *
 * @param setting The flag or variable that sets the port.
 * @returns A function that throws the error it gets. A `PortError` names the setting in its message.
 */
export function portSetBy(setting: string): (error: unknown) => never {
  return (error) => {
    throw error instanceof PortError ? new PortError(error.problem, setting) : error;
  };
}

/**
 * Makes a server listen.
 *
 * @param port The port, from 0 (any free one) to 65535.
 * @param host The address to listen on.
 * @param setting The flag, variable or option that sets the port, for the error message.
 * @throws PortError when the server cannot listen on the port, for example because it is in use. InputError when the host
 *   is not a name or an address of this machine.
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
  const { port: actual } = server.address() as AddressInfo;
  const closed = once(server, 'close');
  return {
    // A URL has an IPv6 address in brackets (RFC 3986, section 3.2.2).
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    close: async (): Promise<void> => {
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
