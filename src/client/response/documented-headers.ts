import type { DocumentedResponse, Named } from '../types/outcome.js';

/** The documented headers of a result, by their names in lower case. What is received of each is text, or nothing. */
export type DocumentedHeaders<Result> = Result extends { readonly response: DocumentedResponse<infer Headers> }
  ? { readonly [Name in Named<Headers> as Lowercase<Name & string>]?: string }
  : never;

/**
 * Gives the headers of a response under their documented names: a name that is not documented does not compile. All headers
 * are in `result.response.headers`.
 *
 * @param result What a method of the client resolves to.
 * @returns Each header by its name in lower case, as text.
 */
export function headersOf<Result extends { readonly response: Response }>(result: Result): DocumentedHeaders<Result> {
  return Object.fromEntries(result.response.headers) as DocumentedHeaders<Result>;
}
