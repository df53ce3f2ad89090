import { untypedClient } from './client.js';
import type { CreateClient } from './types/create-client.js';

export type { CreateClient } from './types/create-client.js';
export type { ClientDescription, ClientOperation } from './types/description.js';
export { AbortError } from './errors/abort-error.js';
export { ClientError } from './errors/client-error.js';
export { ConnectionError } from './errors/connection-error.js';
export { TimeoutError } from './errors/timeout-error.js';
export { UndocumentedStatusError } from './errors/undocumented-status-error.js';
export { UnreadableBodyError } from './errors/unreadable-body-error.js';
export { UnsupportedBodyError } from './errors/unsupported-body-error.js';
export type { ClientOf, OperationMethod, RawClient } from './types/methods.js';
export type { CallOptions, ClientOptions, OperationInit, SharedOptions } from './types/options.js';
export type { OperationOutcome } from './types/outcome.js';
export type { Client, Init, Outcome } from './types/own-client.js';

/** Makes a client where there is `fetch` and nothing else, such as in a browser: a GET body is refused. */
export const createClient: CreateClient = untypedClient as unknown as CreateClient;
