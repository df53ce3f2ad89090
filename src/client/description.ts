/**
 * What the client needs to know of a description at run time.
 * `generated/operations.ts` holds it for this package's own description.
 */
export interface ClientDescription {
  /** The first server of the description; empty where it names none. */
  readonly baseUrl: string;
  /** The security schemes that one token can serve, by their names. */
  readonly securitySchemes: Readonly<Record<string, TokenPlace>>;
  /** The operations by `operationId`. */
  readonly operations: Readonly<Record<string, ClientOperation>>;
}

/** Where a security scheme wants the token. */
export interface TokenPlace {
  readonly in: 'header' | 'query' | 'cookie';
  /** The name of the header, query parameter or cookie. */
  readonly name: string;
  /** What stands before the token, such as `Bearer ` in an Authorization header; may be empty. */
  readonly prefix: string;
}

/** One operation, as it is sent and as its outcomes are read. */
export interface ClientOperation {
  /** In upper case. */
  readonly method: string;
  readonly path: string;
  /** The names of the security schemes of which each alone is enough, in the order of the description. */
  readonly security: readonly string[];
  /** Whether repeating the request is harmless. */
  readonly idempotent: boolean;
  /** The media types of the request body, without parameters, the preferred one first. */
  readonly request: readonly string[];
  /** The documented statuses (a number, a range such as `4XX`, or `default`) with the media types of their bodies. */
  readonly responses: Readonly<Record<string, readonly string[]>>;
}
