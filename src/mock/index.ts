import { join } from 'node:path';
import { InputError } from '../command/input-error.js';
import { projectDirectory } from '../command/project-directory.js';
import { deferModules } from './prism/defer-modules.js';
import type { ExchangeLog } from './exchange/exchange.js';
import type { Service } from './service/service.js';

/** What a mock is started with; every field has a default. */
export interface MockOptions {
  /** The port, 0 for any free one. Default 4010. */
  port?: number;
  /** The address to listen on. Default `127.0.0.1`, which only this machine can reach. */
  host?: string;
  /** A path to an OpenAPI 3.0 or 3.1 description, YAML or JSON, one file or several. Default the one that ships with this package. */
  description?: string;
  /** How long each answer waits, in milliseconds, to show what a slow network does. Default 0. */
  delayMs?: number;
  /** How long a client may take to send a request, in milliseconds, before it is answered 408. Default 10,000. */
  timeoutMs?: number;
  /** Called once for each exchange, when it is over. Default: nothing is logged. */
  log?: ExchangeLog;
}

/** A mock that listens. */
export interface Mock {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** The title and the version of the description that it serves. */
  readonly title: string;
  /** The operations that it serves, in the order of the description. */
  readonly operations: ReadonlyArray<{ method: string; path: string; operationId: string }>;
  /**
   * Serves what the description says now. Requests that are being answered keep what they began with.
   *
   * @param description Another description to serve from now on. Default: the same path as before.
   * @throws InputError in one sentence when it is invalid; the last good one stays served.
   */
  reload(description?: string): Promise<void>;
  /** Ends the server and all connections that are open; resolves when the port is free again. */
  close(): Promise<void>;
}

/**
 * Starts a mock of an OpenAPI description. Several can run in one process.
 *
 * @returns The mock, when it listens.
 * @throws InputError in one sentence when the description is missing or invalid, the port is in use or no port, or Prism is not installed.
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 4010, host = '127.0.0.1', delayMs = 0, timeoutMs = 10_000, log } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InputError(`The port ${port} is none: give a number from 0 to 65535, 0 for any free port.`);
  }
  let path = options.description ?? join(projectDirectory(), 'generated/openapi.yaml');
  let service = await load(path);
  const { listen } = await import('./http/server.js');
  const server = await listen({ port, host, delayMs, timeoutMs, ...(log && { log }), service: () => service });
  return {
    url: server.url,
    close: () => server.close(),
    get title(): string {
      return service.title;
    },
    get operations(): Mock['operations'] {
      return service.operations.map(({ method, path: template, described: { operationId } }) => ({
        method,
        path: template,
        operationId,
      }));
    },
    reload: async (description = path): Promise<void> => {
      service = await load(description);
      path = description;
    },
  };
}

/** Prism is an optional peer and takes long to load: whoever imports this module for its types needs neither. */
async function load(path: string): Promise<Service> {
  try {
    deferModules();
  } catch {
    throw new InputError(
      'The mock needs Prism, which is not installed: run "npm install --save-dev @stoplight/prism-http@~5.12.0".',
    );
  }
  const { createService } = await import('./service/service.js');
  return createService(path);
}
