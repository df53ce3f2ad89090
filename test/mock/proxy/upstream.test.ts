import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { expect, it } from 'vitest';
import { passedHeaders } from '../../../src/mock/proxy/passed-headers.js';
import { isLoop, readUpstream, refuseOwnAddress } from '../../../src/mock/proxy/upstream.js';

it.each<[string, object, typeof HttpAgent]>([
  ['http://a.example', { prefix: '', hostname: 'a.example', request: httpRequest }, HttpAgent],
  ['https://a.example:81/v1/', { prefix: '/v1', hostname: 'a.example', request: httpsRequest }, HttpsAgent],
  ['http://[::1]:82/v1/x', { prefix: '/v1/x', hostname: '::1', request: httpRequest }, HttpAgent],
])('the upstream %s is read', (text, fields, agentOf) => {
  const upstream = readUpstream(text);
  expect(upstream).toMatchObject({ ...fields, timeoutMs: 30_000 });
  expect(upstream.url.href.replace(/\/$/, '')).toBe(text.replace(/\/$/, ''));
  expect(upstream.via).toMatch(/^mock-[0-9a-f]{16}$/);
  expect(upstream.agent).toBeInstanceOf(agentOf);
  expect((upstream.agent as { options?: object }).options).toMatchObject({ keepAlive: true, timeout: 1000 });
});

it.each([
  ['nowhere', 'The upstream is no URL of a server'],
  ['ftp://a.example', 'The upstream is no URL of a server'],
  ['http://user@a.example', 'The upstream holds a user name or a password: have the client send its credentials.'],
  ['http://:secret@a.example', 'The upstream holds a user name or a password: have the client send its credentials.'],
])('the upstream %s is refused', (text, message) => {
  expect(() => readUpstream(text)).toThrow(message);
});

it('a request that has passed this proxy is known by its name, and by no other', () => {
  const upstream = readUpstream('http://a.example');
  const { via } = upstream;
  const fields: Array<[string | undefined, boolean]> = [
    [undefined, false],
    ['', false],
    [via, false],
    [`1.1 ${via}`, true],
    [`1.1 other,1.1 ${via}`, true],
    [`1.1 other ,  1.1   ${via} (comment), 2 edge`, true],
    [`1.1 ${via}0`, false],
    [`1.1 other ${via}`, false],
    [`1.1 ${readUpstream('http://a.example').via}`, false],
  ];
  expect(fields.map(([field]) => isLoop(upstream, field))).toEqual(fields.map(([, isOne]) => isOne));
});

it.each([
  ['http://localhost:81', 'localhost', 81, true],
  ['http://localhost:81', 'localhost', 82, false],
  ['http://localhost:81', 'localhost', 0, false],
  ['http://localhost:0', 'localhost', 0, false],
  ['http://localhost', '127.0.0.1', 80, true],
  ['https://localhost', '127.0.0.1', 443, true],
  ['https://localhost', '127.0.0.1', 80, false],
  ['http://127.0.0.1:81', '0.0.0.0', 81, true],
  ['http://127.0.0.1:81', '::', 81, true],
  ['http://127.0.0.1:81', '0.0.0.0.example', 81, false],
  ['http://127.0.0.1:81', 'a.0.0.0.0', 81, false],
  ['http://127.0.0.1:81', '0a0b0c0', 81, false],
  ['http://127.0.0.1:81', '192.168.0.7', 81, false],
  ['http://192.168.0.7:81', '192.168.0.7', 81, true],
  ['http://192.168.0.7:81', '0.0.0.0', 81, false],
  ['http://192.168.0.7:81', '127.0.0.1', 81, false],
  ['nowhere', 'localhost', 81, false],
])('the upstream %s is where a proxy on %s:%i listens: %s', (upstream, host, port, isOwn) => {
  const refuse = (): void => refuseOwnAddress(upstream, host, port);
  if (isOwn) expect(refuse).toThrow('is where this proxy is to listen: give it another port.');
  else expect(refuse).not.toThrow();
});

it('what concerns one connection is not passed on, nor what the message or the caller names', () => {
  const hop = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'];
  const headers = {
    ...Object.fromEntries(hop.map((name) => [name, 'x'])),
    connection: 'close,X-One  x-two',
    ...{ 'x-one': '1', 'x-two': '2', 'x-three': '3', host: 'a.example', authorization: 'Token a', empty: '', none: undefined },
  };
  expect(passedHeaders(headers, ['host'])).toStrictEqual({ 'x-three': '3', authorization: 'Token a', empty: '' });
  expect(passedHeaders({ close: '1', te: 'x' }, [])).toEqual({ close: '1' });
});
