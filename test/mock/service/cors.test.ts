import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMock, type Mock } from '../../../src/mock/index.js';
import { corsHeaders } from '../../../src/mock/service/cors.js';
import { send, type Received } from '../send.js';

const path = '/api/organizations/reset-password/';
let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

function preflight(headers: Record<string, string>): Promise<Received> {
  return send(mock.url, {
    method: 'OPTIONS',
    path,
    headers: { origin: 'https://front.example', 'access-control-request-method': 'POST', ...headers },
  });
}

test('a preflight allows the origin, the method and the headers that it asks for, with credentials', async () => {
  expect(await preflight({ 'access-control-request-headers': 'content-type, x-anything' })).toMatchObject({
    status: 204,
    headers: {
      'access-control-allow-origin': 'https://front.example',
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type, x-anything',
      vary: 'origin, access-control-request-method, access-control-request-headers, access-control-request-private-network',
    },
  });
});

test('a public page may call the mock on the machine of its reader', async () => {
  expect(
    (await preflight({ 'access-control-request-private-network': 'true' })).headers['access-control-allow-private-network'],
  ).toBe('true');
  expect((await preflight({})).headers).not.toHaveProperty('access-control-allow-private-network');
});

test('a response may be read by its origin, and by none in particular where none is named', async () => {
  const body = '{"email":"jweir@projectthanos.com"}';
  const headers = { 'content-type': 'application/json' };
  expect((await send(mock.url, { method: 'POST', path, headers: { ...headers, origin: 'null' }, body })).headers).toMatchObject({
    'access-control-allow-origin': 'null',
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'mock-scenario',
    vary: 'origin',
  });
  expect((await send(mock.url, { method: 'POST', path, headers, body })).headers['access-control-allow-origin']).toBe('*');
});

test('headers that a script may read anyway are not listed, nor those of CORS itself', () => {
  const safelisted = [
    'cache-control',
    'content-language',
    'content-length',
    'content-type',
    'expires',
    'last-modified',
    'pragma',
  ];
  expect(corsHeaders(undefined, [...safelisted, 'access-control-max-age'])).toEqual({
    'access-control-allow-origin': '*',
    'access-control-allow-credentials': 'true',
    vary: 'origin',
  });
  expect(corsHeaders('http://a', ['x-a', 'pragma', 'etag'])['access-control-expose-headers']).toBe('x-a, etag');
});
