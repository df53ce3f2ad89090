import { defaultPathSerializer } from 'openapi-fetch';

/** The names of the parameters in a path template. */
const names = /[^{}]+(?=\})/g;
/**
 * Empty values, and segments that a URL parser removes from a path (URL Standard, "single-dot" and "double-dot URL path
 * segment").
 */
const isNothing = /^(\.|%2e){0,2}$/i;
const hasDots = /\/(\.|%2e){1,2}(\/|$)/i;

/**
 * Expands a path template, or a URL that ends in one. It ensures that the request stays on the path of its operation.
 *
 * @param values The path parameters, by name.
 * @param serialize Writes the parameters into the template, each as a part of a segment. Default: the serializer of
 *   openapi-fetch.
 * @throws TypeError when a value, or a part of it, is missing, empty, `.` or `..`, encoded or not. The message does not contain
 *   the value.
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

/** Whether a value, or an element of a list or object, cannot be a part of a path. */
function leadsAstray(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return isNothing.test([value].join());
  // An undefined property is left out. An undefined item of a list is not. A Date has no members, so openapi-fetch writes nothing
  // for it.
  const parts = Array.isArray(value) ? value : Object.values(value).filter((part) => part !== undefined);
  return parts.length === 0 || parts.some(leadsAstray);
}
