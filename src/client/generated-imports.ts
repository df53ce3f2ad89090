/** What the `operations.ts` of this package's own description imports. That of another imports it from the package. */
export { createSerializers } from './request/serializers.js';
export type { ClientDescription } from './types/description.js';
export type { OperationInit, ParseAs, ParseOption } from './types/options.js';
export type { OperationOutcome } from './types/outcome.js';
