import { expect, test } from 'vitest';
import { namesIn, scopeOf } from '../../../../src/contract/schema/documents/anchors.js';
import { dialectNamed, dialectOf } from '../../../../src/contract/schema/documents/dialects.js';
import { Documents } from '../../../../src/contract/schema/documents/documents.js';
import { below, displayed, rootOf, type Place } from '../../../../src/contract/schema/documents/places.js';
import { tokensOf } from '../../../../src/description/references/pointer.js';
import type { Description } from '../../../../src/description/types.js';

const draft4 = 'http://json-schema.org/draft-04/schema';
const draft7 = 'http://json-schema.org/draft-07/schema#';

function describedBy(schemas: object, more: object = {}): Documents {
  const info = { title: 'T', version: '1' };
  return new Documents({ openapi: '3.1.0', info, components: { schemas }, ...more } as unknown as Description);
}

/** The names in a description, each with the place that it is of. */
function namesOf(schemas: object, more: object = {}): Record<'ids' | 'anchors' | 'dynamic', Record<string, string>> {
  const { ids, anchors, dynamic } = namesIn(rootOf(describedBy(schemas, more).description));
  const shown = (names: Iterable<[string, Place]>): Record<string, string> =>
    Object.fromEntries([...names].map(([name, place]) => [name, displayed(place).replace('components.schemas.', '')]));
  const all = [...dynamic].flatMap(([scope, names]) =>
    [...names].map(([name, place]): [string, Place] => [`${scope} ${name}`, place]),
  );
  const { 'description:/': root, ...others } = shown(ids);
  expect(root).toBe('');
  return { ids: others, anchors: shown(anchors), dynamic: shown(all) };
}

const none = { ids: {}, anchors: {}, dynamic: {} };
const own = (name: string): object => ({ $anchor: name });

test.each<[what: string, schemas: object, ids: object, anchors: object]>([
  ['no name', { A: { type: 'object' } }, {}, {}],
  ['an anchor', { A: own('a') }, {}, { 'description:/#a': 'A' }],
  ['the first of two', { A: own('a'), B: own('a') }, {}, { 'description:/#a': 'A' }],
  ['no text', { A: { $anchor: 1, $id: 2, $dynamicAnchor: {} } }, {}, {}],
  [
    'an id',
    { A: { $id: 'https://x.example/a#', items: own('a') } },
    { 'https://x.example/a': 'A' },
    { 'https://x.example/a#a': 'A.items' },
  ],
  [
    'an id within another',
    { A: { $id: 'https://x.example/a/b', items: { $id: 'c' } } },
    { 'https://x.example/a/b': 'A', 'https://x.example/a/c': 'A.items' },
    {},
  ],
  ['what is only an anchor', { A: { $id: '#a' } }, {}, {}],
  [
    'items of a list',
    { A: { allOf: [own('a'), { not: own('b') }] } },
    {},
    { 'description:/#a': 'A.allOf.0', 'description:/#b': 'A.allOf.1.not' },
  ],
  [
    'names that the author chose',
    { example: own('a'), 'x-a': own('b'), A: { properties: { enum: own('c'), $anchor: own('d'), $id: own('e') } } },
    {},
    {
      'description:/#a': 'example',
      'description:/#b': 'x-a',
      'description:/#c': 'A.properties.enum',
      'description:/#d': 'A.properties.$anchor',
      'description:/#e': 'A.properties.$id',
    },
  ],
  [
    'data',
    { A: { $anchor: 'a', example: own('b'), const: own('c'), enum: [own('d')], default: own('e'), 'x-b': own('f') } },
    {},
    { 'description:/#a': 'A' },
  ],
  [
    'maps within maps',
    { A: { $defs: { properties: { $anchor: 'a', const: own('b') } } } },
    {},
    { 'description:/#a': 'A.$defs.properties' },
  ],
  [
    'a name that would be no schema',
    { A: { properties: { $anchor: 'a' }, items: own('b') } },
    {},
    { 'description:/#b': 'A.items' },
  ],
  ['a map that is none', { A: { properties: [own('a')] } }, {}, { 'description:/#a': 'A.properties.0' }],
  ['an id that is no URI', { A: { $id: 'http://[', items: own('a') } }, {}, { 'description:/#a': 'A.items' }],
  ['null', { A: { $anchor: 'a', items: null, not: true } }, {}, { 'description:/#a': 'A' }],
  [
    'another dialect',
    { A: { $schema: draft7, $id: 'https://x.example/a', definitions: { b: { $id: '#b' } } } },
    { 'https://x.example/a': 'A' },
    { 'https://x.example/a#b': 'A.definitions.b' },
  ],
  ['an id beside a reference that stands alone', { A: { $schema: draft7, $id: 'https://x.example/a', $ref: '#/b' } }, {}, {}],
  [
    'an id and its anchor',
    { A: { $schema: draft4, id: 'https://x.example/a#b' } },
    { 'https://x.example/a': 'A' },
    { 'https://x.example/a#b': 'A' },
  ],
  ['an unknown dialect', { A: { $schema: 'https://x.example/dialect', $id: 'https://x.example/a', $anchor: 'a' } }, {}, {}],
])('of %s the names are found', (_, schemas, ids, anchors) => {
  expect(namesOf(schemas)).toEqual({ ...none, ids, anchors });
});

test.each([
  ...['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas', 'dependencies'],
  ...['paths', 'webhooks', 'callbacks', 'content', 'headers', 'responses', 'encoding'],
  ...['schemas', 'parameters', 'requestBodies', 'pathItems', 'mediaTypes'],
])('in %s each key is a name, also one that is data elsewhere', (map) => {
  expect(namesOf({ A: { [map]: { default: own('a'), 'x-b': own('b') } } }).anchors).toEqual({
    'description:/#a': `A.${map}.default`,
    'description:/#b': `A.${map}.x-b`,
  });
});

test.each(['example', 'examples', 'default', 'enum', 'const', 'value', 'dataValue'])('%s is data', (field) => {
  expect(namesOf({ A: { [field]: { a: own('a') }, not: own('b') } }).anchors).toEqual({ 'description:/#b': 'A.not' });
});

test.each<[keyword: string, value: unknown]>([
  ['$id', 'https://x.example/a'],
  ['$anchor', 'a'],
  ['$dynamicAnchor', 'a'],
  ['$recursiveAnchor', true],
])('%s names a schema where nothing else has a name', (keyword, value) => {
  const { ids, anchors, dynamic } = namesOf({ A: { [keyword]: value } });
  expect(new Set([ids, anchors, dynamic].flatMap((names) => Object.values(names)))).toEqual(new Set(['A']));
});

test('OpenAPI 3.0 has no names, and a description of draft 4 has ids without a sign', () => {
  expect(namesOf({ A: { $anchor: 'a', $id: 'https://x.example/a' } }, { openapi: '3.0.3' })).toEqual(none);
  expect(namesOf({ A: { id: 'https://x.example/a' } }, { jsonSchemaDialect: draft4 })).toMatchObject({
    ids: { 'https://x.example/a': 'A' },
  });
});

test('dynamic anchors are known by the schema that they are in', () => {
  const inside = { items: { $dynamicAnchor: 'n' } };
  expect(
    namesOf({ A: { ...inside, $dynamicAnchor: 'n' }, B: inside, C: { $recursiveAnchor: true }, D: { $recursiveAnchor: 'true' } }),
  ).toEqual({
    ids: {},
    anchors: { 'description:/#n': 'A' },
    dynamic: {
      'description:/ /components/schemas/A n': 'A',
      'description:/ /components/schemas/B n': 'B.items',
      'description:/ /components/schemas/C ': 'C',
    },
  });
  const { description } = describedBy({ A: { properties: { b: { $id: 'https://x.example/b', items: {} } } } });
  const at = (pointer: string): string => scopeOf(below(rootOf(description), ...tokensOf(pointer)));
  expect(at('/components/schemas/A/properties/b/items')).toBe('description:/ /components/schemas/A/properties/b');
  expect(at('/components/schemas/A/properties')).toBe('description:/ /components/schemas/A');
  expect(at('/paths/~1a/get/responses/200/content/a/schema/items')).toBe(
    'description:/ /paths/~1a/get/responses/200/content/a/schema',
  );
  expect(at('/paths/~1a/get/responses/200/content/a/itemSchema/items')).toBe(
    'description:/ /paths/~1a/get/responses/200/content/a/itemSchema',
  );
  expect(at('/webhooks/schemas/post/requestBody/content/a/schema/items')).toBe(
    'description:/ /webhooks/schemas/post/requestBody/content/a/schema',
  );
  expect(at('/components/parameters/a/schema/items')).toBe('description:/ /components/parameters/a/schema');
});

test('keywords that name a direction are found anywhere', () => {
  const found = (schemas: object): boolean[] => {
    const { readOnly, writeOnly } = namesIn(rootOf(describedBy(schemas).description));
    return [readOnly, writeOnly];
  };
  expect([found({}), found({ A: { items: [{ readOnly: true }] } }), found({ A: { not: { writeOnly: false } } })]).toEqual([
    [false, false],
    [true, false],
    [false, true],
  ]);
});

const circle = { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } };

test.each<[reference: string, target: string]>([
  ['#', ''],
  ['#/components/schemas/A', 'components.schemas.A'],
  ['#/components/schemas/A/items', 'components.schemas.A.items'],
  ['#/components/schemas/A%2Fb/not', 'the reference "#/components/schemas/A%2Fb/not" points to nothing'],
  ['#/components/schemas/A~1b/not', 'components.schemas.A/b.not'],
  ['#/components/schemas/%', 'components.schemas.%'],
  ['#/components/schemas/Named/items/not', 'components.schemas.A.items.not'],
  ['#/components/schemas/Named/nothing', 'the reference "#/components/schemas/Named/nothing" points to nothing'],
  ['#/components/schemas/Lost/items', 'the reference "#/components/schemas/Lost/items" points to nothing'],
  ['#/components/schemas/Round/items', 'the reference "#/components/schemas/Round/items" points to nothing'],
  ['#/components/schemas/Winding/items', 'the reference "#/components/schemas/Winding/items" points to nothing'],
  ['#/components/schemas/Null/items', 'the reference "#/components/schemas/Null/items" points to nothing'],
  ['#anchor', 'components.schemas.A'],
  ['#nothing', 'the reference "#nothing" points to nothing'],
  ['https://x.example/id', 'components.schemas.Id'],
  ['https://x.example/id#/not', 'components.schemas.Id.not'],
  ['https://x.example/id#inner', 'components.schemas.Id.not'],
  ['https://x.example/other', 'the reference "https://x.example/other" leads out of the description'],
  ['http://[', 'the reference "http://[" is no URI'],
  [`${draft7}/properties/title`, 'properties.title'],
  ['https://json-schema.org/draft/2020-12/meta/core#/$defs', '$defs'],
  ['https://json-schema.org/draft/2020-12/schema', ''],
  ['https://json-schema.org/draft/2019-09/meta/format', ''],
  ['http://json-schema.org/draft-06/schema#/title', 'title'],
  ...[
    ...['https://json-schema.org/draft/2020-12/meta/format-assertion', 'https://json-schema.org/draft/2020-12/schemas'],
    ...['xhttps://json-schema.org/draft/2020-12/schema', 'https://json-schema.org/draft/2020-12/schema.json'],
  ].map((uri): [string, string] => [uri, `the reference "${uri}" leads out of the description`]),
  [
    'xhttp://json-schema.org/draft-07/schema',
    'the reference "xhttp://json-schema.org/draft-07/schema" leads out of the description',
  ],
  [
    'http://json-schema.org/draft-07/schemas',
    'the reference "http://json-schema.org/draft-07/schemas" leads out of the description',
  ],
])('the reference %s leads to %s', (reference, target) => {
  const documents = describedBy({
    A: { $anchor: 'anchor', items: { not: {} } },
    'A/b': { not: {} },
    '%': {},
    Named: { $ref: '#/components/schemas/A' },
    Lost: { $ref: '#/nowhere' },
    Round: { $ref: '#/components/schemas/Round' },
    Winding: { $ref: '#/components/schemas/Winding/items' },
    Null: null,
    Id: { $id: 'https://x.example/id', not: { $anchor: 'inner' } },
  });
  const found = documents.follow(reference, rootOf(documents.description));
  expect(typeof found === 'string' ? found : displayed(found)).toBe(target);
});

test('a reference within a schema with an id stays in it, and a metaschema has its dialect', () => {
  const inside = { $id: 'https://x.example/id', not: { $ref: '#' } };
  const documents = describedBy({ Id: inside, Same: inside });
  const from = below(rootOf(documents.description), 'components', 'schemas', 'Same', 'not');
  const found = documents.follow('#', from);
  expect(typeof found === 'string' ? found : displayed(found)).toBe('components.schemas.Same');
  const meta = documents.follow(draft7, from);
  expect(meta).toMatchObject({ base: 'http://json-schema.org/draft-07/schema', dialect: dialectNamed(draft7) });
});

test('a metaschema that the description contains is that of the description', () => {
  const documents = describedBy({ Meta: { $id: 'https://json-schema.org/draft/2020-12/schema' } });
  const found = documents.follow('https://json-schema.org/draft/2020-12/schema', rootOf(documents.description));
  expect(typeof found === 'string' ? found : displayed(found)).toBe('components.schemas.Meta');
});

test('a chain of references is followed, up to a length that only a circle has', () => {
  const chain = (length: number): string => {
    const schemas = Array.from({ length }, (_, index) => [`C${index}`, { $ref: `#/components/schemas/C${index + 1}` }]);
    const documents = describedBy(Object.fromEntries([...schemas, [`C${length}`, { items: {} }]]) as object);
    const found = documents.follow('#/components/schemas/C0/items', rootOf(documents.description));
    return typeof found === 'string' ? found : displayed(found);
  };
  expect([chain(101), chain(102)]).toEqual([
    'components.schemas.C101.items',
    'the reference "#/components/schemas/C0/items" points to nothing',
  ]);
});

test('a pointer to a schema leads through references, and one that is missing allows everything', () => {
  const documents = describedBy({ ...circle, C: { $ref: '#/components/schemas/D' }, D: { items: { type: 'string' } }, E: {} });
  const at = (pointer: string): unknown => {
    const found = documents.at(pointer);
    return typeof found === 'string' ? found : [displayed(found), found.value];
  };
  expect(at('/components/schemas/C/items')).toEqual(['components.schemas.D.items', { type: 'string' }]);
  expect(at('/components/schemas/E/items')).toEqual(['components.schemas.E.items', true]);
  expect(at('/components/schemas/C/not')).toBe('there is no components.schemas.D.not');
  expect(at('/components/schemas/A/not')).toMatch(/points to nothing|there is no/);
  expect(at('/components/schemas/D/items')).toEqual(['components.schemas.D.items', { type: 'string' }]);
  expect(at('/components/schemas/C/not/more/items')).toBe('there is no components.schemas.D.not');
  expect(at('/openapi/more')).toBe('there is no openapi.more');
  expect(at('/nothing/here')).toBe('there is no nothing');
  expect(at('')).toMatchObject(['', { openapi: '3.1.0' }]);
});

test('the URL of a description is what it says itself', () => {
  const baseOf = ($self: unknown): string => describedBy({}, { $self }).description.base;
  expect([baseOf('https://x.example/api#a'), baseOf('api.yaml'), baseOf('http://['), baseOf(1), baseOf(undefined)]).toEqual([
    ...['https://x.example/api', 'description:/api.yaml', 'description:/', 'description:/'],
    'description:/',
  ]);
});

type Dialected = [description: { openapi: string; jsonSchemaDialect?: unknown }, dialect: object];

test.each<Dialected>([
  [
    { openapi: '3.0.3', jsonSchemaDialect: draft7 },
    { refStandsAlone: true, nullable: true, booleanLimits: true },
  ],
  [{ openapi: '3.1.0' }, { id: '$id' }],
  [{ openapi: '3.1.0', jsonSchemaDialect: 1 }, { id: '$id' }],
  [{ openapi: '3.1.0', jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base' }, { id: '$id' }],
  [{ openapi: '3.2.0', jsonSchemaDialect: 'https://spec.openapis.org/oas/3.2/dialect/2025-09-17' }, { id: '$id' }],
  [
    { openapi: '3.1.0', jsonSchemaDialect: 'https://spec.openapis.org/oas/3.3/dialect/base' },
    { unknown: 'https://spec.openapis.org/oas/3.3/dialect/base' },
  ],
  ...['http://json-schema.org/draft/2020-12/schema#', 'https://json-schema.org/draft/2020-12/schema'].map(
    (jsonSchemaDialect): Dialected => [{ openapi: '3.1.0', jsonSchemaDialect }, { id: '$id' }],
  ),
  ...['http://json-schema.org/draft/2019-09/schema#', 'https://json-schema.org/draft/2019-09/schema'].map(
    (jsonSchemaDialect): Dialected => [
      { openapi: '3.1.0', jsonSchemaDialect },
      { id: '$id', containsEvaluatesNothing: true },
    ],
  ),
  ...['http://json-schema.org/draft-06/schema', draft7, 'https://json-schema.org/draft-07/schema'].map(
    (jsonSchemaDialect): Dialected => [
      { openapi: '3.1.0', jsonSchemaDialect },
      { id: '$id', refStandsAlone: true, anchorsInIds: true },
    ],
  ),
  [
    { openapi: '3.1.0', jsonSchemaDialect: draft4 },
    { id: 'id', refStandsAlone: true, booleanLimits: true, anchorsInIds: true },
  ],
  ...[
    ...['draft-04', 'draft-06', 'draft-07', 'draft/2019-09', 'draft/2020-12'].flatMap((name) => [
      `xhttp://json-schema.org/${name}/schema`,
      `https://json-schema.org/${name}/schema/x`,
    ]),
    'xhttps://spec.openapis.org/oas/3.1/dialect/base',
  ].map((jsonSchemaDialect): Dialected => [{ openapi: '3.1.0', jsonSchemaDialect }, { unknown: jsonSchemaDialect }]),
])('the dialect of %j is known', (description, dialect) => {
  expect(dialectOf(description)).toEqual(dialect);
});
