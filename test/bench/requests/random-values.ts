import * as fc from 'fast-check';
import { resolve } from '../../../src/description/references/resolve.js';
import type { Description, Schema } from '../../../src/description/types.js';

type Full = Schema & {
  exclusiveMinimum?: number | boolean;
  exclusiveMaximum?: number | boolean;
  uniqueItems?: boolean;
  minProperties?: number;
  readOnly?: boolean;
};

/** Beyond this depth, only required parts are generated. */
const deepest = 4;

/**
 * Generates values that are probably valid for a schema. The referee decides whether they are.
 *
 * @param isText Whether the values are sent as non-empty texts, as in a path.
 */
export function valuesOf(description: Description, reference: unknown, level = 0): fc.Arbitrary<unknown> {
  if (typeof reference !== 'object' || reference === null) return fc.constantFrom<unknown>('any', 1, true);
  const { oneOf, anyOf, ...schema } = whole(description, reference as Schema);
  const alternatives = oneOf ?? anyOf;
  if (alternatives) {
    return fc.oneof(...alternatives.map((one) => valuesOf(description, { allOf: [schema, one] }, level)));
  }
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  const types = [schema.type ?? guessed(schema)].flat();
  return fc.oneof(
    ...types.map((type) => valuesOfType(description, schema, type, level)),
    ...(schema.nullable ? [fc.constant(null)] : []),
  );
}

/** Resolves the reference of a schema and merges its `allOf`. */
function whole(description: Description, reference: Schema, depth = 0): Full {
  const { allOf = [], ...own } = resolve<Schema>(description, reference);
  if (depth > deepest) return own;
  return allOf.reduce<Full>((joined, part) => {
    const other = whole(description, part, depth + 1);
    return {
      ...other,
      ...joined,
      properties: { ...other.properties, ...joined.properties },
      required: [...(other.required ?? []), ...(joined.required ?? [])],
    };
  }, own);
}

function guessed({ properties, items, additionalProperties }: Full): string {
  if (items) return 'array';
  return (properties && Object.keys(properties).length > 0) || additionalProperties ? 'object' : 'string';
}

function valuesOfType(description: Description, schema: Full, type: string, level: number): fc.Arbitrary<unknown> {
  switch (type) {
    case 'object':
      return objects(description, schema, level);
    case 'array':
      return lists(description, schema, level);
    case 'integer':
    case 'number':
      return numbers(schema, type);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return texts(schema);
  }
}

function objects(description: Description, schema: Full, level: number): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties, minProperties = 0 } = schema;
  const isShallow = level < deepest;
  const known = Object.entries(properties).filter(([name]) => isShallow || required.includes(name));
  const unknown = required.filter((name) => !Object.hasOwn(properties, name));
  const members = [...known, ...unknown.map((name): [string, unknown] => [name, additionalProperties ?? {}])];
  const model = members.map(([name, part]): [string, fc.Arbitrary<unknown>] => [name, valuesOf(description, part, level + 1)]);
  const isReadOnly = (name: string): boolean => isReadOnlyProperty(description, properties[name]);
  const requiredKeys = required.filter((name) => !isReadOnly(name));
  const described = fc.record(Object.fromEntries(model), { requiredKeys, noNullPrototype: true });
  const isMap = typeof additionalProperties === 'object' && isShallow;
  if (!isMap) return described;
  const more = fc.dictionary(fc.stringMatching(/^[a-z]{3,8}$/), valuesOf(description, additionalProperties, level + 1), {
    minKeys: minProperties,
    maxKeys: Math.max(2, minProperties),
    noNullPrototype: true,
  });
  return fc.tuple(described, more).map(([own, others]) => ({ ...others, ...own }));
}

/** Whether a required property may be missing in a request. */
export function isReadOnlyProperty(description: Description, reference: Schema | undefined): boolean {
  return reference !== undefined && typeof reference === 'object' && whole(description, reference).readOnly === true;
}

function lists(description: Description, { items = {}, minItems = 0, maxItems, uniqueItems }: Full, level: number) {
  const most = Math.min(maxItems ?? Infinity, Math.max(minItems, level < deepest ? minItems + 3 : 0));
  const bounds = { minLength: minItems, maxLength: most };
  const item = valuesOf(description, items, level + 1);
  return uniqueItems
    ? fc.uniqueArray(item, { ...bounds, comparator: (one, other) => JSON.stringify(one) === JSON.stringify(other) })
    : fc.array(item, bounds);
}

function numbers(schema: Full, type: string): fc.Arbitrary<number> {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const least = typeof exclusiveMinimum === 'number' ? exclusiveMinimum : minimum;
  const most = typeof exclusiveMaximum === 'number' ? exclusiveMaximum : maximum;
  const from = Math.ceil(least ?? Math.min(-1000, (most ?? 0) - 1000));
  const to = Math.floor(most ?? Math.max(1_000_000, from + 1000));
  const integers = fc.integer({ min: Math.min(from, to), max: to });
  if (multipleOf !== undefined) return integers.map((one) => Number((Math.round(one / multipleOf) * multipleOf).toFixed(6)));
  if (type === 'integer') return integers;
  return fc.oneof(integers, fc.double({ min: least ?? -1e9, max: Math.max(most ?? 1e9, least ?? 0), noNaN: true }));
}

/** Texts for the formats that a validator checks. */
const formats: Record<string, fc.Arbitrary<string>> = {
  date: fc
    .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((one) => one.toISOString().slice(0, 10)),
  'date-time': fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map((one) => one.toISOString()),
  time: fc.constantFrom('10:00:00Z', '23:59:59.5+02:00'),
  duration: fc.constantFrom('P1D', 'PT2H30M', 'P3W'),
  uuid: fc.uuid(),
  email: fc.stringMatching(/^[a-z][a-z.]{0,8}[a-z]@[a-z]{1,8}\.(com|example)$/).filter((text) => !text.includes('..')),
  uri: fc.webUrl({ withQueryParameters: true, withFragments: true }),
  'uri-reference': fc.webPath(),
  url: fc.constantFrom('https://example.com/', 'http://example.com/a?b=c'),
  hostname: fc.domain(),
  ipv4: fc.ipV4(),
  ipv6: fc.ipV6(),
  byte: fc.base64String(),
};

function texts({ pattern, format = '', minLength = 0, maxLength = minLength + 12 }: Full): fc.Arbitrary<string> {
  const known = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (known) return known;
  if (pattern !== undefined) {
    try {
      return fc.stringMatching(new RegExp(pattern, 'u'), { size: 'small' });
    } catch {
      // The library cannot generate texts for patterns with assertions.
      return fc.stringMatching(/^[A-Za-z0-9]{1,12}$/);
    }
  }
  const most = Math.min(maxLength, minLength + 12);
  return fc.oneof(
    fc.string({ minLength, maxLength: most, unit: 'grapheme-ascii' }),
    fc.string({ minLength, maxLength: most, unit: 'grapheme' }),
    fc.string({ minLength, maxLength: most, unit: 'binary' }),
  );
}
