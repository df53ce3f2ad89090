import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMock, startMock, type Mock } from '../../../src/mock/index.js';
import { problemOf, send, type Received } from '../../mock/send.js';

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0, description: 'test/mock/descriptions/shop.yaml' });
});
afterAll(() => mock.close());

function ask(method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Received> {
  return send(mock.url, { method, path, headers, ...(body !== undefined && { body }) });
}

const json = { 'content-type': 'application/json' };

test('a path parameter is validated, and played as a scenario', async () => {
  expect(await ask('GET', '/items/2')).toMatchObject({
    status: 200,
    body: '{"name":"two","parts":[]}',
    headers: { 'x-stock': '3' },
  });
  expect((await ask('GET', '/items/2')).headers).not.toHaveProperty('x-nothing');
  expect(await ask('GET', '/items/7')).toMatchObject({ status: 400, body: '{"reason":"sold out"}' });
});

test('a rejected request gets the body that is documented for it, and no problem body', async () => {
  expect(await ask('GET', '/items/x')).toMatchObject({
    status: 400,
    body: '{"reason":"sold out"}',
    headers: { 'content-type': 'application/json' },
  });
  expect((await ask('GET', '/items/x', { accept: 'image/png' })).body).toBe('{"reason":"sold out"}');
  expect((await ask('GET', '/items/x')).headers['sl-violations']).toContain('path.id must be integer');
  expect(await ask('POST', '/items', json, '{}')).toMatchObject({ status: 422, body: '{"errors":["wrong"]}' });
});

test('a body is negotiated by its media type', async () => {
  expect(await ask('GET', '/items/2', { accept: 'application/xml' })).toMatchObject({
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: '<Item><name>two &#38; &#60;more&#62;</name><parts><name>a</name></parts><parts><name>b</name></parts></Item>',
  });
  expect((await ask('GET', '/items/7', { accept: 'image/png' })).status).toBe(406);
});

test('a range and a default response are sent with the status that is asked for', async () => {
  expect((await ask('GET', '/items/2', { prefer: 'code=418' })).status).toBe(418);
  expect((await ask('GET', '/items/2', { prefer: 'code=418, example=other' })).body).toBe('{"reason":"other"}');
  expect((await ask('DELETE', '/items/2', { prefer: 'code=503' })).status).toBe(503);
});

test('a path without templates is preferred to one with them', async () => {
  expect((await ask('GET', '/items/mine', { authorization: 'Bearer x' })).status).toBe(204);
});

test('of several ways to authenticate, one is enough', async () => {
  const status = async (path: string, headers: Record<string, string>): Promise<number> =>
    (await ask('GET', path, headers)).status;
  expect(await status('/items/mine', { authorization: 'Basic YTpi' })).toBe(204);
  expect(await status('/items/mine?key=1', { cookie: 'a=b; sid=2' })).toBe(204);
  expect(await status('/items/mine?key=1', { cookie: 'sid=' })).toBe(401);
  expect(await status('/items/mine?key=', { cookie: 'sid=2' })).toBe(401);
  expect(await status('/items/mine', { authorization: 'Basic YQ==' })).toBe(401);
  // No 401 is documented, so the mock makes one.
  const refused = await ask('GET', '/items/mine');
  expect(refused.headers['www-authenticate']).toBe(
    'Basic realm="Shop nder test", ApiKey realm="Shop nder test", Bearer realm="Shop nder test"',
  );
  expect(problemOf(refused).violations?.map(({ location }) => location)).toEqual([
    'header.authorization',
    'query.key',
    'cookie.sid',
    'header.authorization',
  ]);
});

test('an http scheme that Prism does not know is checked all the same', async () => {
  expect((await ask('DELETE', '/items/1', { authorization: 'Basic YTpi' })).status).toBe(401);
  const accepted = await ask('DELETE', '/items/1', { authorization: 'Token x' });
  expect(accepted.status).toBe(200);
  expect(accepted.headers.deprecation).toBe('true');
});

test('headers, lists in the query and cookies play scenarios', async () => {
  const scenario = async (path: string, headers: Record<string, string>): Promise<string> =>
    (await ask('POST', path, headers)).body;
  expect(await scenario('/items', { 'x-dry-run': 'true' })).toBe('nothing');
  expect(await scenario('/items?tags=a&tags=b', {})).toBe('tags');
  expect(await scenario('/items', { cookie: 'x=y; session=abc' })).toBe('hello');
});

test('bodies of all media types that are documented are taken', async () => {
  expect((await ask('POST', '/items', json, '{ "parts": [{ "name": "leg" }], "name": "chair" }')).headers['mock-scenario']).toBe(
    'chair',
  );
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await ask('POST', '/items', form, 'name=chair')).headers['mock-scenario']).toBe('chair');
  expect((await ask('POST', '/items', form, 'nome=chair')).status).toBe(422);
  expect((await ask('POST', '/items', form, 'name=%zz&%=')).status).not.toBe(500);
  expect((await ask('POST', '/items', { 'content-type': 'text/csv' }, 'a,b')).status).toBe(201);
  expect((await ask('POST', '/items', { 'content-type': 'text/csv' }, 'a,b,c,d')).status).toBe(422);
});

test('a schema that contains itself is validated to its depth', async () => {
  const nested = (name: unknown): string => JSON.stringify({ name: 'a', parts: [{ name: 'b', parts: [{ name }] }] });
  expect((await ask('POST', '/items', json, nested('c'))).status).toBe(201);
  expect((await ask('POST', '/items', json, nested(1))).status).toBe(422);
});

test('false is a body', async () => {
  expect((await ask('PUT', '/flag', json, 'false')).status).toBe(200);
  expect((await ask('PUT', '/flag', json, 'null')).status).toBe(400);
});

test('a dynamic body is made from the schema, and the same one for the same seed', async () => {
  const mail = async (prefer: string): Promise<string> =>
    (JSON.parse((await ask('PUT', '/flag', { ...json, prefer }, 'true')).body) as { mail: string }).mail;
  expect(await mail('dynamic=true')).toContain('@');
  const item = async (prefer: string): Promise<string> => (await ask('GET', '/items/2', { prefer })).body;
  expect(await item('dynamic=true, seed=a')).toBe(await item('dynamic=true, seed=a'));
  // A seed applies to one request only.
  expect(await item('dynamic=true')).not.toBe(await item('dynamic=true'));
});

test('a reference that only the validator follows costs no operation', async () => {
  const schema = {
    $id: 'https://schemas.test/order',
    type: 'object',
    required: ['id'],
    properties: { id: { $ref: '#/$defs/id' }, more: { $ref: 'more' }, other: { $ref: '#/components/schemas/Nowhere' } },
    $defs: { id: { type: 'integer' }, more: { $id: 'more', type: 'string' } },
  };
  const own = await createMock({
    description: {
      openapi: '3.1.1',
      info: { title: 'Orders', version: '1' },
      paths: { '/orders': { post: { requestBody: { content: { 'application/json': { schema } } }, responses: { 204: {} } } } },
    },
  });
  const status = async (body: object): Promise<number> => {
    const request = new Request('http://mock.test/orders', { method: 'POST', headers: json, body: JSON.stringify(body) });
    return (await own.fetch(request)).status;
  };
  expect(await status({ id: 1, more: 'a' })).toBe(204);
  expect(await status({ id: 'x' })).toBe(400);
  expect(await status({ id: 1, more: 1 })).toBe(400);
  expect(await status({ id: 1, other: 1 })).toBe(204);
  expect(own.warnings.filter((one) => one.includes('Nowhere'))).toHaveLength(1);
  await own.close();
});
