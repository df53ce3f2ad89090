import { STATUS_CODES } from 'node:http';
import type { Readable } from 'node:stream';

/** A response to send. */
export interface MockResponse {
  status: number;
  /** By names in lower case. */
  headers: Record<string, string>;
  body: string | Uint8Array | undefined;
  /** The `Set-Cookie` headers, which cannot be joined (RFC 6265, section 3). */
  setCookies?: string[];
  /** The rest of the body, if `body` is only its beginning. */
  rest?: Readable;
  /** The trailers (RFC 9110, section 6.5). They are known only after the end of the body. */
  trailers?: () => Record<string, string>;
  /** Whether `Content-Length` is for a body that is not sent, as in a response to HEAD. */
  isLengthOnly?: true;
  /** Whether the body is a problem body of the mock, which contains no secrets. */
  explains?: true;
  /** Whether to break the connection in the middle of the response. */
  breaksOff?: true;
}

/**
 * Makes a response with a problem body (RFC 9457) of the mock itself.
 *
 * @param status The status code. Its reason phrase is the title.
 * @param detail A sentence for a developer: what is wrong and what to do.
 * @param members Further members for programs, such as `violations`.
 * @param headers Further headers, by names in lower case.
 */
export function problem(
  status: number,
  detail: string,
  members: object = {},
  headers: Record<string, string> = {},
): MockResponse {
  // "about:blank" means that the problem has no semantics beyond its status code (RFC 9457, section 4.2.1).
  const body = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Unknown', status, detail, ...members };
  const allHeaders = { ...headers, 'content-type': 'application/problem+json' };
  return { status, headers: allHeaders, body: JSON.stringify(body), explains: true };
}
