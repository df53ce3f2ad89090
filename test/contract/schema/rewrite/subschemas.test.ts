import { expect, test } from 'vitest';
import { subschemas, withEachChanged } from '../../../../src/contract/schema/rewrite/subschemas.js';

const single = ['items', 'contains', 'additionalProperties', 'propertyNames', 'unevaluatedItems', 'unevaluatedProperties'];
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const maps = ['properties', 'patternProperties', 'dependentSchemas'];

test.each([
  ...[...single, 'not', 'if', 'then', 'else'].map((name) => ({ name, within: (inner: unknown): unknown => inner })),
  ...lists.map((name) => ({ name, within: (inner: unknown): unknown => [true, inner] })),
  ...maps.map((name) => ({ name, within: (inner: unknown): unknown => ({ a: inner, b: false }) })),
])('the schemas in $name are found and changed, the innermost first', ({ name, within }) => {
  const schema = { title: 'outer', [name]: within({ title: 'inner', [name]: within({ title: 'innermost' }) }) };
  expect([...subschemas(schema)].map(({ title }) => title)).toEqual(['outer', 'inner', 'innermost']);
  const order: unknown[] = [];
  const changed = withEachChanged(schema, ({ title, ...rest }) => {
    order.push(title);
    return rest;
  });
  expect(order).toEqual(['innermost', 'inner', 'outer']);
  expect(changed).toEqual({ [name]: within({ [name]: within({}) }) });
  expect(schema.title).toBe('outer');
});

test('what is no schema holds none', () => {
  expect([...subschemas(true), ...subschemas(undefined)]).toEqual([]);
  expect(withEachChanged(false, () => ({}))).toBe(false);
  const odd = { title: 'x', enum: [{ title: 'y' }], allOf: {}, properties: [] };
  expect([...subschemas(odd)]).toEqual([odd]);
  expect(withEachChanged(odd, (one) => one)).toEqual(odd);
});
