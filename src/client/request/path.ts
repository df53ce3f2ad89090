import { defaultPathSerializer } from 'openapi-fetch';

/** A parameter in a path template. */
const placeholders = /\{([^{}]+)\}/g;
/** What URL parsers take out of a path instead of sending it (URL Standard, "single-dot" and "double-dot URL path segment"). */
const dots = '(\\.|%2e){1,2}';
const isNothing = new RegExp(`^(${dots})?$`, 'i');
const hasDots = new RegExp(`/${dots}(/|$)`, 'i');

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
  const refused = [...template.matchAll(placeholders)].find(([, name = '']) => leadsAstray(values[name]));
  const path = refused ? '' : serialize(template, values);
  if (!refused && !hasDots.test(path)) return path;
  const subject = refused ? `parameter "${refused[1] ?? ''}" is missing, empty, "." or "..", which` : 'that its parameters make';
  throw new TypeError(`The path ${subject} would change the path of the request: pass another value.`);
}

/** Whether a value, or a part of a list or an object, cannot be a part of a path. */
function leadsAstray(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return isNothing.test(`${(value ?? '') as string | number}`);
  // A property that is undefined is left out; an item cannot be.
  const parts = Array.isArray(value) ? value : Object.values(value).filter((part) => part !== undefined);
  return parts.length === 0 || parts.some(leadsAstray);
}
