import { afterEach, expect, it, vi } from 'vitest';
import { InputError } from '../../src/command/input-error.js';
import { printable } from '../../src/command/printable.js';
import { runCommand } from '../../src/command/run-command.js';
import { stopSignal } from '../../src/command/stop-signal.js';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  process.exitCode = undefined;
});

it.each([
  [() => Promise.resolve(), undefined, []],
  [() => Promise.reject(new InputError('No\u0007.')), 1, ['No\ufffd.\n']],
  [() => Promise.reject(new TypeError('No.')), 1, ['No.\n']],
  [() => Promise.reject('no'), 1, ['no\n']],
])('a program ends with its failure in a line, and a code that says so (%#)', async (main, exitCode, printed) => {
  const written: unknown[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(text) > 0);
  const listen = vi.spyOn(process.stdout, 'on').mockReturnThis();
  await runCommand(main);
  expect(process.exitCode).toBe(exitCode);
  expect(written).toEqual(printed);
  expect(listen).toHaveBeenCalledOnce();
});

it('a reader that ends first ends the program, and no other failure of the output does', async () => {
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  const listen = vi.spyOn(process.stdout, 'on').mockReturnThis();
  await runCommand(() => Promise.resolve());
  const [event, listener] = listen.mock.calls[0] as unknown as [string, (error: Error) => void];
  const other = Object.assign(new Error('full'), { code: 'ENOSPC' });
  expect(event).toBe('error');
  expect(() => listener(other)).toThrow(other);
  expect(exit).not.toHaveBeenCalled();
  listener(Object.assign(new Error('gone'), { code: 'EPIPE' }));
  expect(exit).toHaveBeenCalledExactlyOnceWith();
});

it.each(['SIGINT', 'SIGTERM'])('%s ends a program after npm has had time to pass it on', async (signal) => {
  vi.useFakeTimers();
  const listen = vi.spyOn(process, 'on').mockReturnThis();
  const stopped = vi.fn();
  void stopSignal().then(stopped);
  const [, listener] = listen.mock.calls.find(([event]) => event === signal) ?? [];
  listener?.();
  await vi.advanceTimersByTimeAsync(199);
  expect(stopped).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(stopped).toHaveBeenCalledOnce();
});

it.each([
  ['a\tb\nc', 'a\tb\nc'],
  ['a\u0000b\u0008c\u000bd\u001fe', 'a\ufffdb\ufffdc\ufffdd\ufffde'],
  ['\u007f\u0080\u009f\u00a0', '\ufffd\ufffd\ufffd\u00a0'],
  ['\u2029\u202a\u202e\u202f', '\u2029\ufffd\ufffd\u202f'],
  ['\u2065\u2066\u2069\u206a', '\u2065\ufffd\ufffd\u206a'],
])('what a terminal would act on is printed as a mark: %j', (text, printed) => {
  expect(printable(text)).toBe(printed);
});
