import type { CoverageReport } from './coverage/coverage.js';
import type { ExchangeLog } from './exchange.js';
import type { Fetch } from './client.js';
import type { MakingOptions, NextResponse } from './making/prefer.js';

/** The options of a mock. Every field has a default. */
export interface InProcessOptions extends MakingOptions {
  /**
   * The path or URL of an OpenAPI 3 description (YAML or JSON, one or more files), or the description as an object.
   * Default: the description of this package.
   */
  description?: string | object;
  /** Whether references may lead out of the description's folder, or to other servers. Default: false. */
  externalRefs?: boolean;
  /**
   * The URL of a server. The mock passes each request on to it, returns its responses, and checks both against the
   * description. It makes no responses itself, but see `errors`. Default: responses are made from the description.
   */
  upstream?: string;
  /**
   * The longest time in which the upstream may begin a response, and the longest pause in its body, in milliseconds.
   * Default: 30,000.
   */
  upstreamTimeoutMs?: number;
  /** Whether to replace a response that differs from the description by a 500 that says how it differs. Default: false. */
  errors?: boolean;
  /** Whether pages of any origin may read the responses. Default: true; false with `upstream`, where the server decides. */
  cors?: boolean;
  /** The delay of each response in milliseconds, to simulate a slow network. Default: 0. */
  delayMs?: number;
  /** Whether to reload when a file of the description is saved. Default: false. */
  watch?: boolean;
  /** Called after each such reload. When the description is invalid, `problem` says why, and the last valid one stays. */
  reloaded?: (problem?: Error) => void;
  /** Called once for each exchange, when it has ended. Default: nothing is logged. */
  log?: ExchangeLog;
}

/** The options of a mock that listens on a port. Every field has a default. */
export interface MockOptions extends InProcessOptions {
  /** The port; 0 means any free port. Default: 4010. */
  port?: number;
  /** The address to listen on. Default: `127.0.0.1`, which only this machine can reach. */
  host?: string;
  /**
   * The longest time that a client may take to send a request, in milliseconds. Then it gets 408. Default: 10,000; 300,000
   * with `upstream`.
   */
  timeoutMs?: number;
}

/** A mock without a port. */
export interface InProcessMock {
  /**
   * Responds to a request as the global `fetch` would. Only the path and the query of the URL matter.
   *
   * @throws TypeError where a connection would break, for example with `Prefer: disconnect=true`.
   */
  readonly fetch: Fetch;
  /** The title and version of the description. */
  readonly title: string;
  /** The operations of the mock, in the order of the description. */
  readonly operations: ReadonlyArray<{ method: string; path: string; operationId: string }>;
  /** One sentence, with the place, for each thing that the description lacks or that the mock cannot check. */
  readonly warnings: readonly string[];
  /**
   * Queues a response for the next request of an operation. Each queued response is sent once, in the order of the calls.
   *
   * @param operationId The operationId. An operation without one has a name such as `getThings`; see `operations`.
   * @param response The name of an example, or another response.
   * @param key Only requests with this key in the header `Mock-Key` or the cookie `mock-key` get the response. Default: only
   *   requests without a key get it.
   * @throws InputError when the operation or the response does not exist, or when the responses come from an upstream.
   */
  next(operationId: string, response: string | NextResponse, key?: string): void;
  /**
   * Validates the response examples against their schemas, in the background, for at most two seconds.
   *
   * @returns One sentence for each example that breaks its schema, with the place and the reason, and one more when the time
   *   was too short.
   */
  checkExamples(): Promise<string[]>;
  /** Counts how often each documented response was sent since the start, and lists responses that are not documented. */
  coverage(): CoverageReport;
  /**
   * Reads the description again, and serves it. Requests that are in progress use the previous description.
   *
   * @param description Another description to serve from now on. Default: the same as before.
   * @throws InputError in one sentence when the description is invalid; the last valid one stays.
   */
  reload(description?: string | object): Promise<void>;
  /** Ends the mock. Resolves when all that it opened is closed. */
  close(): Promise<void>;
}

/** A mock that listens on a port. */
export interface Mock extends InProcessMock {
  /** Its URL, without a slash at the end. */
  readonly url: string;
}
