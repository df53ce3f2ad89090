import type { Answer } from './answer.js';
import type { MockRequest } from './request.js';

/** A request that was answered. It holds secrets: `exchangeLines` makes of it what may be shown. */
export interface Exchange {
  /** In upper case. */
  method: string;
  /** The path of the operation as the description writes it; the path that was sent where there is none. */
  path: string;
  answer: Answer;
  /** From the headers of the request to the end of the answer, without the delay that was asked for. */
  milliseconds: number;
  /** What was sent; `undefined` when it could not be read to its end. */
  request: MockRequest | undefined;
}

/** What is called after each exchange. */
export type ExchangeLog = (exchange: Exchange) => void;
