import { expect, it } from 'vitest';
import { isThisMachine } from '../../src/command/this-machine.js';

it.each([
  ['localhost', true],
  ['LOCALHOST', true],
  ['api.localhost', true],
  ['127.0.0.1', true],
  ['127.255.0.9', true],
  ['[::1]', true],
  ['::1', true],
  ['.localhost', false],
  ['localhost.example', false],
  ['localhostile', false],
  ['notlocalhost', false],
  ['127.0.0.1.example', false],
  ['127.0.0', false],
  ['128.0.0.1', false],
  ['[::2]', false],
  ['example.com', false],
])('the host %s is this machine: %s', (host, isHere) => {
  expect(isThisMachine(host)).toBe(isHere);
});
