import { createServer } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import { InputError } from '../../src/command/input-error.js';
import { isRunning } from '../../src/command/is-running.js';
import { listenOn } from '../../src/command/listen-on.js';
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

it.each([
  ['EPERM', true],
  ['ESRCH', false],
])('a process that cannot be asked for %s runs: %s', (code, isThere) => {
  vi.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error(code), { code });
  });
  expect(isRunning(1)).toBe(isThere);
});

const unknownHost = 'set the host to a name or an address of this machine.';

it.each([
  ['ENOTFOUND', `Cannot listen on a.example (ENOTFOUND): ${unknownHost}`],
  ['EAI_AGAIN', `Cannot listen on a.example (EAI_AGAIN): ${unknownHost}`],
  ['EADDRINUSE', 'Port 81 is already in use. Set --port to another port (0 = any free port).'],
  ['EACCES', 'Cannot listen on a.example:81 (EACCES). Set --port to another port (0 = any free port).'],
])('a server that cannot listen for %s says what to set', async (code, message) => {
  const server = createServer();
  vi.spyOn(server, 'listen').mockImplementation(() => {
    queueMicrotask(() => server.emit('error', Object.assign(new Error(code), { code })));
    return server;
  });
  await expect(listenOn(server, 81, 'a.example', '--port')).rejects.toMatchObject({ message });
});
