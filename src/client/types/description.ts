import type { CallOptions } from './options.js';

/** What writes the query and the form of an operation. */
export type Serializers = Pick<CallOptions, 'querySerializer' | 'bodySerializer'>;

/** Where the token of an operation goes. */
export interface Credential {
  /** The name of the header. */
  readonly header: string;
  /** What precedes the token in that header, such as `Bearer `; may be empty. */
  readonly prefix: string;
}

/** One operation of a description: how its request is sent and how its responses are read. */
export interface ClientOperation {
  /** Its name, for messages. Default: the one that it has in the `operations` of a client. */
  readonly operationId?: string;
  /** The HTTP method, in upper case. */
  readonly method: string;
  /** The path template. A parameter of another style than `simple` has the operator of RFC 6570: `{.id}`, `{;id*}`. */
  readonly path: string;
  /**
   * The media types of the documented bodies, by status code (a number, a range such as `4XX`, or `default`). The list
   * is empty where no body is documented.
   */
  readonly responses: Readonly<Record<string, readonly string[]>>;
  /** The media type of the request body: the first one that the description lists. */
  readonly contentType?: string;
  /** Whether the text of the request body holds JSON (`contentMediaType`), so that anything but a string becomes JSON. */
  readonly textHoldsJson?: boolean;
  /**
   * Whether a request may be repeated: `true` by its method or by `x-idempotent: true`, `false` by
   * `x-idempotent: false`. Default: `true` for GET; for others, whether the caller sends an `Idempotency-Key`.
   */
  readonly idempotent?: boolean;
  /** Where the token goes, if the operation requires a credential that one token can be. */
  readonly credential?: Credential;
  /** Writes the query and the form, where openapi-fetch would write them in another style than the description's. */
  readonly serializers?: Serializers;
}

/**
 * One operation, as `generated/each-operation.ts` exports it.
 *
 * @typeParam Method The type of the method that calls it.
 */
export interface TypedOperation<Method = unknown> extends ClientOperation {
  /** For the compiler alone: there is no such field. */
  readonly '~method'?: Method;
}

/**
 * What the client needs of a description at run time. The build writes it to `generated/operations.ts`, as small as a
 * page wants to load it.
 */
export interface ClientDescription {
  /** The first server of the description; empty where it names none. */
  readonly baseUrl: string;
  /** The operations by `operationId`. One without an `operationId` is named after its method and path: `get /users`. */
  readonly operations: Readonly<Record<string, ClientOperation>>;
}
