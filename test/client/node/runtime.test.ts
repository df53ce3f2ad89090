import { afterEach, expect, it, vi } from 'vitest';
import { isOwnFetch, wayForBodies } from '../../../src/client/node/runtime.js';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function runOn(versions: Record<string, string>): void {
  vi.spyOn(process, 'versions', 'get').mockReturnValue(versions as NodeJS.ProcessVersions);
}

it.each([
  [{ bun: '1.4.0' }, 'http'],
  [{ bun: '1.3.99' }, undefined],
  [{ bun: '1.10' }, 'http'],
  [{ bun: '2.0' }, 'http'],
  [{ bun: '0.9' }, undefined],
  [{ bun: '1' }, undefined],
  [{ bun: '2' }, 'http'],
  [{ deno: '2.9.0' }, 'http'],
  [{ deno: '2.8.9' }, undefined],
  [{ deno: '3.0.0' }, 'http'],
  [{ deno: '1.46.3' }, undefined],
  // They name versions of Node and of its parts, too.
  [{ bun: '1.4.0', undici: '7.0.0' }, 'http'],
  [{ deno: '2.8.0', undici: '7.0.0' }, undefined],
  [{ undici: '6.21.0' }, 'dispatcher'],
  [{}, undefined],
])('on %j a GET body is sent by: %s', (versions, way) => {
  runOn(versions);
  expect(wayForBodies()).toBe(way);
});

it.each([undefined, {}])('where the process is %j, a GET body is not sent', (process) => {
  const own = globalThis.process;
  // Stubbed for a moment only, since the test runner needs it, too.
  globalThis.process = process as unknown as typeof own;
  let way: unknown;
  try {
    way = wayForBodies();
  } finally {
    globalThis.process = own;
  }
  expect(way).toBeUndefined();
});

const [ofBun, ofDeno] = [
  'function fetch() {\n    [native code]\n}',
  'function fetch(input, init) { return lazyFetch()(input, init); }',
];

it.each([
  [{ bun: '1.4.0' }, ofBun, true],
  [{ bun: '1.4.0' }, ofDeno, false],
  [{ bun: '1.4.0' }, 'function fetch() { return double(); }', false],
  [{ bun: '1.4.0' }, `async ${ofBun}`, false],
  [{ bun: '1.4.0' }, 'function bound fetch() { [native code] }', false],
  [{ deno: '2.9.0' }, ofDeno, true],
  [{ deno: '2.9.0' }, ofBun, false],
  [{ deno: '2.9.0' }, 'function fetch(input) { return double(input); }', false],
])('on %j the fetch %j is its own: %s', (versions, source, isOwn) => {
  runOn(versions);
  vi.stubGlobal(
    'fetch',
    Object.assign(() => undefined, { toString: () => source }),
  );
  expect(isOwnFetch()).toBe(isOwn);
});
