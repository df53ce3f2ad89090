/** What the generated files of this package's own description import. Those of another import it from the package. */
export { createSerializers } from './request/serializers.js';
export type { ClientDescription, ClientOperation, TypedOperation } from './types/description.js';
export type { OperationInit, ParseAs, ParseOption } from './types/options.js';
export type { OperationOutcome } from './types/outcome.js';
