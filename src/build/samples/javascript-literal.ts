import { objectsIn } from '../../description/json-value.js';

/** Whether a JavaScript literal can represent a JSON value: it would round a `bigint`. */
export function isExactInJavascript(value: unknown): boolean {
  return ![[value], ...objectsIn(value)].some((part) => Object.values(part).some((one) => typeof one === 'bigint'));
}

/**
 * Writes a JSON value as a JavaScript literal in the style of the samples: with single quotes, one entry on each line, and
 * text of several lines as a template literal.
 *
 * @param indent The number of spaces at the start of the line on which the literal begins.
 */
export function javascriptLiteral(value: unknown, indent = 0): string {
  if (typeof value === 'string') return text(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = indent + 2;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const entries = Array.isArray(value)
    ? value.map((item) => javascriptLiteral(item, inner))
    : Object.entries(value).map(([key, item]) => `${propertyKey(key)}: ${javascriptLiteral(item, inner)}`);
  if (entries.length === 0) return `${open}${close}`;
  return `${open}\n${entries.map((entry) => `${' '.repeat(inner)}${entry},\n`).join('')}${' '.repeat(indent)}${close}`;
}

/** Writes a key of an object. `__proto__` needs brackets: even in quotes, it would set the prototype. */
export function propertyKey(key: string): string {
  if (key === '__proto__') return `['__proto__']`;
  return isIdentifier(key) ? key : quoted(key);
}

/** Whether a key needs no quotes in JavaScript. `__proto__` would set the prototype instead of a property. */
export function isIdentifier(name: string): boolean {
  return name !== '__proto__' && /^[A-Za-z_$][\w$]*$/.test(name);
}

function text(value: string): string {
  if (value.includes('\n') && !/[`\\\r]|\$\{/.test(value)) return `\`${value}\``;
  return quoted(value);
}

function quoted(value: string): string {
  return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
