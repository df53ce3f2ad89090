import { expect, test } from 'vitest';
import { lines, pointer, schemasOf } from '../schemas.js';

const filter = (own: object): object => ({
  type: 'object',
  properties: { of: { type: 'array', items: { $ref: '#/components/schemas/Filter' } } },
  ...own,
});
const Filter = { anyOf: [filter({ required: ['and'] }), filter({ required: ['or'] }), filter({ required: ['is'] })] };

/** A value of the given depth that several alternatives describe. */
function nested(depth: number, innermost: object): unknown {
  let value: unknown = innermost;
  for (let level = 0; level < depth; level += 1) value = { and: true, of: [value] };
  return value;
}

test('what several alternatives say of the same part is found once, not once more for each level above it', async () => {
  const schemas = schemasOf({ $ref: '#/components/schemas/Filter' }, { others: { Filter } });
  expect(schemas.check(pointer, nested(8, { is: 1 }), 'request')).toEqual([]);
  const found = schemas.check(pointer, nested(8, {}), 'request');
  expect(found.length).toBeLessThan(100);
  const deepest = `${'of.0.'.repeat(8)}and required: is required.`;
  expect(lines(found)).toContain(deepest);
});

/** A parent with `oneOf` of its children, which have the parent in `allOf`, and the given own keywords. */
const family = (own: object): Record<string, unknown> => ({
  Parent: { ...own, required: ['kind'], oneOf: [{ $ref: '#/components/schemas/Child' }] },
  Child: { allOf: [{ $ref: '#/components/schemas/Parent' }], properties: { kind: true, child: true } },
});

test.each<[what: string, own: object, valid: unknown[], invalid: unknown[]]>([
  [
    'with its properties',
    { properties: { parent: { type: 'integer' } } },
    [{ kind: 1 }, { kind: 1, child: 1, parent: 1 }],
    [{ kind: 1, other: 1 }, { kind: 1, parent: 'x' }, { child: 1 }],
  ],
  ...[
    { patternProperties: { '^o': { type: 'integer' } } },
    { additionalProperties: { type: 'integer' } },
    { allOf: [{ $ref: '#/components/schemas/Open' }] },
  ].map((own): [string, object, unknown[], unknown[]] => [
    `with ${Object.keys(own).join()}`,
    own,
    [{ kind: 1, child: 1, other: 1 }],
    [{ kind: 1, other: 'x' }, { other: 1 }],
  ]),
])('a parent %s that its children refer back to leaves none of what it describes unevaluated', (_, own, valid, invalid) => {
  const Open = { patternProperties: { '^o': { type: 'integer' } } };
  const others = { ...family(own), Open };
  const schemas = schemasOf({ $ref: '#/components/schemas/Child', unevaluatedProperties: false }, { others });
  const isValid = (value: unknown): boolean => schemas.check(pointer, value, 'request').length === 0;
  expect([valid.filter((value) => !isValid(value)), invalid.filter(isValid)]).toEqual([[], []]);
});

test.each<[what: string, own: object, valid: unknown[], invalid: unknown[]]>([
  ['items', { items: { type: 'integer' } }, [[1], []], [['x']]],
  ['prefixItems', { prefixItems: [{ type: 'integer' }] }, [[1], []], [['x']]],
])('a list with %s that leads back to itself leaves none of what it describes unevaluated', (_, own, valid, invalid) => {
  const others = {
    Parent: { ...own, anyOf: [{ $ref: '#/components/schemas/Child' }, true] },
    Child: { allOf: [{ $ref: '#/components/schemas/Parent' }] },
  };
  const schemas = schemasOf({ $ref: '#/components/schemas/Child', unevaluatedItems: false }, { others });
  const isValid = (value: unknown): boolean => schemas.check(pointer, value, 'request').length === 0;
  expect([valid.filter((value) => !isValid(value)), invalid.filter(isValid)]).toEqual([[], []]);
});

test.each<[what: string, reference: object]>([
  ['itself', { $ref: '#/components/schemas/Self' }],
  ['itself and nothing else', { allOf: [{ $ref: '#/components/schemas/Self' }] }],
])('a schema that refers to %s has its other keywords only', (_, reference) => {
  const Self = { ...reference, type: 'integer', maximum: 5 };
  const schemas = schemasOf({ items: { $ref: '#/components/schemas/Self' } }, { others: { Self } });
  expect(schemas.check(pointer, [1, 5], 'request')).toEqual([]);
  expect(lines(schemas.check(pointer, [1, 6], 'request'))).toEqual(['1 maximum: must be <= 5.']);
  expect(lines(schemas.check('/components/schemas/Self', 6, 'request'))).toEqual([' maximum: must be <= 5.']);
});
