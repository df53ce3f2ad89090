/** The exports that all entry points of the client share. Each entry point adds its own `createClient`. */
export { attempts } from './attempts/attempts.js';
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
export type {
  Attempt,
  Attempts,
  CallOptions,
  ClientOptions,
  OperationInit,
  ParseAs,
  ParseOption,
  SharedOptions,
} from './types/options.js';
export type { OperationOutcome } from './types/outcome.js';
export { headersOf, type DocumentedHeaders } from './response/documented-headers.js';
export { unwrap, type DataOf } from './response/unwrap.js';
