/** One way in which a request or a response differs from the description. */
export interface Violation {
  /** Where: `['query', 'token']`, `['header', 'content-type']`, `['body', 'items', '0', 'name']`. */
  path: string[];
  /** The rule that is broken: a keyword of JSON Schema such as `required`, or `security`, `media-type`, `charset`, `json`, `encoding`. */
  rule: string;
  /** In words that a developer acts on, beginning with the location. */
  message: string;
  /** A warning makes nothing invalid: something deprecated was used. */
  severity: 'Error' | 'Warning';
}

/** A violation as a problem body shows it: where, the rule, and what to do. */
export interface ShownViolation {
  location: string;
  rule: string;
  message: string;
}

/** The most violations that a response names: nobody fixes more at once, and each costs bytes. */
const mostShown = 100;

/** Makes a violation whose message is its location and then what must be. */
export function violation(path: string[], rule: string, what: string): Violation {
  return { path, rule, message: `${path.join('.')} ${what}`, severity: 'Error' };
}

/** Makes a warning: the request is valid, but should not be sent this way. */
export function warning(path: string[], rule: string, what: string): Violation {
  return { ...violation(path, rule, what), severity: 'Warning' };
}

/** The violations that make a request or a response invalid. */
export function errorsOf(violations: Violation[]): Violation[] {
  return violations.filter(({ severity }) => severity === 'Error');
}

/** The first hundred violations, as a problem body shows them. */
export function shownViolations(violations: Violation[]): ShownViolation[] {
  return violations.slice(0, mostShown).map(({ path, rule, message }) => ({ location: path.join('.'), rule, message }));
}

/**
 * Violations in the form of Prism's header `sl-violations`, whose location
 * begins with `request` or `response`. What is missing is located where it should be.
 */
export function prismViolations(message: 'request' | 'response', violations: Violation[]): object[] {
  return violations.slice(0, mostShown).map(({ path, rule, severity, message: text }) => ({
    location: [message, ...path],
    severity,
    code: rule,
    message: text,
  }));
}

/** The rule of what could not be held to the description, which is no fault of the message. */
export const uncheckedRule = 'unchecked';

/** Says that a part of a message could not be held to the description, and why. */
export function unchecked(path: string[], reason: string): Violation {
  return warning(path, uncheckedRule, `could not be validated: ${reason}`);
}

/** The rule of a violation that gets 401 rather than 400. */
export const securityRule = 'security';

/** The rules whose violation gets 415 where that is documented. */
export const mediaTypeRules: readonly string[] = ['media-type', 'charset', 'content-encoding'];
