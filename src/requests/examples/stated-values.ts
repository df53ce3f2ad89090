import { listOf } from '../../description/json-value.js';
import { namedSchemas } from '../../description/schemas/subschemas.js';
import type { Schema } from '../../description/types.js';

/** A value of a schema. */
export interface Found {
  value: unknown;
  hasExample: boolean;
}

/** The values that schemas for the same value state: examples, constants, defaults and listed values. */
export function statedValues(parts: Schema[]): Found[] {
  const examples = parts.flatMap(({ example, examples: all }) => [example, ...listOf(all)]);
  const listed = parts.flatMap((part) => listOf(part.enum));
  const others = [
    ...parts.map((part) => part.const),
    ...parts.map((part) => part.default),
    ...listed.filter((value) => value !== null),
    ...listed.filter((value) => value === null),
  ];
  const found = (hasExample: boolean) => (value: unknown) => (value === undefined ? [] : [{ value, hasExample }]);
  return [...examples.flatMap(found(true)), ...others.flatMap(found(false))];
}

/** Keywords that say of which type a value is, if no type is given. */
const ofTypes = { object: ['properties'], array: ['items', 'prefixItems'], null: [] } as const;

/** Whether a value of schemas is to be of a type. Null is only the last resort. */
export function canBe(parts: Schema[], type: keyof typeof ofTypes): boolean {
  const types = new Set(parts.flatMap(({ type: own = [] }) => own));
  if (type === 'null') return types.size === 1 && types.has('null');
  return types.has(type) || (types.size === 0 && parts.some((part) => ofTypes[type].some((keyword) => keyword in part)));
}

/** The schemas of a property. */
export function membersNamed(parts: Schema[], name: string): Schema[] {
  const own = parts.flatMap(({ properties }) => {
    const all = namedSchemas(properties);
    const schema = Object.hasOwn(all, name) ? all[name] : undefined;
    return schema === undefined ? [] : [schema];
  });
  if (own.length > 0) return own;
  return parts.flatMap(({ additionalProperties }) => (typeof additionalProperties === 'object' ? [additionalProperties] : []));
}
