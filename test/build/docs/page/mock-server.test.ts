import { expect, it } from 'vitest';
import { mockServerUrl } from '../../../../src/build/docs/page/mock-server.js';

const urlOf = (...urls: string[]): string | undefined => {
  const servers = urls.map((url) => ({ url }));
  return mockServerUrl({ openapi: '3.1.0', info: { title: 'Things', version: '1' }, servers, paths: {} });
};

// The page sends requests to this server when a button is pressed. It must never be a host that only begins or ends like this
// machine.
it.each([
  ['http://localhost:4010/', 'http://localhost:4010'],
  ['https://localhost/v1', 'https://localhost/v1'],
  ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
  ['http://[::1]:4010', 'http://[::1]:4010'],
  ['http://localhost.example', undefined],
  ['http://localhostile', undefined],
  ['http://notlocalhost', undefined],
  ['http://127.0.0.1.example', undefined],
  ['http://128.0.0.1', undefined],
  ['http://[::2]', undefined],
  ['ftp://localhost', undefined],
  ['/v1', undefined],
])('of the server %s the page asks %s', (url, expected) => {
  expect(urlOf(url)).toBe(expected);
});

it('is the first one on this machine', () => {
  expect(urlOf('https://api.example', 'http://localhost:1', 'http://localhost:2')).toBe('http://localhost:1');
});
