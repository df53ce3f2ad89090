import type { ServerRequest, ServerResponseParts, Store } from '../honest-server.js';

/** The part of the contract that a fault violates. */
export type Kind = 'body' | 'status' | 'HTTP' | 'reading of requests' | 'never asked';

/** Another behaviour of a server, correct or not. */
export interface Planted {
  /** A description of the behaviour. */
  name: string;
  /** Changes the request, as if the server misread it. */
  request?: (request: ServerRequest) => ServerRequest;
  /** Returns the response to send instead of the correct one; `undefined` keeps the correct one. */
  response?: (honest: ServerResponseParts, request: ServerRequest, store: Store) => ServerResponseParts | undefined;
}

/** A behaviour that violates the contract. */
export interface Fault extends Planted {
  /** The report of the check with invalid requests. */
  walk: RegExp;
  /**
   * The report of the proxy for a check through it: on an exchange, or on the coverage at the end. Missing if the proxy cannot
   * notice the fault, because no operation is called or only the next request shows it.
   */
  proxy?: RegExp;
}

/** A fault, and the part of the contract that it violates. */
export type KindOfFault = Fault & { kind: Kind };

/** The final report of the proxy on a documented response that never came. */
export const neverSeen = (operationId: string, status: number): RegExp =>
  new RegExp(`${operationId}.*\\b${status}\\b.*never seen`);

/** Replaces the responses with a status code, of one operation or of all. */
export function instead(
  status: number,
  replacement: (honest: ServerResponseParts, request: ServerRequest, store: Store) => ServerResponseParts,
  of: 'reset' | 'validate' | 'complete' | 'any' = 'any',
): NonNullable<Fault['response']> {
  return (honest, request, store) =>
    honest.status === status && (of === 'any' || of === nameOf(request)) ? replacement(honest, request, store) : undefined;
}

/** The operation of a request. */
export function nameOf({ method, path }: ServerRequest): string {
  if (path.includes('reset-password')) return 'reset';
  return method === 'GET' ? 'validate' : 'complete';
}

/** An HTML page instead of a machine-readable response. */
export const html = (status: number): ServerResponseParts => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><title>Error</title>',
});

/** The reset token in a correct response. */
export const tokenOf = ({ body }: ServerResponseParts): string =>
  (JSON.parse(String(body)) as { reset_token: string }).reset_token;
