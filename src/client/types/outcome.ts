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

/** The body that a response is described to have; `never` for none. */
type BodyOf<Response> = Response extends { content: infer Content } ? Content[keyof Content] : never;

/** One documented outcome. There is a `data` or an `error` only where the description gives a body. */
type OutcomeWith<Status, Ok extends boolean, Body> = [Status] extends [never]
  ? never
  : [Body] extends [never]
    ? { readonly status: Status; readonly ok: Ok; readonly response: Response }
    : Ok extends true
      ? { readonly status: Status; readonly ok: Ok; readonly data: Body; readonly response: Response }
      : { readonly status: Status; readonly ok: Ok; readonly error: Body; readonly response: Response };

type OutcomesAt<Statuses, Response> =
  | OutcomeWith<Extract<Statuses, OkStatus>, true, BodyOf<Response>>
  | OutcomeWith<Exclude<Statuses, OkStatus>, false, BodyOf<Response>>;

/**
 * What a call resolves to: a union with one member for each status that the description documents.
 *
 * Every member has `status`, `ok` (whether the status is 2xx) and the `response` itself. Where the description gives
 * a body, it stands in `data` for a status 2xx and in `error` for any other; its `response` is then read already.
 *
 * @typeParam Operation A member of the `operations` that openapi-typescript generates.
 */
export type OperationOutcome<Operation> = Operation extends { responses: infer Responses }
  ? { [Key in keyof Responses]: OutcomesAt<StatusesAt<Key, keyof Responses>, Responses[Key]> }[keyof Responses]
  : never;
