import { STATUS_CODES } from 'node:http';
import type { Readable } from 'node:stream';

/** A response, ready to be sent. */
export interface MockResponse {
  status: number;
  /** The names in lower case. */
  headers: Record<string, string>;
  body: string | Uint8Array | undefined;
  /** The fields `Set-Cookie`, which cannot be joined to one (RFC 6265, section 3). */
  setCookies?: string[];
  /** What follows the body while it comes, where that is only its beginning. */
  rest?: Readable;
  /** The fields after the body (RFC 9110, section 6.5); known when the body has come to its end. */
  trailers?: () => Record<string, string>;
  /** Whether `Content-Length` is that of a body that is not sent, as in a response to HEAD. */
  isLengthOnly?: true;
  /** Whether the body is a problem body of the mock's own, which holds no secret. */
  explains?: true;
  /** Whether the connection breaks in the middle of the response. */
  breaksOff?: true;
}

/**
 * Makes a response that explains itself: a problem body (RFC 9457) of the mock's own.
 *
 * @param status The status, which also gives the title.
 * @param detail One sentence for a developer: what is wrong and what to do.
 * @param members What a program may want to read, such as `violations`.
 * @param headers Headers beside the content type, in lower case.
 */
export function problem(
  status: number,
  detail: string,
  members: object = {},
  headers: Record<string, string> = {},
): MockResponse {
  // "about:blank" says that the problem is no other than what the status means (RFC 9457, section 4.2.1).
  const body = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Unknown', status, detail, ...members };
  const allHeaders = { ...headers, 'content-type': 'application/problem+json' };
  return { status, headers: allHeaders, body: JSON.stringify(body), explains: true };
}
