import { expect, test } from 'vitest';
import type { ContractMedia } from '../../../src/contract/body/media.js';
import { writeXml } from '../../../src/mock/making/write-xml.js';

const components = { schemas: { Pet: { type: 'object' } } };

test.each<[about: string, schema: object | undefined, value: unknown, xml: string]>([
  ['no schema', undefined, { a: 'x' }, '<xml><a>x</a></xml>'],
  ['null', {}, null, '<xml></xml>'],
  ['a component', { $ref: '#/components/schemas/Pet' }, { a: [1, 2] }, '<Pet><a>1</a><a>2</a></Pet>'],
  ['other properties', { additionalProperties: { xml: { name: 'b' } } }, { a: 1 }, '<xml><b>1</b></xml>'],
  ['any other properties', { additionalProperties: true }, { a: 1 }, '<xml><a>1</a></xml>'],
  ['a section of text', { properties: { a: { xml: { nodeType: 'cdata' } } } }, { a: 'x' }, '<xml>x</xml>'],
  ['no element', { properties: { a: { xml: { nodeType: 'none' } } } }, { a: { b: 1, c: 2 } }, '<xml><b>1</b><c>2</c></xml>'],
  ['an element around a list', { xml: { nodeType: 'element', name: 'l' } }, [1, 2], '<l><l>1</l><l>2</l></l>'],
])('XML of %s', (_about, schema, value, xml) => {
  const contract = { media: { schema }, description: { components } } as unknown as ContractMedia;
  expect(writeXml(value, contract)).toBe(xml);
});

test('XML of a media type that is not documented', () => {
  expect(writeXml({ a: null }, undefined)).toBe('<xml><a></a></xml>');
});
