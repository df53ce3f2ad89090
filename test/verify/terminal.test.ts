import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it, vi } from 'vitest';
import { terminal } from '../../src/verify/terminal.js';

afterEach(() => vi.restoreAllMocks());

it.each([
  ['y\n', true, true],
  ['yes\n', true, true],
  ['  YES \n', true, true],
  ['yes please\n', true, false],
  ['ok, yes\n', true, false],
  ['ye\n', true, false],
  ['n\n', true, false],
  ['\n', true, false],
  // A pipe is nobody to ask.
  ['yes\n', false, false],
])('the answer %j (from a terminal: %s) confirms: %s', async (answer, isTTY, isConfirmed) => {
  const stdin = Object.assign(new PassThrough(), { isTTY });
  const stdout = new PassThrough();
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(stdin as unknown as typeof process.stdin);
  vi.spyOn(process, 'stdout', 'get').mockReturnValue(stdout as unknown as typeof process.stdout);
  stdin.write(answer);
  expect(await terminal.confirm('Send them?')).toBe(isConfirmed);
  stdout.end();
  expect(await text(stdout)).toBe(isTTY ? 'Send them? (yes/no) ' : '');
  // The program can end.
  expect([stdin.isPaused(), stdin.listenerCount('end')]).toEqual([isTTY, 0]);
});

it('a result is a line', () => {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  terminal.print('one\ntwo');
  expect(log).toHaveBeenCalledExactlyOnceWith('one\ntwo');
});
