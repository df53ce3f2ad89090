import { expect, it } from 'vitest';
import { createClient } from '../../src/client/index.js';
import type { Description } from '../../src/description/types.js';
import { generatedClient } from '../support/generated-client.js';
import { empty, observedFetch } from './observed-fetch.js';

const half = 'a\ud83d';
const parameter = (place: string, more: object = {}): object => ({
  parameters: [{ name: 'id', in: place, required: true, ...more }],
});
const form = { requestBody: { content: { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } } } };

it.each<[string, operation: object, init: object]>([
  ['a path', parameter('path'), { params: { path: { id: half } } }],
  ['a path with a style', parameter('path', { style: 'label' }), { params: { path: { id: [half] } } }],
  ['a query', parameter('query'), { params: { query: { id: half } } }],
  ['a query with a style', parameter('query', { explode: false }), { params: { query: { id: ['a', half] } } }],
  ['a cookie', parameter('cookie'), { params: { cookie: { id: half } } }],
  ['a form', form, { body: { id: half } }],
])('half of a surrogate pair in %s is an error in one sentence, and nothing is sent', async (_, operation, init) => {
  const post = { operationId: 'one', responses: { 204: { description: 'Done' } }, ...operation };
  const path = 'path' in ((init as { params?: object }).params ?? {}) ? '/a/{id}' : '/a';
  const description = { openapi: '3.1.0', info: { title: 'One', version: '1' }, paths: { [path]: { post } } } as Description;
  const { fetch, requests } = observedFetch(empty(204));
  const api = createClient({ ...generatedClient(description), baseUrl: 'http://api.test', fetch }) as unknown as {
    one: (init: object) => Promise<unknown>;
  };
  const error: unknown = await api.one(init).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TypeError);
  expect((error as Error).message).toMatch(/^A parameter contains a character that no request can carry: pass another value\.$/);
  expect(requests).toEqual([]);
});
