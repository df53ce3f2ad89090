import type { Client } from '../client.js';
import type { Exchange, ExchangeLog } from '../exchange.js';
import { fieldValue } from '../../contract/message/field.js';
import type { MockRequest } from '../../contract/message/request.js';
import { problem, type MockResponse } from '../../contract/message/response.js';
import { prismViolations } from '../../contract/message/violation.js';
import { corsHeaders, isPreflight, preflightHeaders } from './cors.js';
import type { Service } from './service.js';

/** How requests are handled. */
export interface HandlerOptions {
  /** What responds; asked anew for each request. */
  service: () => Service;
  /** Responds to requests for the mock itself, which are no part of the API; `undefined` for all others. */
  control: (request: MockRequest) => MockResponse | undefined;
  /** Whether pages of any origin may read the responses. */
  cors: boolean;
  /** How long each response waits, in milliseconds. */
  delayMs: number;
  log?: ExchangeLog;
}

/** Handles a request from its last byte on: the receiver sends the response. */
export type HandleRequest = (request: MockRequest, client?: Client) => Promise<MockResponse>;

/**
 * Makes the function that all ways into the mock share: Node's server and `fetch`.
 *
 * @returns A function that responds to a request. It throws only when the client disconnects while the response is delayed.
 */
export function requestHandler({ service, control, cors, delayMs, log }: HandlerOptions): HandleRequest {
  async function exchangeFor(request: MockRequest, client?: Client): Promise<Exchange> {
    const { method, path } = request;
    const bare = { method, path, requestViolations: [], responseViolations: [] };
    try {
      const controlled = control(request);
      return controlled ? { ...bare, response: controlled, isOwn: true } : await service().respondTo(request, client);
    } catch {
      const detail = 'The mock could not make a response: the description may require what cannot be made.';
      return { ...bare, response: problem(500, detail) };
    }
  }

  return async (request, client) => {
    const started = performance.now();
    const isAnsweredHere = cors && isPreflight(request.method, request.headers);
    const exchange = isAnsweredHere ? preflight(request) : await exchangeFor(request, client);
    const milliseconds = performance.now() - started;
    if (delayMs > 0) await wait(delayMs, client);
    log?.({ ...exchange, milliseconds, request });
    return presented(exchange, request, cors);
  };
}

function wait(milliseconds: number, client?: Client): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    client?.onceGone(() => {
      clearTimeout(timer);
      reject(new Error('The client disconnected.'));
    });
  });
}

function preflight({ method, path, headers }: MockRequest): Exchange {
  const response = { status: 204, headers: preflightHeaders(headers), body: undefined };
  return { method, path, requestViolations: [], responseViolations: [], response };
}

/** The response with the headers that say how it came about. */
function presented(
  { response, scenario, ...violations }: Exchange,
  { headers: requestHeaders }: MockRequest,
  cors: boolean,
): MockResponse {
  const text = violationsText(response, violations);
  const isUsual = text === undefined && requestHeaders.origin === undefined;
  const known = isUsual ? presentedBefore.get(response) : undefined;
  // A response that was made before was presented before, too.
  if (known && known.scenario === scenario && known.cors === cors) return known.presented;
  const headers = {
    ...response.headers,
    ...(scenario !== undefined && { 'mock-scenario': fieldValue(scenario) }),
    ...(text !== undefined && { 'sl-violations': text }),
  };
  const all = cors ? { ...corsHeaders(requestHeaders, Object.keys(headers)), ...headers } : headers;
  const made = { ...response, headers: all };
  if (isUsual) presentedBefore.set(response, { scenario, cors, presented: made });
  return made;
}

/** Responses as they were sent to who names no origin and breaks nothing: they differ in the scenario alone. */
const presentedBefore = new WeakMap<MockResponse, { scenario: string | undefined; cors: boolean; presented: MockResponse }>();

/** The most characters of the header `sl-violations`: clients refuse a header that is much longer. */
const mostCharacters = 4096;

/** What the header `sl-violations` holds, by Prism's name and in its form; nothing where a problem body says it. */
function violationsText(
  { explains }: MockResponse,
  { requestViolations, responseViolations }: Pick<Exchange, 'requestViolations' | 'responseViolations'>,
): string | undefined {
  if (requestViolations.length === 0 && responseViolations.length === 0) return undefined;
  const all = [
    ...(explains ? [] : prismViolations('request', requestViolations)),
    ...prismViolations('response', responseViolations),
  ].map((one) => JSON.stringify(one).replaceAll(/[^\x20-\x7e]/g, '?'));
  let length = 2;
  const shown = all.filter((one) => (length += one.length + 1) <= mostCharacters);
  return shown.length > 0 ? `[${shown.join(',')}]` : undefined;
}
