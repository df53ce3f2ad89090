import { expect, test } from 'vitest';
import { Schemas } from '../../../src/contract/schema/schemas.js';
import type { Description } from '../../../src/description/types.js';
import { lines } from './schemas.js';

const draft4 = 'http://json-schema.org/draft-04/schema#';
const draft7 = 'http://json-schema.org/draft-07/schema#';
const draft2019 = 'https://json-schema.org/draft/2019-09/schema';
const draft2020 = 'https://json-schema.org/draft/2020-12/schema';

function describedBy(fields: object, schemas: Record<string, unknown>): Schemas {
  return new Schemas({ openapi: '3.1.1', info: { title: '', version: '' }, ...fields, components: { schemas } } as Description);
}

const tuple = { items: [{ type: 'string' }], additionalItems: { type: 'integer' } };

test.each<[what: string, fields: object, schema: object, valid: unknown[], invalid: unknown[]]>([
  [
    'of OpenAPI 3.1 by name',
    { jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base' },
    { prefixItems: [{ type: 'string' }] },
    [['a']],
    [[1]],
  ],
  [
    'of OpenAPI 3.2 by date',
    { openapi: '3.2.0', jsonSchemaDialect: 'https://spec.openapis.org/oas/3.2/dialect/2025-09-17' },
    { const: 1 },
    [1],
    [2],
  ],
  ['2020-12', { jsonSchemaDialect: draft2020 }, { $defs: { a: { $anchor: 'a', const: 1 } }, $ref: '#a' }, [1], [2]],
  ['2019-09', { jsonSchemaDialect: draft2019 }, tuple, [['a', 1], []], [[1], ['a', 'b']]],
  [
    '2019-09, where a reference is recursive',
    { jsonSchemaDialect: draft2019 },
    {
      $id: 'https://schemas.test/strict',
      $recursiveAnchor: true,
      $ref: 'tree',
      unevaluatedProperties: false,
      $defs: { tree: { $id: 'tree', $recursiveAnchor: true, properties: { in: { $recursiveRef: '#' } } } },
    },
    [{ in: { in: {} } }],
    [{ in: { im: {} } }],
  ],
  ['draft-07', { jsonSchemaDialect: draft7 }, tuple, [['a', 1]], [[1], ['a', 'b']]],
  [
    'draft-07, what depends on a name',
    { jsonSchemaDialect: draft7 },
    { dependencies: { a: ['b'], c: { required: ['d'] } } },
    [
      { a: 1, b: 1 },
      { c: 1, d: 1 },
    ],
    [{ a: 1 }, { c: 1 }],
  ],
  [
    'draft-07, what stands beside a reference',
    { jsonSchemaDialect: draft7 },
    { $ref: '#/components/schemas/Text', maxLength: 1 },
    ['abc'],
    [1],
  ],
  [
    'draft-04',
    { jsonSchemaDialect: draft4 },
    { minimum: 1, exclusiveMinimum: true, definitions: { a: { id: '#a', type: 'integer' } }, allOf: [{ $ref: '#a' }] },
    [2],
    [1, 1.5],
  ],
  ['of the schema itself', {}, { $schema: draft7, ...tuple }, [['a', 1]], [[1]]],
  [
    'of a schema in it',
    {},
    {
      properties: {
        old: { $id: 'https://schemas.test/old', $schema: draft7, ...tuple },
        new: { prefixItems: [{ type: 'string' }] },
      },
    },
    [{ old: ['a', 1], new: ['a'] }],
    [{ old: ['a', 'b'] }, { new: [1] }],
  ],
  ['3.0, where keywords of later versions count', { openapi: '3.0.4' }, { const: 1 }, [1], [2]],
  [
    '3.0, where an enum without null does not allow it',
    { openapi: '3.0.4' },
    {
      properties: {
        without: { type: 'string', nullable: true, enum: ['a'] },
        beside: { type: 'string', nullable: true, enum: ['a', null] },
      },
    },
    [{ without: 'a', beside: null }],
    [{ without: null }, { beside: 'b' }],
  ],
])('the dialect %s', (_, fields, schema, valid, invalid) => {
  const schemas = describedBy(fields, { Tested: schema, Text: { type: 'string' } });
  for (const value of valid)
    expect([value, lines(schemas.check('/components/schemas/Tested', value, 'request'))]).toEqual([value, []]);
  for (const value of invalid) {
    const kinds = schemas.check('/components/schemas/Tested', value, 'request').map(({ kind }) => kind);
    expect([value, new Set(kinds)]).toEqual([value, new Set(['violation'])]);
  }
});

test('an unknown dialect of all schemas is said, and no value is taken for valid', () => {
  const schemas = describedBy({ jsonSchemaDialect: 'https://schemas.test/dialect' }, { Tested: { type: 'string' } });
  expect(lines(schemas.check('/components/schemas/Tested', 1, 'request'))).toEqual([
    ' not checked: components.schemas.Tested: its dialect "https://schemas.test/dialect" is unknown here.',
  ]);
});

test('references by the name of the document lead into it', () => {
  const schemas = describedBy(
    { openapi: '3.2.0', $self: 'https://schemas.test/api' },
    {
      Tested: { $ref: 'https://schemas.test/api#/components/schemas/Text' },
      Text: { type: 'string' },
    },
  );
  expect(schemas.check('/components/schemas/Tested', 'a', 'request')).toEqual([]);
  expect(schemas.check('/components/schemas/Tested', 1, 'request')).toHaveLength(1);
});

test('dynamic anchors without ids mean the schema of the description that is entered first', () => {
  const tree = { $dynamicAnchor: 'node', type: 'object', properties: { in: { $dynamicRef: '#node' } } };
  const schemas = describedBy(
    {},
    { Tested: { $dynamicAnchor: 'node', $ref: '#/components/schemas/Tree', unevaluatedProperties: false }, Tree: tree },
  );
  expect(schemas.check('/components/schemas/Tested', { in: { in: {} } }, 'request')).toEqual([]);
  expect(schemas.check('/components/schemas/Tested', { in: { im: {} } }, 'request')).toHaveLength(1);
  expect(schemas.check('/components/schemas/Tree', { in: { im: {} } }, 'request')).toEqual([]);
});

test('a metaschema can be referred to', () => {
  const schemas = describedBy({}, { Tested: { $ref: draft2020 }, Older: { $ref: draft7 } });
  for (const name of ['Tested', 'Older']) {
    expect(schemas.check(`/components/schemas/${name}`, { type: 'string' }, 'request')).toEqual([]);
    expect(schemas.check(`/components/schemas/${name}`, { type: 'file' }, 'request')).not.toEqual([]);
  }
});

test('pointers lead through Reference Objects', () => {
  const description = {
    openapi: '3.1.1',
    info: { title: '', version: '' },
    paths: { '/a/{b}': { get: { parameters: [{ $ref: '#/components/parameters/B' }] } } },
    components: { parameters: { B: { name: 'b', in: 'path', schema: { type: 'integer' } } } },
  } as unknown as Description;
  const schemas = new Schemas(description);
  const pointer = '/paths/~1a~1{b}/get/parameters/0/schema';
  expect(schemas.check(pointer, 1, 'request')).toEqual([]);
  expect(schemas.check(pointer, 'x', 'request')).toHaveLength(1);
});
