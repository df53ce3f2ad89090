import { readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { toOpenApi30 } from '../../src/build/openapi-3.0/convert.js';
import { completeDescription } from '../../src/description/complete.js';
import type { Description } from '../../src/description/types.js';

const description = (parts: object): Description => ({
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  ...parts,
});
const converted = (parts: object): Record<string, unknown> => ({ ...toOpenApi30(description(parts)) });
const ofSchema = (schema: unknown): unknown =>
  (converted({ components: { schemas: { One: schema } } }).components as { schemas: { One: unknown } }).schemas.One;

describe('a schema', () => {
  it.each<[string, unknown, unknown]>([
    ['true', true, {}],
    ['false', false, { not: {} }],
    ['a type that may be null', { type: ['string', 'null'] }, { type: 'string', nullable: true }],
    ['null alone', { type: 'null' }, { type: 'string', nullable: true, enum: [null] }],
    [
      'several types',
      { type: ['string', 'array'], items: { type: 'integer' } },
      { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'integer' } }] },
    ],
    [
      'several types beside alternatives',
      { type: ['string', 'integer'], anyOf: [{ minLength: 2 }] },
      { allOf: [{ anyOf: [{ minLength: 2 }] }], anyOf: [{ type: 'string' }, { type: 'integer' }] },
    ],
    ['a constant', { const: 'a' }, { enum: ['a'] }],
    ['the constant null', { const: null }, { type: 'string', nullable: true, enum: [null] }],
    ['an open lower bound', { exclusiveMinimum: 0 }, { minimum: 0, exclusiveMinimum: true }],
    ['an open bound within a closed one', { maximum: 9, exclusiveMaximum: 5 }, { maximum: 5, exclusiveMaximum: true }],
    ['a closed bound within an open one', { maximum: 5, exclusiveMaximum: 9 }, { maximum: 5 }],
    ['an open bound of 3.0', { minimum: 0, exclusiveMinimum: true }, { minimum: 0, exclusiveMinimum: true }],
    ['one example', { examples: ['a'] }, { example: 'a' }],
    ['several examples', { examples: ['a', 'b'] }, { example: 'a', 'x-examples': ['a', 'b'] }],
    ['text that holds bytes', { contentEncoding: 'base64' }, { type: 'string', format: 'byte', 'x-contentEncoding': 'base64' }],
    [
      'a file',
      { contentMediaType: 'application/octet-stream' },
      { type: 'string', format: 'binary', 'x-contentMediaType': 'application/octet-stream' },
    ],
    ['a reference', { $ref: '#/components/schemas/One' }, { $ref: '#/components/schemas/One' }],
    [
      'a reference with siblings',
      { $ref: '#/components/schemas/One', description: 'Of one.' },
      { description: 'Of one.', allOf: [{ $ref: '#/components/schemas/One' }] },
    ],
    ['a list of anything', { type: 'array' }, { type: 'array', items: {} }],
    [
      'a tuple',
      { type: 'array', prefixItems: [{ const: 1 }], items: false },
      { type: 'array', items: { anyOf: [{ enum: [1] }] }, maxItems: 1, 'x-prefixItems': [{ enum: [1] }] },
    ],
    ['no further properties', { additionalProperties: false }, { additionalProperties: false }],
    ['a map', { additionalProperties: { const: 1 } }, { additionalProperties: { enum: [1] } }],
    ['a keyword without a counterpart', { if: { const: 1 } }, { 'x-if': { enum: [1] } }],
    ['properties named as keywords', { properties: { const: { const: 1 } } }, { properties: { const: { enum: [1] } } }],
    ['an extension', { 'x-const': 1 }, { 'x-const': 1 }],
  ])('%s', (_, schema, expected) => {
    expect(ofSchema(schema)).toEqual(expected);
  });
});

describe('a field that 3.0 does not know becomes an extension', () => {
  it.each<[string, object, object]>([
    [
      'webhooks',
      { webhooks: { ping: { post: {} } } },
      { 'x-webhooks': { ping: { post: { responses: { default: { description: '' } } } } } },
    ],
    [
      'info.summary',
      { info: { title: 'T', version: '1', summary: 'S' } },
      { info: { title: 'T', version: '1', 'x-summary': 'S' } },
    ],
    [
      'an SPDX identifier, which has a page',
      { info: { title: 'T', version: '1', license: { name: 'MIT', identifier: 'MIT' } } },
      { info: { license: { name: 'MIT', 'x-identifier': 'MIT', url: 'https://spdx.org/licenses/MIT.html' } } },
    ],
    ['the parent of a tag', { tags: [{ name: 'a', parent: 'b' }] }, { tags: [{ name: 'a', 'x-parent': 'b' }] }],
    [
      'a scheme of mutual TLS',
      { components: { securitySchemes: { tls: { type: 'mutualTLS' } } }, security: [{ tls: [] }] },
      { components: { securitySchemes: {}, 'x-securitySchemes': { tls: { type: 'mutualTLS' } } }, security: [{}] },
    ],
    [
      'the method QUERY',
      { paths: { '/': { query: { responses: { 200: { content: {} } } } } } },
      { paths: { '/': { 'x-query': { responses: { 200: { description: '', content: {} } } } } } },
    ],
    [
      'a parameter that is the whole query',
      { paths: { '/': { get: { parameters: [{ in: 'querystring', name: 'q' }], responses: {} } } } },
      { paths: { '/': { get: { parameters: [], 'x-parameters': [{ in: 'querystring', name: 'q' }] } } } },
    ],
    [
      'the schema of the items of a stream',
      { paths: { '/': { get: { responses: { 200: { content: { 'application/jsonl': { itemSchema: { const: 1 } } } } } } } } },
      {
        paths: { '/': { get: { responses: { 200: { content: { 'application/jsonl': { 'x-itemSchema': { enum: [1] } } } } } } } },
      },
    ],
  ])('%s', (_, parts, expected) => {
    expect(converted(parts)).toMatchObject(expected);
  });
});

it('follows what has moved, and keeps a property of the same name', () => {
  const at = (pointer: string): unknown => ofSchema({ $ref: pointer });
  expect(at('#/components/schemas/A/$defs/B')).toEqual({ $ref: '#/components/schemas/A/x-$defs/B' });
  expect(at('#/components/schemas/A/properties/contains')).toEqual({ $ref: '#/components/schemas/A/properties/contains' });
  expect(at('#/components/schemas/A/prefixItems/0')).toEqual({ $ref: '#/components/schemas/A/x-prefixItems/0' });
});

it('puts examples in place', () => {
  const examples = { a: { $ref: '#/components/examples/A' } };
  const get = { parameters: [{ in: 'query', name: 'q', examples }], responses: { 200: { description: '' } } };
  expect(converted({ paths: { '/': { get } }, components: { examples: { A: { value: 1 } } } })).toMatchObject({
    paths: { '/': { get: { parameters: [{ examples: { a: { value: 1 } } }] } } },
    components: {},
  });
});

it('says that a body without a schema is bytes', () => {
  const get = { responses: { 200: { description: '', content: { 'image/png': {}, 'application/json': {} } } } };
  expect(converted({ paths: { '/': { get } } })).toMatchObject({
    paths: {
      '/': {
        get: { responses: { 200: { content: { 'image/png': { schema: { format: 'binary' } }, 'application/json': {} } } } },
      },
    },
  });
});

it.each(['test/any-description/library.yaml', 'test/any-description/public/redocly-museum.yaml', 'generated/openapi.yaml'])(
  '%s is valid OpenAPI 3.0',
  async (file) => {
    const { description: complete } = completeDescription(parse(readFileSync(file, 'utf8')) as Description);
    const config = await createConfig({ extends: ['minimal'] });
    const source = JSON.stringify(toOpenApi30(complete));
    const problems = await lintFromString({ source, absoluteRef: '/openapi.json', config });
    expect(
      problems.filter(({ severity }) => severity === 'error').map(({ message, location }) => [message, location[0]?.pointer]),
    ).toEqual([]);
  },
);
