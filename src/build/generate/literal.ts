/** A TypeScript expression in place of a value. */
export class Expression {
  constructor(readonly text: string) {}
}

/** Writes a value as a TypeScript literal: like JSON, but with quotes only around names that need them. */
export function literal(value: unknown, indent = ''): string {
  if (value instanceof Expression) return value.text;
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, indent)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, item]) => `${indent}  ${propertyName(key)}: ${literal(item, `${indent}  `)},\n`);
  return `{\n${lines.join('')}${indent}}`;
}

/** Writes the name of a property for an object literal or an interface. */
export function propertyName(key: string): string {
  // As a plain key, __proto__ would set the prototype instead of a property.
  if (key === '__proto__') return `[${JSON.stringify(key)}]`;
  return /^(?:[A-Za-z_$][\w$]*|0|[1-9]\d*)$/.test(key) ? key : JSON.stringify(key);
}
