import { expect, test } from 'vitest';
import { renderTypes } from '../../../src/build/generate/schema-file.js';
import type { Description, Parameter } from '../../../src/description/types.js';

const schema = { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } };

async function typesOf(parameter: Parameter): Promise<string> {
  const description: Description = {
    openapi: '3.2.0',
    info: { title: 'Things', version: '1' },
    paths: { '/things': { get: { operationId: 'find', parameters: [parameter], responses: { 204: { description: 'Found' } } } } },
  };
  const text = renderTypes(description);
  return text.slice(text.indexOf('export interface operations')).replaceAll(/\s+/g, ' ');
}

test.each<[string, Parameter, type: RegExp]>([
  [
    'JSON in a header',
    { name: 'X-A', in: 'header', content: { 'application/json': { schema } } },
    /header\?: \{ "X-A"\?: \{ a: number; \};/,
  ],
  ['text', { name: 'q', in: 'query', content: { 'text/csv': { schema } } }, /query\?: \{ q\?: string;/],
  [
    'a whole query',
    { name: 'q', in: 'querystring', required: true, content: { 'application/x-www-form-urlencoded': { schema } } },
    /query: \{ q: \{ a: number; \};/,
  ],
  [
    'a whole query of JSON',
    { name: 'q', in: 'querystring', content: { 'application/json': { schema } } },
    /query\?: \{ q\?: \{ a: number; \};/,
  ],
])('a parameter whose content is %s has its type', async (_, parameter, type) => {
  expect(await typesOf(parameter)).toMatch(type);
});
