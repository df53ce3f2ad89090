import type { MockRequest } from '../contract/message/request.js';
import type { MockResponse } from '../contract/message/response.js';
import type { Violation } from '../contract/message/violation.js';

/** A request and its response, with their differences from the description. */
export interface Exchange {
  /** The method in upper case. */
  method: string;
  /** The path template of the operation; the path of the request when there is no operation. */
  path: string;
  /** The operation that the request matches. */
  operationId?: string | undefined;
  /** The key of the Responses Object for the status code of the response; `undefined` when no key matches. */
  responseKey?: string | undefined;
  /** The scenario whose example values the request has. */
  scenario?: string | undefined;
  /** How the request differs from the description. */
  requestViolations: Violation[];
  /** How the response differs from the description. */
  responseViolations: Violation[];
  response: MockResponse;
  /** Whether the response is about the mock itself, and not a part of the API. */
  isOwn?: true;
  /** The original status code, when `errors` has replaced the response by a 500. */
  replacedStatus?: number | undefined;
}

/** A finished exchange. It contains secrets; `exchangeLines` makes a text of it that is safe to show. */
export interface LoggedExchange extends Exchange {
  /** The time to make the response, in milliseconds, without the delay of the option `delayMs`. */
  milliseconds: number;
  /** The request; `undefined` when it could not be read to its end. */
  request: MockRequest | undefined;
}

/** A function that is called after each exchange. */
export type ExchangeLog = (exchange: LoggedExchange) => void;
