import { describe, expect, test } from 'vitest';
import type { Direction } from '../../../src/contract/schema/schemas.js';
import { lines, pointer, schemasOf } from './schemas.js';

const marked = (keyword: string): object => ({
  type: 'object',
  required: ['id', 'name'],
  properties: { id: { type: 'integer', [keyword]: true } },
});

/** The possible places of a property and its `required`, and their depth in a value. */
const places: Array<[what: string, schema: (keyword: string) => unknown, value: (inner: object) => unknown]> = [
  ['beside it', marked, (inner) => inner],
  [
    'in another part of allOf',
    (keyword) => ({ allOf: [{ required: ['id', 'name'] }, { properties: { id: { [keyword]: true } } }] }),
    (inner) => inner,
  ],
  [
    'around allOf',
    (keyword) => ({ allOf: [{ required: ['id', 'name'] }], properties: { id: { [keyword]: true } } }),
    (inner) => inner,
  ],
  [
    'in a schema that is referred to',
    () => ({ required: ['id', 'name'], allOf: [{ $ref: '#/components/schemas/Marked' }] }),
    (inner) => inner,
  ],
  [
    'in a property that is referred to',
    () => ({ required: ['id', 'name'], properties: { id: { $ref: '#/components/schemas/Id' } } }),
    (inner) => inner,
  ],
  ['in an alternative', (keyword) => ({ oneOf: [marked(keyword), { type: 'string' }] }), (inner) => inner],
  ['in any of several', (keyword) => ({ anyOf: [marked(keyword), { type: 'string' }] }), (inner) => inner],
  [
    'in alternatives beside it',
    (keyword) => ({ required: ['id', 'name'], oneOf: [{ properties: { id: { [keyword]: true } } }] }),
    (inner) => inner,
  ],
  ['in the values of a map', (keyword) => ({ additionalProperties: marked(keyword) }), (inner) => ({ some: inner })],
  ['in items', (keyword) => ({ items: marked(keyword) }), (inner) => [inner]],
  ['in a tuple', (keyword) => ({ prefixItems: [marked(keyword)] }), (inner) => [inner]],
];

describe.each<{ keyword: string; free: Direction; held: Direction }>([
  { keyword: 'readOnly', free: 'request', held: 'response' },
  { keyword: 'writeOnly', free: 'response', held: 'request' },
])('a required $keyword property', ({ keyword, free, held }) => {
  test.each(places)(`need not be in a ${free}, and must be in a ${held}: %s`, async (_, schema, value) => {
    const others = { Marked: { properties: { id: { [keyword]: true } } }, Id: { type: 'integer', [keyword]: true } };
    const schemas = schemasOf(schema(keyword), { others });
    expect(schemas.check(pointer, value({ name: 'a' }), free)).toEqual([]);
    expect(schemas.check(pointer, value({ name: 'a' }), held)).not.toEqual([]);
    expect(schemas.check(pointer, value({ id: 1, name: 'a' }), held)).toEqual([]);
    // Other required properties are required in both directions.
    expect(schemas.check(pointer, value({}), free)).not.toEqual([]);
  });

  test('that one alternative describes is required in another', async () => {
    const schema = { anyOf: [{ properties: { id: { [keyword]: true } }, required: ['a'] }, { required: ['id'] }] };
    expect(schemasOf(schema).check(pointer, {}, free)).not.toEqual([]);
  });

  const bare = { required: ['id'] };
  test.each<[what: string, keywords: object, valid: object[], invalid: object[]]>([
    ['another field that needs it', { dependentRequired: { name: ['id'] } }, [{ name: 'a' }], []],
    ['any of several, one without it', { anyOf: [bare, { required: ['name'] }] }, [{}, { name: 'a' }], []],
    [
      'exactly one of several, one without it',
      { oneOf: [bare, { required: ['name'] }] },
      [{}, { name: 'a' }, { id: 1 }],
      [{ id: 1, name: 'a' }],
    ],
    [
      'exactly one, that is referred to',
      { oneOf: [{ $ref: '#/components/schemas/Bare' }, { required: ['name'] }] },
      [{ name: 'a' }],
      [],
    ],
    ['what must not be', { not: bare }, [{}], [{ id: 1 }]],
    ['what must not be, with its own mark', { not: { ...marked(keyword), required: ['id'] } }, [{}], [{ id: 1 }]],
    ['what must not be, that is referred to', { not: { $ref: '#/components/schemas/Bare' } }, [{}], [{ id: 1 }]],
    ['a condition', { if: bare, then: { required: ['name'] } }, [{}, { id: 1, name: 'a' }], [{ id: 1 }]],
    ['the consequence of a condition', { if: { required: ['name'] }, then: bare }, [{ name: 'a' }], []],
  ])('that is required by %s', (_, keywords, valid, invalid) => {
    const schema = { properties: { id: { type: 'integer', [keyword]: true }, name: { type: 'string' } }, ...keywords };
    const schemas = schemasOf(schema, { others: { Bare: bare } });
    for (const value of valid) expect([value, schemas.check(pointer, value, free)]).toEqual([value, []]);
    for (const value of invalid) expect([value, schemas.check(pointer, value, free)]).not.toEqual([value, []]);
  });

  test('is held to its schema where it is sent all the same', async () => {
    const schemas = schemasOf(marked(keyword));
    expect(lines(schemas.check(pointer, { id: 'x', name: 'a' }, free))).toEqual(['id type: must be integer.']);
    expect(schemas.check(pointer, { id: 1, name: 'a' }, free)).toEqual([]);
  });
});
