import type { ServerRequest, ServerResponseParts, Store } from '../honest-server.js';

/** What of the contract a fault breaks. */
export type Kind = 'body' | 'status' | 'HTTP' | 'reading of requests' | 'never asked';

/** Another way in which a server works, honest or not. */
export interface Planted {
  /** What it does. */
  name: string;
  /** How the server misreads a request. */
  request?: (request: ServerRequest) => ServerRequest;
  /** What it sends in place of the honest response; `undefined` leaves that as it is. */
  response?: (honest: ServerResponseParts, request: ServerRequest, store: Store) => ServerResponseParts | undefined;
}

/** One way in which a server breaks the contract. */
export interface Fault extends Planted {
  /** What the walk says of it, with the requests that the description rules out. */
  walk: RegExp;
  /**
   * What the proxy says of it while the walk goes through it: of an exchange, or of the coverage at the end. Left out
   * where it can say nothing, since no operation is asked, or nothing but the request after it shows the fault.
   */
  proxy?: RegExp;
}

/** A fault, and what it breaks. */
export type KindOfFault = Fault & { kind: Kind };

/** What the proxy says at its end of a documented response that never came. */
export const neverSeen = (operationId: string, status: number): RegExp =>
  new RegExp(`${operationId}.*\\b${status}\\b.*never seen`);

/** Puts another response in place of those with a status, of one operation or of all. */
export function instead(
  status: number,
  replacement: (honest: ServerResponseParts, request: ServerRequest, store: Store) => ServerResponseParts,
  of: 'reset' | 'validate' | 'complete' | 'any' = 'any',
): NonNullable<Fault['response']> {
  return (honest, request, store) =>
    honest.status === status && (of === 'any' || of === nameOf(request)) ? replacement(honest, request, store) : undefined;
}

/** Which of the operations a request is for. */
export function nameOf({ method, path }: ServerRequest): string {
  if (path.includes('reset-password')) return 'reset';
  return method === 'GET' ? 'validate' : 'complete';
}

/** A page in place of what a program can read. */
export const html = (status: number): ServerResponseParts => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><title>Error</title>',
});

/** The reset token of an honest response. */
export const tokenOf = ({ body }: ServerResponseParts): string =>
  (JSON.parse(String(body)) as { reset_token: string }).reset_token;
