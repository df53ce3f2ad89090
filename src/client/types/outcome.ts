import type { ParseAs } from './options.js';

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type StatusOfClass<Class extends string | number> = `${Class}${Digit}${Digit}` extends `${infer Status extends number}`
  ? Status
  : never;
type OkStatus = StatusOfClass<2>;
type AnyStatus = StatusOfClass<1 | 2 | 3 | 4 | 5>;

/** The status codes that a key of the Responses Object covers on its own: `200` covers one, `4XX` a hundred. */
type StatusesOf<Key> = Key extends number ? Key : Key extends `${infer Class extends number}XX` ? StatusOfClass<Class> : never;

/** The same, without the status codes of a more exact key (OpenAPI 3.1.1, section 4.8.16). */
type StatusesAt<Key, Keys> = Key extends number
  ? Key
  : Key extends 'default'
    ? Exclude<AnyStatus, StatusesOf<Keys>>
    : Exclude<StatusesOf<Key>, Extract<Keys, number>>;

/** Status codes that never have a body, even if one is documented (RFC 9110, section 6.4.1). */
type OkWithoutBody = 204 | 205;
type OtherWithoutBody = StatusOfClass<1> | 304;

type ContentOf<Response> = Response extends { content: infer Content } ? Content : never;

/** The type of a body that is read as JSON. A range is typed as a union with `string` and `Blob`, which are left out here. */
type JsonOf<Content> = {
  [MediaType in keyof Content]: Lowercase<
    MediaType & string
  > extends `${string}${'/' | '+'}json${'' | `;${string}` | ` ${string}`}`
    ? Content[MediaType]
    : MediaType extends `${string}*${string}`
      ? Exclude<Content[MediaType], string | Blob>
      : unknown;
}[keyof Content];

/** The type of a 2xx body for each `parseAs`. */
interface BodyReadAs<Content> {
  json: JsonOf<Content>;
  text: string;
  blob: Blob;
  arrayBuffer: ArrayBuffer;
  stream: ReadableStream<Uint8Array> | null;
}
// Without strictNullChecks, undefined extends every type, so it is checked first.
type Data<Content, Parse> = [Parse] extends [undefined]
  ? Content[keyof Content]
  : Parse extends ParseAs
    ? BodyReadAs<Content>[Parse]
    : Content[keyof Content];

/** A response with its documented headers. The property exists for the compiler only. */
export interface DocumentedResponse<Headers> extends Response {
  readonly '~headers'?: Headers;
}

/** The documented names, without those of an index signature. */
export type Named<Headers> = keyof {
  [Name in keyof Headers as string extends Name ? never : number extends Name ? never : Name]: true;
};

type ResponseWith<Headers> = [Named<Headers>] extends [never] ? Response : DocumentedResponse<Headers>;

type HeadersOf<Response> = Response extends { headers: infer Headers } ? Headers : never;

interface OutcomeWithoutBody<Status, Ok extends boolean, Headers> {
  /** The status code. */
  readonly status: Status;
  /** Whether the status is 2xx. */
  readonly ok: Ok;
  /** The response itself. */
  readonly response: ResponseWith<Headers>;
}
interface OutcomeWithData<Status, Body, Headers> extends OutcomeWithoutBody<Status, true, Headers> {
  /** The body of the response, as documented. */
  readonly data: Body;
}
interface OutcomeWithError<Status, Body, Headers> extends OutcomeWithoutBody<Status, false, Headers> {
  /** The body of the response, as documented. */
  readonly error: Body;
}

/** A range or `default` documents a body also for status codes that cannot have one. */
interface OutcomeWithNoData<Status, Headers> extends OutcomeWithoutBody<Status, true, Headers> {
  readonly data?: undefined;
}
interface OutcomeWithNoError<Status, Headers> extends OutcomeWithoutBody<Status, false, Headers> {
  readonly error?: undefined;
}

type If<Status, Outcome> = [Status] extends [never] ? never : Outcome;

type OutcomesWithoutBody<Ok, Other, Headers> =
  If<Ok, OutcomeWithoutBody<Ok, true, Headers>> | If<Other, OutcomeWithoutBody<Other, false, Headers>>;

/** One documented response. It has `data` or `error` only if a body is documented. */
type OutcomesWithBody<Ok, Other, Content, Parse, Headers> =
  | If<Exclude<Ok, OkWithoutBody>, OutcomeWithData<Exclude<Ok, OkWithoutBody>, Data<Content, Parse>, Headers>>
  | If<Extract<Ok, OkWithoutBody>, OutcomeWithNoData<Extract<Ok, OkWithoutBody>, Headers>>
  | If<Exclude<Other, OtherWithoutBody>, OutcomeWithError<Exclude<Other, OtherWithoutBody>, Content[keyof Content], Headers>>
  | If<Extract<Other, OtherWithoutBody>, OutcomeWithNoError<Extract<Other, OtherWithoutBody>, Headers>>;

type OutcomesAt<Statuses, Content, Parse, Headers> = [Content] extends [never]
  ? OutcomesWithoutBody<Extract<Statuses, OkStatus>, Exclude<Statuses, OkStatus>, Headers>
  : OutcomesWithBody<Extract<Statuses, OkStatus>, Exclude<Statuses, OkStatus>, Content, Parse, Headers>;

/**
 * The result of a call: a union with one member for each documented status.
 *
 * Every member has `status`, `ok` (whether the status is 2xx) and the `response` itself. A documented body is in `data` for a
 * status 2xx and in `error` for any other; the body of `response` is then already read. Without `parseAs`, the media type
 * decides: JSON, text, or else a Blob.
 *
 * @typeParam Operation A member of the `operations` that openapi-typescript generates.
 * @typeParam Parse The `parseAs` of the call.
 */
export type OperationOutcome<Operation, Parse = undefined> = Operation extends { responses: infer Responses }
  ? {
      [Key in keyof Responses]: OutcomesAt<
        StatusesAt<Key, keyof Responses>,
        ContentOf<Responses[Key]>,
        Parse,
        HeadersOf<Responses[Key]>
      >;
    }[keyof Responses]
  : never;
