import type { Readable } from 'node:stream';
import type { Headers } from './headers.js';
import type { RequestTarget } from './request-target.js';

/** The maximum size of a body in bytes: far more than a request to an API needs, far less than memory. */
export const mostBytes: number = 1024 * 1024;

/** A received request. */
export interface MockRequest extends RequestTarget {
  /** In upper case. */
  method: string;
  /** Whether it was a HEAD request, to which the mock responds as to GET. Default: `false`. */
  isHead?: boolean;
  headers: Headers;
  /** The body. Empty if there is none. */
  body: Uint8Array;
  /** The rest of the body, if `body` is only its beginning. */
  rest?: Readable;
}
