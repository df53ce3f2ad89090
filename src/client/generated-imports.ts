/** The imports of generated files. Do not use it in your own code. */
export { mediaTypes } from './media-types.js';
export { ownServer } from './request/own-server.js';
export { dateSerializers } from './request/date-serializers.js';
export { createSerializers } from './request/serializers.js';
export type { ClientDescription, ClientOperation, TypedOperation } from './types/description.js';
export type { OperationInit, ParseAs, ParseOption } from './types/options.js';
export type { OperationOutcome } from './types/outcome.js';
