import createOpenapiFetchClient, { type Client as OpenapiFetchClient } from 'openapi-fetch';
import { description } from '../../generated/operations.js';
import { parseBaseUrl } from './base-url.js';
import { globalFetch, type Platform, type UntypedInit } from './call.js';
import { callOperation, optionsOfFetch, type ClientContext } from './call-operation.js';
import { headerRecord, type HeaderRecord } from './request/headers.js';
import { expandPath } from './request/path.js';
import type { ClientDescription } from './types/description.js';
import type { ClientOptions } from './types/options.js';

/** A client before its types are known: a method per operation, `raw` and `with`. */
export type UntypedClient = Record<string, (init?: UntypedInit) => Promise<object>> & {
  raw: OpenapiFetchClient<Record<string, object>>;
};

/** The options of any client. */
export type UntypedOptions = ClientOptions & Partial<ClientDescription>;

/**
 * Names that a method cannot have: `raw` and `with` are the client's own, and an object with a method `then` is taken for
 * a promise. The others JavaScript calls by itself. Such an operation has an underscore after its name.
 */
const reservedNames = ['raw', 'with', 'then', 'toString', 'toJSON'];

/**
 * Makes a client, of this package's own description unless another is given.
 *
 * @throws TypeError when `baseUrl` is not a URL to send requests to, or a header cannot be sent.
 */
export function untypedClient(platform: Platform, given: UntypedOptions = {}): UntypedClient {
  const { operations = description.operations, ...rest } = given;
  return clientOf(platform, operations, { ...(isOwn(operations) && { baseUrl: description.baseUrl }), ...rest });
}

/** @param first The client that this one is made with, and shares its middleware. */
function clientOf(
  platform: Platform,
  operations: ClientDescription['operations'],
  options: ClientOptions,
  first?: ClientContext,
): UntypedClient {
  const base = parseBaseUrl(options.baseUrl);
  const headers = Object.assign({}, first?.headers, headerRecord(options.headers));
  const signals = (first?.signals ?? []).concat(options.signal ?? []);
  const fetchOptions = optionsOfFetch(options);
  const sharedInit = { ...fetchOptions, baseUrl: base.href, headers, fetch: options.fetch ?? globalFetch };
  const raw = first?.raw ?? createOpenapiFetchClient({ ...sharedInit, pathSerializer: (url, values) => expandPath(url, values) });
  const context: ClientContext = { base, options, headers, signals, fetchOptions, platform, raw };
  const methods = Object.entries(operations).map(([operationId, operation]): [string, UntypedClient[string]] => {
    const named = { operationId, ...operation };
    const name = reservedNames.includes(operationId) ? `${operationId}_` : operationId;
    return [name, (init?: UntypedInit) => callOperation(context, named, init)];
  });
  // Unlike an assignment, fromEntries takes __proto__ for a name like any other.
  return Object.assign(Object.fromEntries(methods), {
    raw: first ? rawWith(raw, sharedInit) : raw,
    with: (changed: ClientOptions) =>
      clientOf(platform, operations, { ...options, headers: undefined, signal: undefined, ...changed }, context),
  });
}

/** The plain client with other options, which each of its calls may replace. */
function rawWith(raw: ClientContext['raw'], shared: { headers: HeaderRecord }): ClientContext['raw'] {
  type Method = (...args: unknown[]) => unknown;
  const methods = Object.entries(raw as unknown as Record<string, Method>).map(([name, method]): [string, Method] => {
    if (name === 'use' || name === 'eject') return [name, method];
    return [
      name,
      (...args) => {
        const at = name === 'request' ? 2 : 1;
        const init = (args[at] ?? {}) as { headers?: HeaderRecord };
        args[at] = { ...shared, ...init, headers: { ...shared.headers, ...headerRecord(init.headers) } };
        return method(...args);
      },
    ];
  });
  return Object.fromEntries(methods) as unknown as ClientContext['raw'];
}

/** Whether all operations are of this package's own description: for those of another, its server would be wrong. */
function isOwn(operations: ClientDescription['operations']): boolean {
  const own = Object.values(description.operations);
  return Object.values(operations).every((operation) => own.includes(operation));
}
