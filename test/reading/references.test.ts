import { expect, it } from 'vitest';
import { methods } from '../../src/description/types.js';
import { escapeToken } from '../../src/description/references/pointer.js';
import { findReferences, putInPlace } from '../../src/reading/references.js';

const url = 'file:///api/openapi.yaml';
const ref = { $ref: 'x.yaml' };
/** The references of a file as texts. */
const textsIn = (file: unknown): string[] => findReferences(file, url).references.map(({ text }) => text);

const data = ['example', 'default', 'const', 'enum', 'value', 'dataValue'];
const maps = [
  ...['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions', 'schemas', 'responses', 'parameters'],
  ...['examples', 'requestBodies', 'headers', 'securitySchemes', 'links', 'callbacks', 'pathItems', 'mediaTypes', 'paths'],
  ...['webhooks', 'content', 'encoding', 'variables', 'additionalOperations'],
];
const parts = [...methods, 'info', 'components', 'tags', 'servers', 'security', 'required', 'enum'];

it.each(data)('what is in the field %s is data, and a property of that name is a schema', (field) => {
  expect(textsIn({ [field]: { a: [ref] } })).toEqual([]);
  expect(textsIn({ properties: { [field]: ref } })).toEqual(['x.yaml']);
  expect(textsIn({ properties: { properties: { [field]: { a: ref } } } })).toEqual([]);
});

it.each(maps)('in the field %s are names', (field) => {
  const { references, standIns } = findReferences({ [field]: { example: ref, get: ref } }, url);
  expect([references.length, standIns.length]).toEqual([2, 0]);
  expect(textsIn({ [field]: [{ a: ref }] })).toEqual(field === 'examples' ? [] : ['x.yaml']);
  expect(textsIn({ [field]: [{ example: ref }] })).toEqual([]);
});

it.each([...maps, ...parts])('a reference in the place of %s is a stand-in', (field) => {
  const file: Record<string, unknown> = { [field]: ref };
  const { references, standIns } = findReferences(file, url);
  expect(references.map(({ text, kind }) => [text, kind])).toEqual([['x.yaml', 'reference']]);
  expect(standIns.map(({ holder }) => holder)).toEqual([ref]);
  standIns[0]?.put('target');
  expect(file[field]).toBe('target');
  for (const other of [{ properties: { [field]: ref } }, { [field]: { $ref: 1 } }, { [field]: [ref] }, { schema: ref }]) {
    expect(findReferences(other, url).standIns).toEqual([]);
  }
});

it.each<[file: unknown, found: unknown[]]>([
  ['text', []],
  [null, []],
  [[null, 1, ref], [['x.yaml', url, false, false]]],
  [{ $ref: 1, a: null }, []],
  // In an extension, it may be anything.
  [{ 'x-a': { b: { c: [ref] } } }, [['x.yaml', url, false, true]]],
  [
    { 'x-a': ref, b: ref },
    [
      ['x.yaml', url, false, true],
      ['x.yaml', url, false, false],
    ],
  ],
  [{ properties: { 'x-a': ref } }, [['x.yaml', url, false, false]]],
  [{ 'x-a': { properties: { b: ref } } }, [['x.yaml', url, false, true]]],
  // A schema with an id is a resource of its own.
  [{ a: { $id: '/b', c: ref } }, [['x.yaml', 'file:///b', true, false]]],
  [
    { a: { $id: '/b#', c: ref, d: { $id: 'e', ...ref } } },
    [
      ['x.yaml', 'file:///b', true, false],
      ['x.yaml', 'file:///e', true, false],
    ],
  ],
  [
    { a: { $id: '/b', c: { d: ref } }, e: ref },
    [
      ['x.yaml', 'file:///b', true, false],
      ['x.yaml', url, false, false],
    ],
  ],
  [{ a: { $id: 1, c: ref } }, [['x.yaml', url, false, false]]],
  [{ a: { $id: 'http://[', c: ref } }, [['x.yaml', url, false, false]]],
  [{ properties: { $id: '/b', c: ref } }, [['x.yaml', url, false, false]]],
  [{ $self: '/b', $id: '/c', a: ref }, [['x.yaml', 'file:///b', false, false]]],
  [{ $id: '/c', a: ref }, [['x.yaml', 'file:///c', false, false]]],
  [{ a: { $self: '/b', c: ref } }, [['x.yaml', url, false, false]]],
  // Values of a discriminator that are no names.
  [
    { discriminator: { mapping: { a: 'Name', b: '#/c', d: 'e.yaml', f: 'g/h', i: 1 } } },
    ['#/c', 'e.yaml', 'g/h'].map((text) => [text, url, false, false]),
  ],
  [{ discriminator: { mapping: 'a/b' } }, []],
  [{ discriminator: 'a/b' }, []],
  [{ properties: { discriminator: { mapping: { a: './b' } } } }, []],
  [{ a: { $id: '/b#c\nd', e: ref } }, [['x.yaml', 'file:///b', true, false]]],
])('in %j there are the references %j', (file, found) => {
  const { references } = findReferences(file, url);
  expect(references.map(({ text, base, isInResource, isOptional }) => [text, base, isInResource, isOptional])).toEqual(found);
  for (const { kind } of references) expect(kind).toBe('reference');
});

it('an external value is found, and each reference can be replaced', () => {
  const file = {
    examples: { one: { externalValue: 'a.json' } },
    discriminator: { mapping: { b: '#/c' } },
    schema: { $ref: 'd' },
  };
  const { references } = findReferences(file, url);
  expect(references.map(({ kind, text }) => [kind, text])).toEqual([
    ['reference', '#/c'],
    ['externalValue', 'a.json'],
    ['reference', 'd'],
  ]);
  for (const { replace, text } of references) replace(`${text}!`);
  expect(file).toEqual({
    examples: { one: { externalValue: 'a.json!' } },
    discriminator: { mapping: { b: '#/c!' } },
    schema: { $ref: 'd!' },
  });
});

it('what has a name is found by it', () => {
  const file = {
    $self: 'http://a/b#c',
    'a/~b': [{ $anchor: 'one', $dynamicAnchor: 'two' }, { $anchor: 3 }],
    d: { $id: 'e', f: { $anchor: 'one', g: { $id: 'http://h/' } } },
  };
  expect(Object.fromEntries(findReferences(file, url).names)).toEqual({
    'http://a/b': '',
    'http://a/b#one': '/a~1~0b/0',
    'http://a/b#two': '/a~1~0b/0',
    'http://a/e': '/d',
    'http://a/e#one': '/d/f',
    'http://h/': '/d/f/g',
  });
  expect(escapeToken('a/~1')).toBe('a~1~01');
});

it('stand-ins give way to their targets, also to those that hold others', () => {
  const file = { paths: { $ref: '#/a' }, a: { '/b': { get: { $ref: '#/c' } } }, c: { d: 1 }, info: { $ref: '#/nowhere' } };
  putInPlace(file, findReferences(file, url).standIns);
  expect(file).toMatchObject({ paths: { '/b': { get: { d: 1 } } }, info: { $ref: '#/nowhere' } });
  expect(file.paths).not.toBe(file.a);
});
