/** One thing that is wrong with a request, measured by the description. */
export interface Violation {
  /** Where: `query.token`, `header.content-type`, `body`, `body.items.0.name`. */
  location: string;
  /** The rule that is broken: a keyword of JSON Schema such as `required`, or `security`, `media-type`, `charset`, `json`, `encoding`. */
  rule: string;
  /** In words that a developer acts on, beginning with the location. */
  message: string;
}

/** Makes a violation whose message is its location and then what must be. */
export function violation(location: string, rule: string, what: string): Violation {
  return { location, rule, message: `${location} ${what}` };
}

/** The rule of a violation that is answered 401 rather than 400. */
export const securityRule = 'security';

/** The rules whose violation is answered 415 where that is described. */
export const mediaTypeRules: readonly string[] = ['media-type', 'charset', 'content-encoding'];
