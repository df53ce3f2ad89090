import { globalFetch, type Platform } from './call.js';
import { untypedClient, type UntypedOptions } from './client.js';
import type { CreateClient } from './types/create-client.js';

export type { CreateClient } from './types/create-client.js';
export type { ClientDescription, ClientOperation, TypedOperation } from './types/description.js';
export { AbortError } from './errors/abort-error.js';
export { ClientError } from './errors/client-error.js';
export { ConnectionError } from './errors/connection-error.js';
export { ResponseError } from './errors/response-error.js';
export { StatusError, type FailedOf } from './errors/status-error.js';
export { TimeoutError } from './errors/timeout-error.js';
export { UndocumentedStatusError } from './errors/undocumented-status-error.js';
export { UnreadableBodyError } from './errors/unreadable-body-error.js';
export { UnsupportedBodyError } from './errors/unsupported-body-error.js';
export type { ClientOf, ClientWith, OperationMethod, RawClient } from './types/methods.js';
export type { Attempt, CallOptions, ClientOptions, OperationInit, ParseAs, ParseOption, SharedOptions } from './types/options.js';
export type { OperationOutcome } from './types/outcome.js';
export type { Client, Init, Outcome } from './types/own-client.js';
export { headersOf, type DocumentedHeaders } from './response/documented-headers.js';
export { unwrap, type DataOf } from './unwrap.js';

/** `fetch` and nothing else. */
const browser: Platform = { send: ({ options }) => options.fetch ?? globalFetch };

/** Creates a client where there is only `fetch`, such as in a browser: a GET body is refused. */
export const createClient: CreateClient = ((options?: UntypedOptions) =>
  untypedClient(browser, options)) as unknown as CreateClient;
