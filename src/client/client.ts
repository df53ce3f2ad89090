import createOpenapiFetchClient, { type Client as OpenapiFetchClient } from 'openapi-fetch';
import { description } from '../../generated/operations.js';
import { parseBaseUrl } from './base-url.js';
import { globalFetch, type Platform, type UntypedInit } from './call.js';
import { callOperation, type ClientContext } from './call-operation.js';
import { headerRecord } from './request/headers.js';
import { expandPath } from './request/path.js';
import type { ClientDescription } from './types/description.js';
import type { ClientOptions } from './types/options.js';

/** A client before its types are known: a method per operation, and `raw`. */
export type UntypedClient = Record<string, (init?: UntypedInit) => Promise<object>> & {
  raw: OpenapiFetchClient<Record<string, object>>;
};

/** The options of any client. */
export type UntypedOptions = ClientOptions & Partial<ClientDescription>;

/**
 * Names that a method cannot have: `raw` is the plain client, and an object with a method `then` is taken for a promise.
 * The others JavaScript calls by itself. Such an operation has an underscore after its name.
 */
const reservedNames = ['raw', 'then', 'toString', 'toJSON'];

/**
 * Makes a client, of this package's own description unless another is given.
 *
 * @throws TypeError when `baseUrl` is not a URL to send requests to, or a header cannot be sent.
 */
export function untypedClient(platform: Platform, given: UntypedOptions = {}): UntypedClient {
  const { operations = description.operations, ...rest } = given;
  const options = { ...(isOwn(operations) && { baseUrl: description.baseUrl }), ...rest };
  const headers = headerRecord(options.headers);
  const context: ClientContext = {
    base: parseBaseUrl(options.baseUrl),
    options,
    headers,
    platform,
    raw: createOpenapiFetchClient({
      ...(options as object),
      headers,
      fetch: options.fetch ?? globalFetch,
      pathSerializer: (url, values) => expandPath(url, values),
    }),
  };
  const client = {};
  for (const [operationId, operation] of Object.entries(operations)) {
    const named = { operationId, ...operation };
    // An assignment to __proto__ would set the prototype.
    Object.defineProperty(client, reservedNames.includes(operationId) ? `${operationId}_` : operationId, {
      value: (init?: UntypedInit) => callOperation(context, named, init),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return Object.assign(client, { raw: context.raw }) as UntypedClient;
}

/** Whether all operations are of this package's own description: for those of another, its server would be wrong. */
function isOwn(operations: ClientDescription['operations']): boolean {
  const own = Object.values(description.operations);
  return Object.values(operations).every((operation) => own.includes(operation));
}
