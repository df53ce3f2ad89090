import { defaultPathSerializer } from 'openapi-fetch';

/** The names of the parameters in a path template. */
const names = /[^{}]+(?=\})/g;
/** What URL parsers take out of a path instead of sending it (URL Standard, "single-dot" and "double-dot URL path segment"). */
const isNothing = /^(\.|%2e){0,2}$/i;
const hasDots = /\/(\.|%2e){1,2}(\/|$)/i;

/**
 * Expands a path template, or a URL that ends in one, so that the request stays on the path of its operation.
 *
 * @param values The path parameters, by name.
 * @param serialize Writes the parameters into the template, each as a part of a segment. Default: that of openapi-fetch.
 * @throws TypeError when a value is missing, empty, `.` or `..`, encoded or not, or a part of it is. The message does not
 *   contain the value.
 */
export function expandPath(
  template: string,
  values: Record<string, unknown> = {},
  serialize: (template: string, values: Record<string, unknown>) => string = defaultPathSerializer,
): string {
  if (!template.includes('{')) return template;
  const parameters = template.match(names) ?? [];
  const refused = parameters.find((name) => leadsAstray(values[name]));
  const path = refused === undefined ? serialize(template, values) : '/..';
  if (!hasDots.test(path)) return path;
  throw new TypeError(`The path parameter "${refused ?? parameters.join()}" is missing, empty, "." or "..": pass another value.`);
}

/** Whether a value, or a part of a list or an object, cannot be a part of a path. */
function leadsAstray(value: unknown): boolean {
  // A date has no members.
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return isNothing.test([value].join());
  // A property that is undefined is left out; an item cannot be.
  const parts = Array.isArray(value) ? value : Object.values(value).filter((part) => part !== undefined);
  return parts.length === 0 || parts.some(leadsAstray);
}
