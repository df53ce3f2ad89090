import type { CoverageReport } from './coverage/coverage.js';
import type { ExchangeLog } from './exchange.js';
import type { Fetch } from './service/fetch-function.js';
import type { NextResponse } from './making/prefer.js';

/** How a mock responds; every field has a default. */
export interface InProcessOptions {
  /**
   * A path or a URL of an OpenAPI 3 description, YAML or JSON, one file or several; or the description as an
   * object. Default the one that ships with this package.
   */
  description?: string | object;
  /** Whether its references may leave the folder of the description, or its server. Default false. */
  externalRefs?: boolean;
  /** Whether each body is made at random from its schema, as with `Prefer: dynamic=true`. Default false. */
  dynamic?: boolean;
  /** What the values of such bodies depend on: the same seed makes the same values. Default: others each time. */
  seed?: string;
  /** Whether examples are disregarded, and with them the scenarios. Default false. */
  ignoreExamples?: boolean;
  /** Options of json-schema-faker, by their names, over those in the `x-json-schema-faker` of the description. */
  generator?: Record<string, unknown>;
  /**
   * The URL of a server that each request is passed on to. Its responses are sent as they come, measured by the
   * description, and none is made up: see `errors`. Default: responses are made from the description.
   */
  upstream?: string;
  /** How long that server may take to begin a response, and to go on with it, in milliseconds. Default 30,000. */
  upstreamTimeoutMs?: number;
  /** Whether a response that differs from the description becomes a 500 that says how. Default false. */
  errors?: boolean;
  /** Whether pages of any origin may read the responses. Default true; with `upstream` the server decides, and the default is false. */
  cors?: boolean;
  /** How long each response waits, in milliseconds, to show what a slow network does. Default 0. */
  delayMs?: number;
  /** Whether a save of the description, or of a file that it refers to, is served at once. Default false. */
  watch?: boolean;
  /** Called after each such save; with the reason when it is invalid, in which case the last good state stays served. */
  reloaded?: (problem?: Error) => void;
  /** Called once for each exchange, when it is over. Default: nothing is logged. */
  log?: ExchangeLog;
}

/** What a mock that listens is started with; every field has a default. */
export interface MockOptions extends InProcessOptions {
  /** The port, 0 for any free one. Default 4010. */
  port?: number;
  /** The address to listen on. Default `127.0.0.1`, which only this machine can reach. */
  host?: string;
  /** How long a client may take to send a request, in milliseconds, before it gets 408. Default 10,000; with `upstream` 300,000. */
  timeoutMs?: number;
}

/** A mock that opens no port. */
export interface InProcessMock {
  /**
   * Responds to a request as the global `fetch` would. Of a URL only path and query matter.
   *
   * @throws TypeError where a connection would break, as `Prefer: disconnect=true` asks for.
   */
  readonly fetch: Fetch;
  /** The title and the version of the description that it serves. */
  readonly title: string;
  /** The operations that it serves, in the order of the description. */
  readonly operations: ReadonlyArray<{ method: string; path: string; operationId: string }>;
  /** What the description lacks and is served without: a sentence each, with the place. */
  readonly warnings: readonly string[];
  /**
   * Says what the next request of an operation gets, once. Several are sent in the order in which they were given.
   *
   * @param operationId The operation; a name such as `getThings` where it has no `operationId`, as `operations` lists it.
   * @param response The name of an example, or what to send instead.
   * @param key Only requests with this key in the header `Mock-Key` or the cookie `mock-key` get it. Default: requests without a key.
   * @throws InputError when the operation or the response does not exist, or the responses come from an upstream.
   */
  next(operationId: string, response: string | NextResponse, key?: string): void;
  /**
   * Validates the response examples by their schemas, in the background and for at most two seconds.
   *
   * @returns A sentence for each example that breaks its schema, with the place and the reason; and one where time ran out.
   */
  checkExamples(): Promise<string[]>;
  /**
   * Counts how often each documented response was sent since the start, and what was sent that is not documented.
   */
  coverage(): CoverageReport;
  /**
   * Serves what the description says now. Requests that are being handled keep what they began with.
   *
   * @param description Another description to serve from now on. Default: the same as before.
   * @throws InputError in one sentence when it is invalid; the last good one stays served.
   */
  reload(description?: string | object): Promise<void>;
  /** Ends it; resolves when nothing is open any more. */
  close(): Promise<void>;
}

/** A mock that listens. */
export interface Mock extends InProcessMock {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
}
