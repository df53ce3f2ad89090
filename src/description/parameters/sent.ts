/** A pair of a query, a form or cookies. The name is decoded, the text is as sent. */
export interface SentPair {
  name: string;
  text: string;
}

/** The parameter that was found in a message. */
export interface Reading {
  /** All values that the text can represent according to the schema, the likeliest first. */
  values: unknown[];
  /** Why there is no value: the rest of a sentence that begins with the place. */
  problem?: string;
}

/** Decodes a name or a part of a value. @throws URIError when the encoding is invalid. */
export type Decode = (text: string) => string;

/** Decodes the percent-encoding of a path. */
export const decodePart: Decode = (text) => decodeURIComponent(text);

/** Decodes the encoding of a query or a form, where a plus means a blank. */
export const decodePair: Decode = (text) => decodeURIComponent(text.replaceAll('+', ' '));

/** Decodes a text. One with an invalid encoding stays as it is. */
export function decodeIfPossible(text: string, decode: Decode = decodePart): string {
  try {
    return decode(text);
  } catch {
    return text;
  }
}
