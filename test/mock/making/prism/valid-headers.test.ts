import { expect, test } from 'vitest';
import { createMock } from '../../../../src/mock/index.js';

const json = (schema: object): object => ({ content: { 'application/json': { schema } } });
const text = (keywords: object): object => ({ schema: { type: 'string', ...keywords } });

/** Header Objects, each with a pattern for the generated value. */
const headers: Record<string, [header: object, written: RegExp]> = {
  pattern: [text({ pattern: '^[a-f]{8}$' }), /^[a-f]{8}$/],
  reference: [{ schema: { $ref: '#/components/schemas/Code' } }, /^[A-Z]{3}-\d{4}$/],
  duration: [text({ format: 'duration' }), /^P\d+D$/],
  byte: [text({ format: 'byte' }), /^([A-Za-z0-9+/]{4})+$/],
  multiple: [{ schema: { type: 'integer', minimum: 1, multipleOf: 7 } }, /^(7|14|21|28|35|42|49|56|63|70|77|84|91|98|\d{3,})$/],
  'open-bounds': [{ schema: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 } }, /^0\.\d+$/],
  list: [{ schema: { type: 'array', minItems: 2, items: { type: 'string', pattern: '^[a-z]{2}$' } } }, /^[a-z]{2}(,[a-z]{2})+$/],
  distinct: [{ schema: { type: 'array', minItems: 2, uniqueItems: true, items: { enum: ['a', 'b'] } } }, /^(a,b|b,a)$/],
  object: [{ schema: { type: 'object', required: ['b'], properties: { b: { type: 'string', pattern: '^z+$' } } } }, /^b,z+$/],
  'unnamed-member': [{ explode: true, schema: { type: 'object', required: ['a'] } }, /(^|,)a=./],
  'no-type': [{ schema: {} }, /./],
  'no-schema': [{}, /./],
  'json-object': [json({ type: 'object', required: ['a'] }), /^\{.*"a":.+\}$/],
  'json-text': [json({ type: 'string', minLength: 2 }), /^".{2,}"$/],
  'plain-text': [{ content: { 'text/plain': { schema: { type: 'string', pattern: '^ab$' } } } }, /^ab$/],
  authored: [{ schema: { type: 'integer', multipleOf: 7 }, example: 8 }, /^8$/],
  'authored-json': [{ content: { 'application/json': { example: '{"a":1}' } } }, /^\{"a":1\}$/],
};

test.each(['', 'dynamic=true', 'dynamic=true, seed=a'])('headers are made as their schemas have them (%s)', async (prefer) => {
  const described = Object.entries(headers).map(([name, [header]]) => [name, { ...header, required: true }] as const);
  const content = { 'text/csv': { example: 'a,b' } };
  const responses = { 200: { description: 'Made', headers: Object.fromEntries(described), content } };
  const components = { schemas: { Code: { type: 'string', pattern: '^[A-Z]{3}-\\d{4}$' } } };
  const mock = await createMock({ description: { openapi: '3.1.0', paths: { '/a': { get: { responses } } }, components } });
  const response = await mock.fetch('http://mock/a', { headers: { accept: 'text/csv', prefer } });
  for (const [name, [, written]] of Object.entries(headers))
    expect([name, response.headers.get(name)]).toEqual([name, expect.stringMatching(written) as string]);
  const broken = JSON.parse(response.headers.get('sl-violations') ?? '[]') as Array<{ location: string[] }>;
  expect(broken.map(({ location }) => location.at(-1))).toEqual(['authored']);
});
