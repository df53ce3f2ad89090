import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMock, type Mock } from '../../../src/mock/index.js';

const json = (example: unknown): object => ({ description: 'OK', content: { 'application/json': { example } } });
const query = { name: 'q', in: 'query', required: true, schema: { type: 'integer' } };
const description = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  paths: {
    '/things': {
      get: { operationId: 'things', parameters: [query], responses: { 200: json({ name: 'Pen é' }), 400: json(null) } },
    },
    '/nothing': { get: { responses: { 204: { description: 'Nothing' } } } },
    '/own': { get: { responses: { 200: json(1) } }, head: { responses: { 202: { description: 'Its own' } } } },
    '/sent': { post: { responses: { 204: { description: 'Done' } } } },
  },
};

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ description, port: 0 });
});
afterAll(() => mock.close());

test.each([
  ['/things?q=1', 200],
  ['/things?q=a', 400],
  ['/nothing', 204],
  ['/own', 202],
  ['/sent', 405],
])('HEAD %s gets %i, and no body', async (path, status) => {
  for (const ask of [fetch, mock.fetch]) {
    const response = await ask(`${mock.url}${path}`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([status, '']);
  }
});

test('its headers are those of GET', async () => {
  const [head, get] = await Promise.all(['HEAD', 'GET'].map((method) => fetch(`${mock.url}/things?q=1`, { method })));
  const named = (response?: Response): unknown => ['content-length', 'content-type'].map((name) => response?.headers.get(name));
  expect(named(head)).toEqual(named(get));
  expect(named(head)).toEqual([expect.stringMatching(/^\d+$/), 'application/json']);
});

test('a path that takes GET names HEAD in Allow, and one that does not names none', async () => {
  const allowOf = async (path: string): Promise<string | null> =>
    (await fetch(`${mock.url}${path}`, { method: 'PUT' })).headers.get('allow');
  expect(await Promise.all(['/things', '/own', '/sent'].map(allowOf))).toEqual([
    'GET, HEAD, OPTIONS',
    'GET, HEAD, OPTIONS',
    'POST, OPTIONS',
  ]);
});

test('a response without its body counts for no documented response', async () => {
  const before = mock.coverage().documented;
  await mock.fetch(`${mock.url}/things?q=1`, { method: 'HEAD' });
  const { documented, undocumented } = mock.coverage();
  expect(documented).toEqual(before);
  expect(undocumented).toContainEqual(expect.objectContaining({ method: 'HEAD', path: '/things', status: 200 }));
});
