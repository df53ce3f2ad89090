import createOpenapiFetchClient, { createQuerySerializer } from 'openapi-fetch';
import { acceptOf } from '../description/media-types.js';
import { parseBaseUrl } from './request/base-url.js';
import {
  globalFetch,
  type ClientContext,
  type NamedOperation,
  type Platform,
  type StockClient,
  type StockRequest,
  type UntypedInit,
} from './call.js';
import { callOperation, optionsOfFetch } from './call-operation.js';
import { headerRecord, type HeaderRecord } from './request/headers.js';
import { expandPath } from './request/path.js';
import type { ClientDescription, TypedOperation } from './types/description.js';
import type { CreateClientOf } from './types/create-client.js';
import type { ClientOf, ClientWith, RawClient } from './types/methods.js';
import type { ClientOptions } from './types/options.js';

type Method = (init?: UntypedInit) => Promise<object>;

/** A client before the types of its methods are known. */
export type UntypedClient = RawClient<Record<string, object>>;

/** The options of any client. */
export type UntypedOptions = ClientOptions & Pick<ClientDescription, 'operations'>;

/**
 * Names that a method cannot have: the client itself has `raw` and `with`, an object with a method `then` counts as a promise,
 * and JavaScript calls `toString` and `toJSON` by itself. Such a method gets an underscore after its name.
 */
const reservedNames = /^(raw|with|then|to(String|JSON))$/;

/**
 * Makes a client of a description.
 *
 * @param first The client that this one is derived from. Both share the middleware.
 * @throws TypeError when `baseUrl` is not a URL to send requests to, or a header cannot be sent.
 */
function untypedClient(
  platform: Platform,
  { operations = {}, ...given }: Partial<UntypedOptions>,
  first?: ClientContext,
): UntypedClient {
  const [server = '', ...others] = new Set(Object.values(operations).map(({ baseUrl }) => baseUrl));
  const options: ClientOptions = { baseUrl: others.length > 0 ? '' : server, ...given };
  const base = parseBaseUrl(options.baseUrl);
  const headers = headerRecord(options.headers);
  const signals = (first?.signals ?? []).concat(options.signal ?? []);
  const init = Object.assign(optionsOfFetch(options), {
    baseUrl: base.href,
    headers,
    redirect: options.redirect ?? 'follow',
    fetch: options.fetch ?? globalFetch,
  });
  // Without this serializer, openapi-fetch would create one for each call.
  const settings = { pathSerializer: expandPath, querySerializer: createQuerySerializer(), ...init };
  const stock = first?.stock ?? (createOpenapiFetchClient<Record<string, object>>(settings) as StockClient);
  const context: ClientContext = { base, options, headers, signals, platform, stock };
  const methods = Object.entries(operations).map(([operationId, operation]): [string, Method] => {
    let named: NamedOperation | undefined;
    return [
      reservedNames.test(operationId) ? `${operationId}_` : operationId,
      (callInit) =>
        callOperation(context, (named ??= { operationId, accept: acceptOf(operation.responses), ...operation }), callInit),
    ];
  });
  // Unlike an assignment, fromEntries treats __proto__ like any other name.
  return Object.assign(Object.fromEntries(methods), {
    raw: first ? rawWith(stock, init) : stock,
    with: (changed: ClientOptions) => {
      const merged = { ...headers, ...headerRecord(changed.headers) };
      return untypedClient(platform, { ...options, operations, signal: undefined, ...changed, headers: merged }, context);
    },
  });
}

/** The plain client with other options. Options of a call replace them. */
function rawWith(stock: StockClient, init: { headers: HeaderRecord }): StockClient {
  const request: StockRequest = (method, path, own: UntypedInit = {}) =>
    stock.request(method, path, {
      ...init,
      ...own,
      headers: { ...init.headers, ...headerRecord(own.headers) },
    });
  const raw = Object.assign({}, stock, { request });
  for (const name in stock) if (/[A-Z]/.test(name)) Reflect.set(raw, name, request.bind(null, name));
  return raw;
}

/**
 * Makes the function that creates clients on a platform.
 *
 * @typeParam Own The type of the client that is created when the options name no operations.
 * @param own The description of that client.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- Only the caller knows the types of its own client.
export function createClientOn<Own extends object = never>(
  platform: Platform,
  own?: ClientDescription,
): CreateClientOf & ((options?: ClientOptions) => Own) {
  function createClient<Operations extends Readonly<Record<string, TypedOperation>>>(
    options: ClientOptions & { readonly operations: Operations },
  ): ClientWith<Operations>;
  function createClient<Operations, Paths extends object = object>(
    options: ClientOptions & ClientDescription,
  ): ClientOf<Operations, Paths>;
  function createClient(options?: ClientOptions): Own;
  function createClient(options?: Partial<UntypedOptions>): object {
    return untypedClient(platform, { ...(!options?.operations && own), ...options });
  }
  return createClient;
}
