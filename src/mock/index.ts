import { demandPackages } from '../command/files/demand-packages.js';
import { InputError } from '../command/input-error.js';
import { contractPackages } from '../contract/packages.js';
import { prismPackage } from './making/prism/load-prism.js';
import type { InProcessMock, InProcessOptions, Mock, MockOptions } from './options.js';
import { refuseOwnAddress } from './proxy/upstream.js';

export type { CoverageReport, DocumentedCoverage } from './coverage/coverage.js';
export type { ExchangeLog, LoggedExchange } from './exchange.js';
export type { NextResponse } from './making/prefer.js';
export type { InProcessMock, InProcessOptions, Mock, MockOptions } from './options.js';

/**
 * Creates a mock of an OpenAPI description without a port: its `fetch` returns the responses. Several mocks can run in one
 * process.
 *
 * @throws InputError in one sentence when the description is missing or cannot be served, or when a package that the mock
 *   needs is not installed.
 */
export async function createMock(options: InProcessOptions = {}): Promise<InProcessMock> {
  demandPackages('The mock', packagesFor(options));
  const { createCore } = await import('./create-mock.js');
  return (await createCore(options)).mock;
}

/**
 * Starts a mock of an OpenAPI description that listens on a port. Several mocks can run in one process.
 *
 * @returns The mock, once it listens.
 * @throws InputError in one sentence when the description is missing or cannot be served, when the port is in use or invalid,
 *   when the upstream is the mock itself, or when a package that the mock needs is not installed.
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const isProxy = options.upstream !== undefined;
  const { port = 4010, host = '127.0.0.1', timeoutMs = isProxy ? 300_000 : 10_000, log, ...others } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InputError(`Invalid port ${port}: use 0–65535 (0 = any free port).`);
  }
  if (options.upstream !== undefined) refuseOwnAddress(options.upstream, host, port);
  demandPackages('The mock', packagesFor(options));
  const { createCore } = await import('./create-mock.js');
  const { listen } = await import('./http/server.js');
  const { mock, handle, service } = await createCore({ ...others, ...(log && { log }) });
  const isSlow = isProxy || (options.delayMs ?? 0) > 0;
  const methods = (): string[] => service().operations.map(({ method }) => method);
  const listening = { port, host, timeoutMs, handle, isSlow, streamsBodies: isProxy, methods, ...(log && { log }) };
  const server = await listen(listening).catch(async (error: unknown) => {
    await mock.close();
    throw error;
  });
  const close = async (): Promise<void> => {
    await Promise.all([mock.close(), server.close()]);
  };
  // A plain copy would lose the getters of the mock, whose values change with a reload.
  return Object.create(mock, Object.getOwnPropertyDescriptors({ url: server.url, close })) as Mock;
}

/** The packages that the mock needs. A proxy makes no responses, so it does not need Prism. */
function packagesFor({ upstream }: InProcessOptions): string[] {
  return [...contractPackages, ...(upstream === undefined ? [prismPackage] : [])];
}
