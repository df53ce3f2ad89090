import type { CallOptions } from './options.js';

/** What writes the query and the form of an operation. */
export type Styles = Pick<CallOptions, 'querySerializer' | 'bodySerializer'>;

/**
 * What the client needs of a description at run time.
 * `generated/operations.ts` holds it for this package's own description, as small as a page wants to load it.
 */
export interface ClientDescription {
  /** The first server of the description; empty where it names none. */
  readonly baseUrl: string;
  /** The operations by `operationId`. */
  readonly operations: Readonly<Record<string, ClientOperation>>;
}

/** One operation, as it is sent and as its outcomes are read. What is empty, or missing at the end, it does not have. */
export type ClientOperation = readonly [
  /** In upper case. */
  method: string,
  /** Where a parameter has another style than `simple`, it stands there as RFC 6570 has it: `{.id}`, `{;id*}`. */
  path: string,
  /**
   * The documented statuses (a number, a range such as `4XX`, or `default`) with a regular expression for the
   * `Content-Type` of their bodies. It is empty where no body is described.
   */
  responses: Readonly<Record<string, string>>,
  /** The value of `Content-Type` for the first media type of the request body, unless that is JSON or a form in parts. */
  contentType?: string,
  /** 1 where repeating the request is harmless. */
  idempotent?: 0 | 1,
  /** The header in which the first security scheme that one token can serve wants it. */
  tokenHeader?: string,
  /** What stands before the token in that header, such as `Bearer `; may be empty. */
  tokenPrefix?: string,
  /** Writes the query and the form, where their styles are not those of openapi-fetch. */
  styles?: Styles,
];
