/** A difference between a request or a response and the description. */
export interface Violation {
  /** The place: `['query', 'token']`, `['header', 'content-type']`, `['body', 'items', '0', 'name']`. */
  path: string[];
  /**
   * The violated rule: a keyword of JSON Schema such as `required`, or `security`, `media-type`, `charset`, `json`, `encoding`.
   */
  rule: string;
  /** A sentence for a developer that begins with the place. */
  message: string;
  /** A warning does not make the message invalid. */
  severity: 'Error' | 'Warning';
}

/** A violation in a problem body. */
export interface ShownViolation {
  location: string;
  rule: string;
  message: string;
}

/** The maximum number of violations in a response: nobody fixes more at once, and each costs bytes. */
const mostShown = 100;

/** Makes a violation. Its message is the place, followed by `what`. */
export function violation(path: string[], rule: string, what: string): Violation {
  return { path, rule, message: `${path.join('.')} ${what}`, severity: 'Error' };
}

/** Makes a warning, which does not make a message invalid. */
export function warning(path: string[], rule: string, what: string): Violation {
  return { ...violation(path, rule, what), severity: 'Warning' };
}

/** The violations that make a request or a response invalid. */
export function errorsOf(violations: Violation[]): Violation[] {
  return violations.filter(({ severity }) => severity === 'Error');
}

/** The first hundred violations, for a problem body. */
export function shownViolations(violations: Violation[]): ShownViolation[] {
  return violations.slice(0, mostShown).map(({ path, rule, message }) => ({ location: path.join('.'), rule, message }));
}

/**
 * Converts violations to the form of Prism's `sl-violations` header. A location begins with `request` or `response`; that of a
 * missing part is the place where it should be.
 */
export function prismViolations(message: 'request' | 'response', violations: Violation[]): object[] {
  return violations.slice(0, mostShown).map(({ path, rule, severity, message: text }) => ({
    location: [message, ...path],
    severity,
    code: rule,
    message: text,
  }));
}

/** The rule of a part that could not be validated. This is not a fault of the message. */
export const uncheckedRule = 'unchecked';

/** Makes a warning that a part of a message could not be validated, with the reason. */
export function unchecked(path: string[], reason: string): Violation {
  return warning(path, uncheckedRule, `could not be validated: ${reason}`);
}

/** The rule of a violation that gets 401 instead of 400. */
export const securityRule = 'security';

/** The rules whose violations get 415, if that is documented. */
export const mediaTypeRules: readonly string[] = ['media-type', 'charset', 'content-encoding'];
