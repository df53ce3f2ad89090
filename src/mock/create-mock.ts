import { objectOf } from '../description/json-value.js';
import { join } from 'node:path';
import { InputError } from '../command/input-error.js';
import { projectDirectory } from '../command/files/project-directory.js';
import { mockedResponses } from './making/mocked-responses.js';
import { exampleWarnings } from './making/example-warnings.js';
import { NextResponses } from './making/next-responses.js';
import type { InProcessMock, InProcessOptions } from './options.js';
import { Coverage, type CoverageReport } from './coverage/coverage.js';
import { control, queueNext } from './service/control.js';
import { readDescription } from '../reading/description-file.js';
import { fetchFrom } from './service/fetch.js';
import { requestHandler, type HandleRequest } from './service/handle-request.js';
import { Service } from './service/service.js';
import { statusControl } from './service/status-control.js';
import { readUpstream } from './proxy/upstream.js';
import { upstreamResponses } from './proxy/upstream-responses.js';
import { watchFiles } from './service/watch-files.js';
import { systemError } from '../command/system-error.js';

/** A mock, and what a server needs to serve it. */
export interface MockCore {
  mock: InProcessMock;
  handle: HandleRequest;
  service: () => Service;
}

/**
 * Prepares a mock of a description. It does not listen on a port.
 *
 * @throws InputError in one sentence when the description is missing or cannot be served.
 */
export async function createCore(options: InProcessOptions): Promise<MockCore> {
  const { delayMs = 0, log, cors = options.upstream === undefined, errors = false } = options;
  let source = options.description ?? join(projectDirectory(), 'generated/openapi.yaml');
  const upstream = options.upstream === undefined ? undefined : readUpstream(options.upstream, options.upstreamTimeoutMs);
  const next = new NextResponses();
  const load = async (from: string | object): Promise<Service> => {
    const read = await readDescription(from, options.externalRefs);
    const generator = { ...objectOf(read.description['x-json-schema-faker']), ...options.generator };
    const responses = upstream ? upstreamResponses(upstream) : mockedResponses({ ...options, generator }, next);
    return new Service(read, { responses, errors, unpacks: upstream !== undefined });
  };
  let service = await load(source);
  const coverage = new Coverage();
  const controlNext = control(next, () => service.operations);
  const reportCoverage = (): CoverageReport => coverage.report(service.operations);
  const status = { title: () => service.title, operations: () => service.operations, coverage: reportCoverage };
  const controlStatus = statusControl(status, upstream === undefined);
  const handle = requestHandler({
    service: () => service,
    control: (request) => controlStatus(request) ?? (upstream ? undefined : controlNext(request)),
    cors,
    delayMs,
    log: (exchange) => {
      coverage.record(exchange);
      log?.(exchange);
    },
  });
  const reload = async (from = source): Promise<void> => {
    service = await load(from);
    source = from;
    watching?.follow(service.files);
  };
  const watching = options.watch ? watchFiles(service.files, () => reloadAndSay(reload, options.reloaded)) : undefined;
  return {
    handle,
    service: () => service,
    mock: {
      fetch: fetchFrom(handle, upstream !== undefined),
      get title(): string {
        return service.title;
      },
      get operations(): InProcessMock['operations'] {
        return service.operations.map(({ method, path, documented: { operationId } }) => ({ method, path, operationId }));
      },
      get warnings(): readonly string[] {
        return service.warnings;
      },
      next: (operationId, response, key = '') => {
        if (upstream) throw new InputError('With "upstream" the server makes the responses: none can be queued.');
        const wanted = typeof response === 'string' ? { example: response } : response;
        queueNext(next, service.operations, [{ operationId, key, ...wanted }]);
      },
      checkExamples: () => exampleWarnings(service.operations),
      coverage: reportCoverage,
      reload,
      close: () => {
        watching?.close();
        return Promise.resolve();
      },
    },
  };
}

/** Reloads after a save. When the saved description is invalid, the last valid one stays. Returns whether it is valid. */
async function reloadAndSay(reload: () => Promise<void>, reloaded: InProcessOptions['reloaded']): Promise<boolean> {
  try {
    await reload();
    reloaded?.();
    return true;
  } catch (error) {
    reloaded?.(systemError(error));
    return false;
  }
}
