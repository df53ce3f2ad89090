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
  const options = { ...(isOwn(operations) && { baseUrl: description.baseUrl }), ...rest };
  const headers = headerRecord(options.headers);
  return clientOf(operations, {
    base: parseBaseUrl(options.baseUrl),
    options,
    headers,
    signals: options.signal ? [options.signal] : [],
    fetchOptions: optionsOfFetch(options),
    platform,
    raw: createOpenapiFetchClient({
      ...(options as object),
      baseUrl: parseBaseUrl(options.baseUrl).href,
      headers,
      fetch: options.fetch ?? globalFetch,
      pathSerializer: (url, values) => expandPath(url, values),
    }),
  });
}

/** @param raw What the client shows as `raw`. Default: what its calls go through. */
function clientOf(operations: ClientDescription['operations'], context: ClientContext, raw = context.raw): UntypedClient {
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
  return Object.assign(client, {
    raw,
    with: (options: ClientOptions) => clientWith(operations, context, options),
  }) as unknown as UntypedClient;
}

/** A client with other options, and the middleware of the first. */
function clientWith(operations: ClientDescription['operations'], context: ClientContext, changed: ClientOptions): UntypedClient {
  const options = { ...context.options, ...changed };
  const headers = { ...context.headers, ...headerRecord(changed.headers) };
  const derived: ClientContext = {
    ...context,
    base: parseBaseUrl(options.baseUrl),
    options,
    headers,
    signals: changed.signal ? [...context.signals, changed.signal] : context.signals,
    fetchOptions: { ...context.fetchOptions, ...optionsOfFetch(changed) },
  };
  return clientOf(operations, derived, rawWith(derived));
}

/** The plain client, with the options of another: its middleware is that of the first. */
function rawWith({ raw, base, options, headers, fetchOptions }: ClientContext): ClientContext['raw'] {
  const shared = { ...fetchOptions, baseUrl: base.href, fetch: options.fetch ?? globalFetch };
  const withShared = (init: { headers?: HeaderRecord } = {}): object => ({
    ...shared,
    ...init,
    headers: { ...headers, ...headerRecord(init.headers) },
  });
  type Method = (...args: unknown[]) => unknown;
  const methods = Object.entries(raw as unknown as Record<string, Method>).map(([name, method]): [string, Method] => {
    if (name === 'request') return [name, (verb, url, init) => method(verb, url, withShared(init as object))];
    return [name, /^[A-Z]+$/.test(name) ? (url, init) => method(url, withShared(init as object)) : method];
  });
  return Object.fromEntries(methods) as unknown as ClientContext['raw'];
}

/** Whether all operations are of this package's own description: for those of another, its server would be wrong. */
function isOwn(operations: ClientDescription['operations']): boolean {
  const own = Object.values(description.operations);
  return Object.values(operations).every((operation) => own.includes(operation));
}
