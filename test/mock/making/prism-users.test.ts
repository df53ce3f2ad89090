import { describe, expect, test } from 'vitest';
import { createMock, type InProcessMock, type InProcessOptions } from '../../../src/mock/index.js';

const schema = { type: 'object', additionalProperties: true, properties: { name: { type: 'string' } } };
const content = { 'application/json': { schema, example: { name: 'from the example' } } };
const parameters = [
  { name: 'Accept', in: 'header', required: true, schema: { type: 'string', enum: ['a/b'] } },
  { name: 'Authorization', in: 'header', required: true, schema: { type: 'string', pattern: '^x$' } },
  { name: 'old', in: 'query', deprecated: true, schema: { type: 'string' } },
  { name: 'X-Old', in: 'header', deprecated: true, schema: { type: 'string' } },
];
const description = {
  openapi: '3.1.0',
  info: { title: 'Prism', version: '1' },
  paths: { '/a': { get: { operationId: 'getA', parameters, responses: { 200: { description: 'A', content } } } } },
};

const namesOf = async (mock: InProcessMock): Promise<string[]> => {
  // The same seeds. By default, their values have undocumented properties.
  const bodyOf = async (seed: string): Promise<object> => {
    const response = await mock.fetch('/a', { headers: { prefer: `dynamic=true, seed=${seed}` } });
    return (await response.json()) as object;
  };
  const bodies = await Promise.all(['a', 'b', 'c', 'd'].map(bodyOf));
  return [...new Set(bodies.flatMap((body) => Object.keys(body)))];
};
const mockOf = (options: InProcessOptions = {}): Promise<InProcessMock> => createMock({ description, ...options });

describe('properties beyond the documented ones', () => {
  test('are made by default', async () => {
    expect((await namesOf(await mockOf())).length).toBeGreaterThan(1);
  });

  test.each([
    ['the description', { description: { ...description, 'x-json-schema-faker': { fillProperties: false } } }],
    ['the option', { generator: { fillProperties: false } }],
  ])('are left out where %s says so', async (_, options) => {
    expect((await namesOf(await mockOf(options))).filter((name) => name !== 'name')).toEqual([]);
  });

  test('are made where the option overrides the description', async () => {
    const other = { ...description, 'x-json-schema-faker': { fillProperties: false } };
    const mock = await mockOf({ description: other, generator: { fillProperties: true } });
    expect((await namesOf(mock)).length).toBeGreaterThan(1);
  });
});

test('examples are disregarded where that is asked for', async () => {
  const body = await (await (await mockOf({ ignoreExamples: true })).fetch('/a')).text();
  expect(body).not.toContain('from the example');
  expect(JSON.parse(body)).toHaveProperty('name');
});

test('parameters named Accept and Authorization are ignored, as OpenAPI says', async () => {
  const response = await (await mockOf()).fetch('/a');
  expect(response.status).toBe(200);
  expect(response.headers.has('sl-violations')).toBe(false);
});

test('a deprecated parameter gets a warning where it is sent', async () => {
  const response = await (await mockOf()).fetch('/a?old=1', { headers: { 'X-Old': '1' } });
  expect(response.status).toBe(200);
  const violations = JSON.parse(response.headers.get('sl-violations') ?? '[]') as object[];
  expect(violations).toEqual([
    { location: ['request', 'query', 'old'], severity: 'Warning', code: 'deprecated', message: 'query.old is deprecated.' },
    { location: ['request', 'header', 'x-old'], severity: 'Warning', code: 'deprecated', message: 'header.x-old is deprecated.' },
  ]);
});

test('DELETE /_mock/next forgets the responses of its key, and without a key all', async () => {
  const mock = await mockOf();
  const clear = (headers: Record<string, string> = {}): Promise<Response> =>
    mock.fetch('/_mock/next', { method: 'DELETE', headers });
  const status = async (headers: Record<string, string> = {}): Promise<number> => (await mock.fetch('/a', { headers })).status;
  const queue = (): void => {
    for (const key of ['one', 'other']) mock.next('getA', { code: 503, undocumented: true }, key);
  };
  queue();
  expect((await clear({ 'mock-key': 'one' })).status).toBe(204);
  expect([await status({ 'mock-key': 'one' }), await status({ 'mock-key': 'other' })]).toEqual([200, 503]);
  queue();
  await clear();
  expect([await status({ 'mock-key': 'one' }), await status({ 'mock-key': 'other' })]).toEqual([200, 200]);
});
