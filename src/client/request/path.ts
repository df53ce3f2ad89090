import { defaultPathSerializer } from 'openapi-fetch';

/** A parameter in a path template: `{id}`, or with the operator of RFC 6570 `{.id}`, `{;id*}`. */
const placeholders = /\{[.;]?([^{}*]+)\*?\}/g;
/** What URL parsers take out of a path instead of sending it (URL Standard, "single-dot" and "double-dot URL path segment"). */
const dots = /^(\.|%2e){1,2}$/i;

/**
 * Expands a path template, or a URL that ends in one, so that the request stays on the path of its operation.
 *
 * @param values The path parameters, by name.
 * @param serialize Writes the parameters into the template. Default: that of openapi-fetch.
 * @throws TypeError when a value is missing, empty, `.` or `..`, or the path would have other segments than its template.
 *   The message does not contain the value.
 */
export function expandPath(
  template: string,
  values: Record<string, unknown> = {},
  serialize: (template: string, values: Record<string, unknown>) => string = defaultPathSerializer,
): string {
  if (!template.includes('{')) return template;
  for (const [, name = ''] of template.matchAll(placeholders)) {
    if (leadsAstray(values[name])) {
      throw new TypeError(
        `The path parameter "${name}" is missing, empty, "." or "..", which would change the path of the request: pass another value.`,
      );
    }
  }
  const path = serialize(template, values);
  if (!hasSegmentsOf(template, path)) {
    throw new TypeError(`The path parameters would change the path of the request, ${pathOf(template)}: pass other values.`);
  }
  return path;
}

/** Whether a value, or a part of a list or an object, cannot be a part of a path. */
function leadsAstray(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value !== 'object') return isEmptyOrDots(`${value as string | number}`);
  // A property that is undefined is left out; an item cannot be.
  const parts = Array.isArray(value) ? value : Object.values(value).filter((part) => part !== undefined);
  return parts.length === 0 || parts.some(leadsAstray);
}

function isEmptyOrDots(text: string): boolean {
  return text === '' || dots.test(text);
}

/** Whether each expanded segment stands where the template has it, and is one that URL parsers leave alone. */
function hasSegmentsOf(template: string, path: string): boolean {
  const expected = template.split('/');
  const segments = path.split('/');
  return (
    segments.length === expected.length &&
    segments.every((segment, index) => segment === expected[index] || !(isEmptyOrDots(segment) || /[\\?#\s]/.test(segment)))
  );
}

/** Without the server that may stand before it. */
function pathOf(template: string): string {
  return template.replace(/^[a-z]+:\/\/[^/]*/i, '');
}
