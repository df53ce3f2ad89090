import type { ParseAs } from './options.js';

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type StatusOfClass<Class extends string | number> = `${Class}${Digit}${Digit}` extends `${infer Status extends number}`
  ? Status
  : never;
type OkStatus = StatusOfClass<2>;
type AnyStatus = StatusOfClass<1 | 2 | 3 | 4 | 5>;

/** The statuses that a key of the Responses Object stands for by itself: `200` for one, `4XX` for a hundred. */
type StatusesOf<Key> = Key extends number ? Key : Key extends `${infer Class extends number}XX` ? StatusOfClass<Class> : never;

/** The same, without those that a more exact key stands for (OpenAPI 3.1.1, section 4.8.16). */
type StatusesAt<Key, Keys> = Key extends number
  ? Key
  : Key extends 'default'
    ? Exclude<AnyStatus, StatusesOf<Keys>>
    : Exclude<StatusesOf<Key>, Extract<Keys, number>>;

/** The documented body of a response; `never` for none. */
type BodyOf<Response> = Response extends { content: infer Content } ? Content[keyof Content] : never;

/** What a body of a 2xx is read as where the call says how; else what is documented. */
interface BodyReadAs<Body> {
  json: Body;
  text: string;
  blob: Blob;
  arrayBuffer: ArrayBuffer;
  stream: ReadableStream<Uint8Array> | null;
}
type Data<Body, Parse> = Parse extends ParseAs ? BodyReadAs<Body>[Parse] : Body;

/** A response, with the documented headers for the compiler alone. */
export interface DocumentedResponse<Headers> extends Response {
  readonly '~headers'?: Headers;
}

/** The names that a schema gives, without its index signature. */
export type Named<Headers> = keyof {
  [Name in keyof Headers as string extends Name ? never : number extends Name ? never : Name]: true;
};

type ResponseWith<Headers> = [Named<Headers>] extends [never] ? Response : DocumentedResponse<Headers>;

/** The documented headers of a response; `never` for none. */
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

/** One documented response. There is a `data` or an `error` only where a body is documented. */
type OutcomeWith<Status, Ok extends boolean, Body, Parse, Headers> = [Status] extends [never]
  ? never
  : [Body] extends [never]
    ? OutcomeWithoutBody<Status, Ok, Headers>
    : Ok extends true
      ? OutcomeWithData<Status, Data<Body, Parse>, Headers>
      : OutcomeWithError<Status, Body, Headers>;

type OutcomesAt<Statuses, Response, Parse> =
  | OutcomeWith<Extract<Statuses, OkStatus>, true, BodyOf<Response>, Parse, HeadersOf<Response>>
  | OutcomeWith<Exclude<Statuses, OkStatus>, false, BodyOf<Response>, Parse, HeadersOf<Response>>;

/**
 * What a call resolves to: a union with one member for each documented status.
 *
 * Every member has `status`, `ok` (whether the status is 2xx) and the `response` itself. A documented body is in `data`
 * for a status 2xx and in `error` for any other; the `response` is then read already. Without `parseAs` a body is JSON,
 * text, or else a Blob, as its media type says.
 *
 * @typeParam Operation A member of the `operations` that openapi-typescript generates.
 * @typeParam Parse The `parseAs` of the call.
 */
export type OperationOutcome<Operation, Parse = undefined> = Operation extends { responses: infer Responses }
  ? { [Key in keyof Responses]: OutcomesAt<StatusesAt<Key, keyof Responses>, Responses[Key], Parse> }[keyof Responses]
  : never;
