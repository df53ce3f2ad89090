import type { MockRequest } from '../contract/message/request.js';
import type { MockResponse } from '../contract/message/response.js';
import type { Violation } from '../contract/message/violation.js';

/** What became of a request, measured by the description. */
export interface Exchange {
  /** In upper case. */
  method: string;
  /** The path of the operation as the description writes it; the path that was sent where there is none. */
  path: string;
  /** The operation that the request led to. */
  operationId?: string | undefined;
  /** The key of the Responses Object that documents the status of the response; nothing where none does. */
  responseKey?: string | undefined;
  /** The scenario whose example values the request carried. */
  scenario?: string | undefined;
  /** How the request differs from the description. */
  requestViolations: Violation[];
  /** How the response differs from the description. */
  responseViolations: Violation[];
  response: MockResponse;
  /** Whether the response is about the mock itself, and no part of the API. */
  isOwn?: true;
  /** The status of the response in whose place this one is sent, where `errors` makes a difference a 500. */
  replacedStatus?: number | undefined;
}

/** An exchange that is over. It holds secrets: `exchangeLines` makes of it what may be shown. */
export interface LoggedExchange extends Exchange {
  /** From the headers of the request to the end of the response, without the delay that was asked for. */
  milliseconds: number;
  /** What was sent; `undefined` when it could not be read to its end. */
  request: MockRequest | undefined;
}

/** What is called after each exchange. */
export type ExchangeLog = (exchange: LoggedExchange) => void;
