// Generated from the OpenAPI description. Do not edit: change the description and build again.

import type { ClientDescription, ClientOperation } from '../src/client/generated-imports.js';
import * as each from './each-operation.js';

export type { Methods, Operations } from './methods.js';

/** The first server of the description; empty where it names none. */
export const baseUrl: string = "https://stable.projectthanos.com";

/** What the client needs of the description at run time. */
export const description: ClientDescription = {
  baseUrl,
  operations: /* @__PURE__ */ byId(
    each.resetPassword,
    each.validatePasswordReset,
    each.completePasswordReset,
  ),
};

function byId(...operations: ClientOperation[]): Record<string, ClientOperation> {
  return Object.fromEntries(operations.map((operation) => [operation.operationId, operation]));
}
