import createOpenapiFetchClient, { type Client as OpenapiFetchClient } from 'openapi-fetch';
import { description } from '../../generated/operations.js';
import { readOutcome, writeBody } from './body.js';
import type { ClientDescription } from './types/description.js';
import type { MakeError } from './errors/client-error.js';
import { ConnectionError } from './errors/connection-error.js';
import { UnsupportedBodyError } from './errors/unsupported-body-error.js';
import { withLimits, type Timers } from './limits.js';
import type { CallOptions, ClientOptions } from './types/options.js';
import { withRetries } from './retry.js';

/** What a method takes, before its types are told. */
export interface UntypedInit extends CallOptions {
  body?: unknown;
  params?: { cookie?: Record<string, unknown> };
}

/** A method, before its types are told. */
export type UntypedMethod = (init?: UntypedInit) => Promise<unknown>;

/** The client of a description, before its types are told. */
export type UntypedClient = Record<string, UntypedMethod> & { raw: OpenapiFetchClient<Record<string, object>> };

/** An answer that openapi-fetch is handed, with another of the same text for the caller. */
interface Answer extends Response {
  copy?: Response;
}

type RawRequest = (method: string, path: string, init: object) => Promise<{ error?: unknown; response: Answer }>;

/** The global is looked up at each request: what replaces it later, such as a test double, is used. */
const currentFetch = (request: Request): Promise<Response> => fetch(request);

/**
 * Makes a client, of this package's own description unless another is given. This is all that a page loads, and each
 * byte of it is counted.
 *
 * @throws TypeError when `baseUrl` is no URL.
 */
export function untypedClient(given?: ClientOptions & Partial<ClientDescription>): UntypedClient {
  const { operations, ...options }: ClientDescription & ClientOptions = { ...description, ...given };
  const home = new Request(options.baseUrl).url;
  const raw = createOpenapiFetchClient<Record<string, object>>({
    fetch: currentFetch,
    ...(options as object),
  });
  const client = { raw } as UntypedClient;
  for (const operationId in operations) {
    const [method, path, responses, contentType, idempotent, tokenHeader, tokenPrefix, styles] = operations[operationId]!;
    const error: MakeError = (Type, problem, fields) =>
      Object.assign(new Type(`${operationId} ${problem}`), { operationId, method, path, ...fields });
    const lost = (cause: unknown): never => {
      throw error(ConnectionError, 'was not answered', { cause });
    };

    client[operationId] = async (init) => {
      const { token, headers, timeoutMs, retries, signal, fetch = currentFetch, ...rest }: UntypedInit = { ...options, ...init };
      if (rest.body != null && /GET|HEAD/.test(method)) throw error(UnsupportedBodyError, 'must omit body here');
      const timers: Timers = [];
      return withLimits(error, timeoutMs, signal, timers, async (limit) => {
        const secret = tokenHeader && (typeof token === 'function' ? await token() : token);
        const { response, error: readBody } = await (raw.request as RawRequest)(method, path, {
          bodySerializer: writeBody,
          // Following one, fetch takes along every header but Authorization.
          ...(tokenHeader && { redirect: 'manual' }),
          ...styles,
          ...rest,
          headers: {
            ...(rest.body != null && contentType && { 'Content-Type': contentType }),
            ...(headers instanceof Headers ? Object.fromEntries(headers) : (headers as Record<string, string> | undefined)),
          },
          parseAs: 'stream',
          signal: limit,
          fetch: async (request: Request) => {
            // A middleware may have sent the request elsewhere.
            if (secret && request.url.startsWith(home)) request.headers.set(tokenHeader, tokenPrefix! + secret);
            const answer: Answer = await withRetries(fetch, request, (idempotent && retries)!, timers).catch(lost);
            // openapi-fetch reads the body of each failure. The caller may want to, and what breaks off is to break here.
            if (!answer.ok) await (answer.copy = answer.clone()).clone().text().catch(lost);
            return answer;
          },
        });
        return readOutcome(error, responses, response.copy ?? response, readBody, lost);
      });
    };
  }
  return client;
}
