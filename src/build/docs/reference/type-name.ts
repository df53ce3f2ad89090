import { resolve } from '../../../description/resolve.js';
import type { Description, Schema } from '../../../description/types.js';

/**
 * The type of a schema in the words of OpenAPI, with the alternatives, the values and the limits that it sets.
 * A schema that contains itself is `any` where it comes up again.
 */
export function typeName(description: Description, schema: Schema | undefined): string {
  if (isMissing(schema) || typeof schema !== 'object') return nameWithin(description, schema, []);
  const name = names.get(schema) ?? nameWithin(description, schema, []);
  names.set(schema, name);
  return name;
}

/** YAML with nothing behind `schema:` or `items:` has null there. */
export function isMissing(schema: unknown): schema is undefined {
  return schema === undefined || schema === null;
}

/** Many operations of a large description share their schemas: each is named once. */
const names = new WeakMap<Schema, string>();

function nameWithin(description: Description, reference: Schema | undefined, within: Schema[]): string {
  if (isMissing(reference)) return 'any';
  const schema = resolve<Schema>(description, reference);
  if (schema.not && Object.keys(schema.not).length === 0) return 'no value';
  if (within.includes(schema)) return 'any';
  const nameOf = (part: Schema | undefined): string => nameWithin(description, part, [...within, schema]);
  const alternatives = schema.oneOf ?? schema.anyOf ?? [];
  const types = schema.type === undefined ? alternatives.map(nameOf) : [schema.type].flat();
  const names = [...types, ...(schema.nullable ? ['null'] : [])].map((type) =>
    type === 'array' ? `list of ${nameOf(schema.items)}` : type,
  );
  return [[...new Set(names)].join(' or ') || 'any', ...limits(schema)].join(', ');
}

/** Formats that say how a value is shown, not what it may be. */
const formatsOfDisplay = ['password'];

function limits(schema: Schema): string[] {
  const format = schema.format !== undefined && formatsOfDisplay.includes(schema.format) ? undefined : schema.format;
  const said: Array<{ words: string; value: unknown }> = [
    { words: 'format …', value: format },
    { words: 'one of …', value: schema.enum?.map((value) => JSON.stringify(value)).join(' ') },
    { words: 'always …', value: schema.const },
    { words: 'default …', value: schema.default },
    { words: 'at least …', value: schema.minimum },
    { words: 'at most …', value: schema.maximum },
    { words: 'at least … characters', value: schema.minLength },
    { words: 'at most … characters', value: schema.maxLength },
    { words: 'at least … items', value: schema.minItems },
    { words: 'at most … items', value: schema.maxItems },
    { words: 'matches …', value: schema.pattern },
  ];
  return said.flatMap(({ words, value }) =>
    value === undefined ? [] : [words.replace('…', () => (typeof value === 'string' ? value : JSON.stringify(value)))],
  );
}
