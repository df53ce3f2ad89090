import type { Readable } from 'node:stream';
import type { Headers } from './headers.js';
import type { RequestTarget } from './request-target.js';

/** The most bytes that a body may have: far more than a request to an API takes, far less than memory. */
export const mostBytes: number = 1024 * 1024;

/** A request as it came in. */
export interface MockRequest extends RequestTarget {
  /** In upper case. */
  method: string;
  headers: Headers;
  /** The body; empty where there is none. */
  body: Uint8Array;
  /** What follows the body while it comes, where that is only its beginning. */
  rest?: Readable;
}
