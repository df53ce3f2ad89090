import type { BodyKind } from '../../description/media-types.js';

/** What writes the parameters and the body of an operation, where the client by itself would write them otherwise. */
export interface Serializers {
  /** Writes the query, without a question mark. */
  query?: (values: Record<string, unknown>) => string;
  /** Writes the path from its template. */
  path?: (template: string, values: Record<string, unknown>) => string;
  /** Writes the header parameters, by name. */
  header?: (values: Record<string, unknown>) => Record<string, unknown>;
  /** Writes the cookie parameters, each as `name=value`. */
  cookie?: (values: Record<string, unknown>) => string[];
  /** Chooses the media type of a body, where several are documented or a range is. */
  contentType?: (body: unknown, asked?: string | null) => string;
  /** Writes a body as a form; `undefined` for what is written otherwise. */
  body?: (body: unknown, contentType: string) => BodyInit | undefined;
}

/** What an operation knows of media types. */
export interface MediaTypes {
  /**
   * What the body of a media type, with or without parameters, is. Where that is open, as with a range, what was received
   * says it.
   */
  kindOf: (mediaType: string, received?: string) => BodyKind;
  /** Finds the one that documents the media type of a response; `undefined` for none. */
  documented: (mediaTypes: readonly string[], received: string) => string | undefined;
}

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
  /** The first server of its description: the default of a client whose operations all have the same. */
  readonly baseUrl?: string;
  /** The HTTP method, in upper case. */
  readonly method: string;
  /** The path template. */
  readonly path: string;
  /**
   * The server of the operation or of its path, where it has one of its own, and the server of the description that this
   * replaces. It is used while that is the `baseUrl`; any other `baseUrl` is that of all operations.
   */
  readonly server?: { readonly url: string; readonly replaces: string };
  /**
   * The media types of the documented bodies, in lower case and without parameters, by status code (a number, a range such
   * as `4XX`, or `default`). The list is empty where no body is documented.
   */
  readonly responses: Readonly<Record<string, readonly string[]>>;
  /** The `Accept` of its requests; empty for none. Default: the media types of `responses`. */
  readonly accept?: string;
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
  /** Writes the parameters and the body, where the client by itself would write them otherwise than the description says. */
  readonly serializers?: Serializers;
  /** Needed where a body is neither JSON nor `text/…` nor bytes, or is documented by a range such as `image/*`. */
  readonly mediaTypes?: MediaTypes;
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
