import type { Json } from '../../../description/json-value.js';
import type { Reading } from './reading.js';

/** The keywords that apply other schemas to the value itself. */
export function rewriteCombinations(reading: Reading): Json[] {
  const { schema } = reading;
  const lists = (['allOf', 'anyOf', 'oneOf'] as const).filter((name) => schema[name] !== undefined);
  return [
    ...lists.map((name) => rewriteList(reading, name, schema[name])),
    ...(schema.not === undefined ? [] : [{ not: reading.inner('same', 'not') }]),
    ...rewriteCondition(reading),
  ];
}

function rewriteList(reading: Reading, name: string, list: unknown): Json {
  if (!Array.isArray(list)) return reading.unchecked(name, 'it is no list');
  if (list.length === 0) return reading.unchecked(name, 'it lists no schema');
  return { [name]: list.map((_, index) => reading.inner('same', name, String(index))) };
}

function rewriteCondition(reading: Reading): Json[] {
  const { schema } = reading;
  if (schema.if === undefined) return [];
  const branches = (['then', 'else'] as const).filter((name) => schema[name] !== undefined);
  // Without a branch, `if` still marks properties and items as evaluated.
  if (branches.length === 0) return [{ if: reading.inner('same', 'if'), then: true }];
  return [Object.fromEntries(['if', ...branches].map((name) => [name, reading.inner('same', name)]))];
}
