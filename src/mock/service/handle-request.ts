import type { Client } from '../client.js';
import type { Exchange, ExchangeLog } from '../exchange.js';
import { fieldValue } from '../../contract/message/field.js';
import type { Headers } from '../../contract/message/headers.js';
import type { MockRequest } from '../../contract/message/request.js';
import { problem, type MockResponse } from '../../contract/message/response.js';
import { prismViolations } from '../../contract/message/violation.js';
import { whenReady, type Soon } from '../when-ready.js';
import { corsHeaders, isPreflight, preflightHeaders } from './cors.js';
import type { Service } from './service.js';

/** How to handle requests. */
export interface HandlerOptions {
  /** Returns the current service. It is called for each request, since a reload replaces the service. */
  service: () => Service;
  /** Responds to requests for the mock itself, which are not a part of the API. Returns `undefined` for all others. */
  control: (request: MockRequest) => MockResponse | undefined;
  /** Whether pages of any origin may read the responses. */
  cors: boolean;
  /** The delay of each response in milliseconds. */
  delayMs: number;
  log?: ExchangeLog;
}

/** Handles a received request and returns the response. The caller sends the response. */
export type HandleRequest = (request: MockRequest, client?: Client) => Soon<MockResponse>;

/**
 * Makes the function that handles requests, both for Node's server and for the mock's `fetch`.
 *
 * @returns A function that responds to a request. It throws only when the client disconnects during the delay.
 */
export function requestHandler({ service, control, cors, delayMs, log }: HandlerOptions): HandleRequest {
  function exchangeFor(request: MockRequest, client?: Client): Soon<Exchange> {
    if (cors && isPreflight(request.method, request.headers))
      return { ...bare(request), response: { status: 204, headers: preflightHeaders(request.headers), body: undefined } };
    try {
      const response = control(request);
      if (response) return { ...bare(request), response, isOwn: true };
      const exchange = service().respondTo(request, client);
      return exchange instanceof Promise ? exchange.catch(() => failure(request)) : exchange;
    } catch {
      return failure(request);
    }
  }

  return (request, client) => {
    const started = performance.now();
    return whenReady(exchangeFor(request, client), (exchange) => {
      const milliseconds = performance.now() - started;
      return whenReady(delayMs > 0 ? wait(delayMs, client) : undefined, () => {
        log?.({ milliseconds, request, ...exchange });
        return presented(exchange, request.headers, cors);
      });
    });
  };
}

/** The fields of an exchange that the description says nothing about. */
function bare({ method, path }: MockRequest): Omit<Exchange, 'response'> {
  return { method, path, requestViolations: [], responseViolations: [] };
}

function failure(request: MockRequest): Exchange {
  const detail = 'The mock could not make a response: the description may require what cannot be made.';
  return { ...bare(request), response: problem(500, detail) };
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

/** A response with its added headers, and the values that these headers depend on. */
interface Presented {
  scenario: string | undefined;
  origin: string | undefined;
  cors: boolean;
  presented: MockResponse;
}

/** The responses without violations, as they were last sent. Their added headers depend only on the scenario and the origin. */
const presentedBefore = new WeakMap<MockResponse, Presented>();

/** Adds the headers for the scenario, the violations and CORS to a response. */
function presented(exchange: Exchange, { origin }: Headers, cors: boolean): MockResponse {
  const { response, scenario } = exchange;
  const text = violationsText(exchange);
  if (text === undefined && scenario === undefined && !cors) return response;
  const known = text === undefined ? presentedBefore.get(response) : undefined;
  if (known && known.scenario === scenario && known.origin === origin && known.cors === cors) return known.presented;
  const headers = {
    ...response.headers,
    ...(scenario !== undefined && { 'mock-scenario': fieldValue(scenario) }),
    ...(text !== undefined && { 'sl-violations': text }),
  };
  const made = { ...response, headers: cors ? { ...corsHeaders(origin, Object.keys(headers)), ...headers } : headers };
  if (text === undefined) presentedBefore.set(response, { scenario, origin, cors, presented: made });
  return made;
}

/** The most characters of the header `sl-violations`. Clients reject much longer headers. */
const mostCharacters = 4096;

/** The value of the header `sl-violations`, with Prism's name and format. It leaves out what a problem body already says. */
function violationsText({ response, requestViolations, responseViolations }: Exchange): string | undefined {
  if (requestViolations.length === 0 && responseViolations.length === 0) return undefined;
  const all = [
    ...(response.explains ? [] : prismViolations('request', requestViolations)),
    ...prismViolations('response', responseViolations),
  ].map((one) => JSON.stringify(one).replaceAll(/[^\x20-\x7e]/g, '?'));
  let length = 2;
  const shown = all.filter((one) => {
    const fits = length + one.length < mostCharacters;
    if (fits) length += one.length + 1;
    return fits;
  });
  return shown.length > 0 ? `[${shown.join(',')}]` : undefined;
}
