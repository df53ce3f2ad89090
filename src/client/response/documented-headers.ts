import type { DocumentedResponse, Named } from '../types/outcome.js';

/**
 * The documented headers of a result, by their names in lower case. A value is a string, or missing if the response lacks the
 * header.
 */
export type DocumentedHeaders<Result> = Result extends { readonly response: DocumentedResponse<infer Headers> }
  ? { readonly [Name in Named<Headers> as Lowercase<Name & string>]?: string }
  : never;

/**
 * Gives the headers of a response by their documented names. An undocumented name does not compile: read it from
 * `result.response.headers`.
 *
 * @param result What a method of the client resolves to.
 * @returns The headers by their names in lower case, as strings.
 */
export function headersOf<Result extends { readonly response: Response }>(result: Result): DocumentedHeaders<Result> {
  return Object.fromEntries(result.response.headers) as DocumentedHeaders<Result>;
}
