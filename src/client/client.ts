import createOpenapiFetchClient, { type Client as OpenapiFetchClient } from 'openapi-fetch';
import { acceptOf } from '../description/media-types.js';
import { parseBaseUrl } from './request/base-url.js';
import { globalFetch, type NamedOperation, type Platform, type UntypedInit } from './call.js';
import { callOperation, optionsOfFetch, type ClientContext, type StockRequest } from './call-operation.js';
import { headerRecord } from './request/headers.js';
import { expandPath } from './request/path.js';
import type { ClientDescription } from './types/description.js';
import type { ClientOptions } from './types/options.js';

/** A client before its types are known: a method per operation, `raw` and `with`. */
export type UntypedClient = Record<string, (init?: UntypedInit) => Promise<object>> & {
  raw: OpenapiFetchClient<Record<string, object>>;
};

/** The options of any client. */
export type UntypedOptions = ClientOptions & Pick<ClientDescription, 'operations'>;

/**
 * Names that a method cannot have: `raw` and `with` are the client's own, and an object with a method `then` is taken for
 * a promise. The others JavaScript calls by itself. Such an operation has an underscore after its name.
 */
const reservedNames = /^(raw|with|then|to(String|JSON))$/;

/**
 * Makes a client of a description.
 *
 * @param first The client that this one is made with, and shares its middleware.
 * @throws TypeError when `baseUrl` is not a URL to send requests to, or a header cannot be sent.
 */
export function untypedClient(
  platform: Platform,
  { operations, ...given }: UntypedOptions,
  first?: ClientContext,
): UntypedClient {
  const servers = new Set(Object.values(operations).map((operation) => operation.baseUrl));
  const options: ClientOptions = { ...(servers.size === 1 && { baseUrl: [...servers][0] }), ...given };
  const base = parseBaseUrl(options.baseUrl);
  const headers = headerRecord(options.headers);
  const signals = (first?.signals ?? []).concat(options.signal ?? []);
  const init = Object.assign(optionsOfFetch(options), {
    baseUrl: base.href,
    headers,
    fetch: options.fetch ?? globalFetch,
    pathSerializer: expandPath,
  });
  const stock = first?.stock ?? createOpenapiFetchClient(init);
  const context: ClientContext = { base, options, signals, init, platform, stock };
  const methods = Object.entries(operations).map(([operationId, operation]): [string, UntypedClient[string]] => {
    let named: NamedOperation | undefined;
    return [
      reservedNames.test(operationId) ? `${operationId}_` : operationId,
      (callInit) =>
        callOperation(context, (named ??= { operationId, accept: acceptOf(operation.responses), ...operation }), callInit),
    ];
  });
  // Unlike an assignment, fromEntries takes __proto__ for a name like any other.
  return Object.assign(Object.fromEntries(methods), {
    raw: first ? rawWith(context) : stock,
    with: (changed: ClientOptions) => {
      const merged = { ...headers, ...headerRecord(changed.headers) };
      return untypedClient(platform, { ...options, operations, signal: undefined, ...changed, headers: merged }, context);
    },
  });
}

/** The plain client with other options, which each of its calls may replace. */
function rawWith({ stock, init }: ClientContext): ClientContext['stock'] {
  const request = (method: string, path: string, own: UntypedInit = {}): unknown =>
    (stock.request as StockRequest)(method, path, {
      ...init,
      ...own,
      headers: { ...init.headers, ...headerRecord(own.headers) },
    });
  const raw: Record<string, unknown> = { ...stock, request };
  for (const method of Object.keys(raw)) {
    if (/^[A-Z]/.test(method)) raw[method] = (path: string, own?: UntypedInit) => request(method, path, own);
  }
  return raw as unknown as ClientContext['stock'];
}
