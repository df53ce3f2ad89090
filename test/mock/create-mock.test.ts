import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMock, startMock } from '../../src/mock/index.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const schema = { type: 'object', required: ['n'], properties: { n: { type: 'integer' } } };
/** A description without a title, with a missing security scheme, an invalid example, and more problems. */
function description(value: unknown = 'x'): object {
  const content = { 'application/json': { schema, examples: { bad: { value: { n: value } }, good: { value: { n: 1 } } } } };
  return {
    openapi: '3.0.3',
    paths: {
      '/a': {
        get: {
          operationId: 'getA',
          deprecated: true,
          security: [{ Missing: [] }],
          parameters: [{ name: 'Content-Type', in: 'header', required: true, schema: { type: 'string', enum: ['a/b'] } }],
          responses: { '200': { description: 'A', content, headers: { 'Transfer-Encoding': { schema: { type: 'string' } } } } },
        },
      },
      '/only-errors': { get: { responses: { '4XX': { description: 'No' } } } },
      '/none': { get: { responses: {} } },
      '/broken': { get: { responses: { '200': { $ref: '#/paths' } }, parameters: [{ $ref: '#/nowhere' }] } },
    },
  };
}

function servable(value?: unknown): object {
  const whole = description(value) as { paths: Record<string, unknown> };
  const { '/broken': _, ...paths } = whole.paths;
  return { ...whole, paths };
}

test('a description with mistakes that do not touch serving is served, with a warning for each that names the place', async () => {
  const mock = await createMock({ description: servable() });
  expect(mock.warnings).toEqual([
    'info.title: The title is missing. The API is called "API".',
    'The security scheme "Missing" is not documented and was left out: add it to components.securitySchemes.',
  ]);
  expect((await mock.fetch('http://api/a')).status).toBe(200);
  expect((await mock.fetch('http://api/only-errors')).status).toBe(400);
  expect((await mock.fetch('http://api/none')).status).toBe(501);
});

test('an operation that cannot be served is left out, with its place and the reason', async () => {
  const mock = await createMock({ description: description() });
  expect(mock.warnings).toContain(
    'paths./broken.get: The reference "#/nowhere" points to nothing: correct it or add its target. The operation is not served.',
  );
  expect((await mock.fetch('http://api/broken')).status).toBe(404);
  expect((await mock.fetch('http://api/a')).status).toBe(200);
});

test('of paths that differ only in the names of templates, each method is served once', async () => {
  const at = (status: number): object => ({ responses: { [status]: { description: 'Done' } } });
  const paths = {
    '/a/{id}': { get: at(200), put: at(201) },
    '/a/{name}': { get: at(203), post: at(204) },
    '/a/{name}/b': { get: at(205) },
    '/a/{key}': { query: at(206), put: at(207) },
    '/a/{id}x': { get: at(208) },
  };
  const mock = await createMock({ description: { openapi: '3.2.0', info: { title: 'T', version: '1' }, paths } });
  expect(mock.warnings).toEqual([
    'paths./a/{name}.get: Its path differs from /a/{id} only in the names in braces, and the method is the same. The operation is not served.',
    'paths./a/{name}: It differs from /a/{id} only in the names in braces. The operations of both are served.',
    'paths./a/{key}: It differs from /a/{id} only in the names in braces. The operations of both are served.',
    'paths./a/{key}.put: Its path differs from /a/{id} only in the names in braces, and the method is the same. The operation is not served.',
  ]);
  const statusOf = async (method: string): Promise<number> => (await mock.fetch('http://api/a/1', { method })).status;
  expect(await Promise.all(['GET', 'PUT', 'POST', 'QUERY'].map(statusOf))).toEqual([200, 201, 204, 206]);
  expect(mock.operations.map(({ method, path }) => `${method} ${path}`)).toEqual([
    ...['GET /a/{id}', 'PUT /a/{id}', 'POST /a/{name}', 'GET /a/{name}/b', 'QUERY /a/{key}', 'GET /a/{id}x'],
  ]);
});

test('an example that breaks its schema is named, on the response and before', async () => {
  const mock = await createMock({ description: servable() });
  expect(await mock.checkExamples()).toEqual(['getA 200: The example "bad" breaks its schema: body.n must be integer.']);
  const response = await mock.fetch('http://api/a');
  expect(response.headers.has('transfer-encoding')).toBe(false);
  expect(JSON.parse(response.headers.get('sl-violations') ?? '[]')).toEqual([
    { location: ['request', 'operation'], severity: 'Warning', code: 'deprecated', message: 'operation is deprecated.' },
    { location: ['response', 'body', 'n'], severity: 'Error', code: 'type', message: 'body.n must be integer.' },
  ]);
  const strict = await createMock({ description: servable(), errors: true });
  const refused = await strict.fetch('http://api/a');
  expect(refused.status).toBe(500);
  expect(await refused.json()).toMatchObject({ violations: [{ location: 'response.body.n' }] });
});

test('an example that does not exist is answered with those that do', async () => {
  const mock = await createMock({ description: servable() });
  const response = await mock.fetch('http://api/a', { headers: { prefer: 'example=zzz' } });
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ examples: ['bad', 'good'] });
});

test('a status that is not documented is sent only where that is asked for, and is marked', async () => {
  const mock = await createMock({ description: servable() });
  expect((await mock.fetch('http://api/a', { headers: { prefer: 'code=503' } })).status).toBe(404);
  const response = await mock.fetch('http://api/a', { headers: { prefer: 'code=503, undocumented=true' } });
  expect(response.status).toBe(503);
  expect(Object.fromEntries(response.headers)).toMatchObject({ 'mock-undocumented': 'true', 'retry-after': '1' });
  expect((await mock.fetch('http://api/a', { headers: { prefer: 'code=100' } })).status).toBe(400);
});

test('a connection breaks where that is asked for', async ({ onTestFinished }) => {
  const mock = await startMock({ port: 0, description: servable() });
  onTestFinished(() => mock.close());
  const headers = { prefer: 'disconnect=true' };
  await expect(mock.fetch('http://api/a', { headers })).rejects.toThrow(TypeError);
  await expect(fetch(`${mock.url}/a`, { headers }).then((response) => response.text())).rejects.toThrow(TypeError);
});

test('next responses are sent once, in order, to the requests of their key', async () => {
  const mock = await createMock({ description: servable() });
  mock.next('getA', 'good');
  mock.next('getA', { code: 429, undocumented: true });
  mock.next('getA', 'good', 'other test');
  const get = async (headers: Record<string, string> = {}): Promise<string> => {
    const response = await mock.fetch('http://api/a', { headers });
    return response.ok ? await response.text() : String(response.status);
  };
  expect([await get(), await get(), await get()]).toEqual(['{"n":1}', '429', '{"n":"x"}']);
  expect(await get({ cookie: 'a=b; mock-key=other test' })).toBe('{"n":1}');
  expect(await get({ 'mock-key': 'other test' })).toBe('{"n":"x"}');

  const post = (body: unknown): Promise<Response> =>
    mock.fetch('http://api/_mock/next', { method: 'POST', body: JSON.stringify(body) });
  expect((await post({ operationId: 'getA', example: 'good' })).status).toBe(204);
  expect([await get(), await get()]).toEqual(['{"n":1}', '{"n":"x"}']);
  expect((await post({ operationId: 'getA', example: 'zzz' })).status).toBe(400);

  mock.next('getA', { code: 429, undocumented: true });
  const head = async (): Promise<number> => (await mock.fetch('http://api/a', { method: 'HEAD' })).status;
  expect([await head(), await head(), await get(), await head()]).toEqual([429, 429, '429', 200]);
  expect(() => mock.next('nothing', 'good')).toThrow(/no operation "nothing": use one of getA/);
});

test('a save is served at once, and an invalid one leaves the last good state', async (context) => {
  const file = join(await temporaryDirectory(context), 'openapi.json');
  await writeFile(file, JSON.stringify(servable(1)));
  let reloaded: (problem?: Error) => void = () => undefined;
  const mock = await createMock({ description: file, watch: true, reloaded: (problem) => reloaded(problem) });
  context.onTestFinished(() => mock.close());
  const saved = async (text: string): Promise<Error | undefined> => {
    const done = new Promise<Error | undefined>((resolve) => (reloaded = resolve));
    await writeFile(`${file}.tmp`, text);
    await rename(`${file}.tmp`, file);
    return done;
  };
  const body = async (): Promise<unknown> => (await mock.fetch('http://api/a')).json();
  expect(await saved(JSON.stringify(servable(2)))).toBeUndefined();
  expect(await body()).toEqual({ n: 2 });
  expect((await saved('{'))?.message).toContain('cannot be read');
  expect(await body()).toEqual({ n: 2 });
  expect(await saved(JSON.stringify(servable(3)))).toBeUndefined();
  expect(await body()).toEqual({ n: 3 });
});
