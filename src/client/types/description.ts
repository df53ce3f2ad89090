import type { BaseUrl } from '../request/base-url.js';
import type { BodyKind } from '../../description/media-types.js';

/** Functions that write the parameters and the body of an operation where the description differs from the client's defaults. */
export interface Serializers {
  /** Writes the query, without a question mark. */
  query?: (values: Record<string, unknown>) => string;
  /** Writes the path from its template. */
  path?: (template: string, values: Record<string, unknown> | undefined) => string;
  /** Writes the header parameters, by name. */
  header?: (values: Record<string, unknown>) => Record<string, unknown>;
  /** Writes the cookie parameters, each as `name=value`. */
  cookie?: (values: Record<string, unknown>) => string[];
  /** Chooses the media type of a body, where several media types or a range are documented. */
  contentType?: (body: unknown, asked?: string | null) => string;
  /** Writes a body as a form. Returns `undefined` if the media type is not a form. */
  body?: (body: unknown, contentType: string) => BodyInit | undefined;
}

/** Tells media types apart. */
export interface MediaTypes {
  /** The kind of body that a media type has, with or without parameters. For a range, the received media type decides. */
  kindOf: (mediaType: string, received?: string) => BodyKind;
  /** Finds the documented media type that matches the media type of a response; `undefined` for none. */
  documented: (mediaTypes: readonly string[], received: string) => string | undefined;
}

/**
 * Returns the base URL of the requests of an operation.
 *
 * @param base The base URL of the client.
 * @param baseUrl The option `baseUrl` of the client.
 */
export type OwnServer = (base: BaseUrl, baseUrl: string | undefined) => BaseUrl;

/** Where the token of an operation goes. */
export interface Credential {
  /** The name of the header. */
  readonly header: string;
  /** The text before the token in that header, such as `Bearer `. May be empty. */
  readonly prefix: string;
}

/** One operation of a description: how its request is sent and how its responses are read. */
export interface ClientOperation {
  /** Its name, for messages. Default: the one that it has in the `operations` of a client. */
  readonly operationId?: string;
  /** The first server of the description. It is the default `baseUrl` of a client if all its operations have the same. */
  readonly baseUrl?: string;
  /** The HTTP method, in upper case. */
  readonly method: string;
  /** The path template. */
  readonly path: string;
  /**
   * Returns the server of the operation, if it or its path has one of its own and the `baseUrl` is the server of the
   * description. With any other `baseUrl`, all operations use that one.
   */
  readonly server?: OwnServer;
  /**
   * The media types of the documented bodies, in lower case and without parameters, by status code (a number, a range such as
   * `4XX`, or `default`). The list is empty if no body is documented.
   */
  readonly responses: Readonly<Record<string, readonly string[]>>;
  /** The `Accept` header of its requests. Empty for none. Default: the media types of `responses`. */
  readonly accept?: string;
  /** The media type of the request body: the first one that the description lists. */
  readonly contentType?: string;
  /**
   * Whether the text of the request body contains JSON (`contentMediaType`). If so, any value but a string is written as JSON.
   */
  readonly textHoldsJson?: boolean;
  /**
   * Whether a request may be repeated. `true` if its method is idempotent or the description has `x-idempotent: true`; `false`
   * with `x-idempotent: false`. Default: `true` for GET; with other methods, only if the caller sends an `Idempotency-Key`.
   */
  readonly idempotent?: boolean;
  /** Where the token goes, if the operation requires a credential that a single token can provide. */
  readonly credential?: Credential;
  /** Writes the parameters and the body where the description differs from the client's defaults. */
  readonly serializers?: Serializers;
  /** Needed if a body is not JSON, `text/…` or bytes, or if a range such as `image/*` is documented. */
  readonly mediaTypes?: MediaTypes;
}

/**
 * One operation, as `generated/each-operation.ts` exports it.
 *
 * @typeParam Method The type of the client method that calls it.
 */
export interface TypedOperation<Method = unknown> extends ClientOperation {
  /** Exists for the compiler only, never at run time. */
  readonly '~method'?: Method;
}

/**
 * The part of a description that the client needs at run time. The build writes it to `generated/operations.ts`. It is kept
 * small, since web pages load it.
 */
export interface ClientDescription {
  /** The first server of the description. Empty if it names none. */
  readonly baseUrl: string;
  /** The operations by `operationId`. One without an `operationId` is named after its method and path: `get /users`. */
  readonly operations: Readonly<Record<string, ClientOperation>>;
}
