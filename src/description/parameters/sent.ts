/** A pair of a query, a form or cookies: the name decoded, the text as it was sent. */
export interface SentPair {
  name: string;
  text: string;
}

/** What a message holds of a parameter. */
export interface Reading {
  /** All values that the text can stand for by its schema, the likeliest first. */
  values: unknown[];
  /** Why there is no value, as the rest of a sentence after the place. */
  problem?: string;
}

/** Decodes a name or a part of a value. @throws URIError where it is not encoded as it should be. */
export type Decode = (text: string) => string;

/** Undoes the percent-encoding of a path. */
export const decodePart: Decode = (text) => decodeURIComponent(text);

/** Undoes the encoding of a query or a form, where a plus may stand for a blank. */
export const decodePair: Decode = (text) => decodeURIComponent(text.replaceAll('+', ' '));
