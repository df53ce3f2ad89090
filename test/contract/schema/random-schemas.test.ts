import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Schemas } from '../../../src/contract/schema/schemas.js';
import type { Description } from '../../../src/description/types.js';
import { withReferee } from './referee.js';

/** Few names and few values, so that random values often match random schemas. */
const name = fc.constantFrom('a', 'b', 'c');
const scalar = fc.constantFrom<unknown>(null, true, false, 0, 1, 2, 1.5, -1, '', 'a', 'ab', 'b');
const type = fc.constantFrom('string', 'number', 'integer', 'boolean', 'object', 'array');

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

type Schema = fc.Arbitrary<unknown>;
type Keywords = (schema: Schema) => Record<string, Schema>;

const common: Keywords = (schema) => ({
  enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 4 }),
  multipleOf: fc.constantFrom(1, 2, 0.5),
  minLength: fc.nat(2),
  maxLength: fc.nat(2),
  pattern: fc.constantFrom('^a', 'b$', '^[ab]*$'),
  items: schema,
  minItems: fc.nat(2),
  maxItems: fc.nat(2),
  uniqueItems: fc.boolean(),
  properties: fc.dictionary(name, schema, { noNullPrototype: true }),
  required: fc.uniqueArray(name, { minLength: 1 }),
  additionalProperties: fc.oneof(fc.boolean(), schema),
  minProperties: fc.nat(2),
  maxProperties: fc.nat(2),
  allOf: fc.array(schema, { minLength: 1, maxLength: 2 }),
  anyOf: fc.array(schema, { minLength: 1, maxLength: 3 }),
  oneOf: fc.array(schema, { minLength: 1, maxLength: 3 }),
  not: schema,
  $ref: fc.constantFrom('#/components/schemas/Schema0', '#/components/schemas/Schema1'),
});

const of30: Keywords = (schema) => ({
  ...common(schema),
  type,
  nullable: fc.boolean(),
  minimum: fc.integer({ min: -1, max: 2 }),
  maximum: fc.integer({ min: -1, max: 2 }),
  exclusiveMinimum: fc.boolean(),
  exclusiveMaximum: fc.boolean(),
});

const of31: Keywords = (schema) => ({
  ...common(schema),
  type: fc.oneof(type, fc.constant('null'), fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
  const: scalar,
  minimum: fc.integer({ min: -1, max: 2 }),
  exclusiveMaximum: fc.integer({ min: -1, max: 2 }),
  prefixItems: fc.array(schema, { minLength: 1, maxLength: 2 }),
  contains: schema,
  minContains: fc.nat(2),
  maxContains: fc.nat(2),
  patternProperties: fc.dictionary(fc.constantFrom('^a', 'b|c'), schema, { noNullPrototype: true }),
  propertyNames: schema,
  dependentRequired: fc.dictionary(name, fc.uniqueArray(name), { noNullPrototype: true }),
  dependentSchemas: fc.dictionary(name, schema, { noNullPrototype: true }),
  if: schema,
  then: schema,
  else: schema,
  unevaluatedProperties: fc.oneof(fc.boolean(), schema),
  unevaluatedItems: fc.oneof(fc.boolean(), schema),
});

/** Schemas with a few keywords each, some of them nested. */
function schemas(keywords: Keywords, leaves: Schema): Schema {
  const { schema } = fc.letrec<{ schema: unknown }>((tie) => {
    const known = keywords(tie('schema'));
    const few = fc.uniqueArray(fc.constantFrom(...Object.keys(known)), { minLength: 1, maxLength: 3 });
    const made = few.chain((chosen) => fc.record(Object.fromEntries(chosen.map((key) => [key, known[key] as Schema]))));
    return { schema: fc.oneof({ maxDepth: 3, depthSize: 'small' }, leaves, made) };
  });
  return schema;
}

const leaves30 = fc.record({ type });
const leaves31 = fc.oneof(fc.boolean(), fc.record({ type }), fc.record({ required: fc.tuple(name) }));

const seed = 42;
const count = 150;

test.each([
  { openapi: '3.0.4', schema: schemas(of30, leaves30) },
  { openapi: '3.1.1', schema: schemas(of31, leaves31) },
  { openapi: '3.2.0', schema: schemas(of31, leaves31) },
])('random schemas of OpenAPI $openapi hold random values to the same as another implementation', async ({ openapi, schema }) => {
  const named = Object.fromEntries(fc.sample(schema, { seed, numRuns: count }).map((one, index) => [`Schema${index}`, one]));
  const values = fc.sample(value, { seed, numRuns: 25 });
  const tested = new Schemas({ openapi, info: { title: '', version: '' }, components: { schemas: named } } as Description);
  const counts = { valid: 0, invalid: 0, 'not checked': 0 };
  await withReferee(openapi, named, async (judge) => {
    for (const key of Object.keys(named)) {
      for (const one of values) {
        const right = await judge(key, one).catch(() => undefined);
        // The referee follows a circular reference until its stack overflows.
        if (right === undefined) continue;
        const found = tested.check(`/components/schemas/${key}`, one, 'request');
        const isRefused = found.some(({ kind }) => kind === 'violation');
        const isSaid = found.some(({ kind }) => kind === 'not checked');
        counts[isSaid ? 'not checked' : right ? 'valid' : 'invalid'] += 1;
        const shown = JSON.stringify({ schema: named[key], value: one });
        if (isRefused) expect([right, shown]).toEqual([false, shown]);
        else if (!isSaid) expect([right, shown]).toEqual([true, shown]);
      }
    }
  });
  expect(counts.valid).toBeGreaterThan(count);
  expect(counts.invalid).toBeGreaterThan(count);
  expect(counts['not checked']).toBeLessThan(counts.valid / 10);
});
