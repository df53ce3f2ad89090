import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fstatSync } from 'node:fs';
import { createServer } from 'node:http';
import { expect, onTestFinished, test, vi } from 'vitest';
import { InputError } from '../../src/command/input-error.js';
import { isRunning } from '../../src/command/is-running.js';
import { listenOn, portSetBy } from '../../src/command/listen-on.js';
import { runBeside } from '../../src/command/run-beside.js';

test('a server listens on a free port, and can be ended twice', async () => {
  const server = createServer((_, response) => response.end('x'));
  const listening = await listenOn(server, 0, '127.0.0.1', '--port');
  expect(listening.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
  expect(await (await fetch(listening.url)).text()).toBe('x');
  await listening.close();
  await listening.close();
  await expect(fetch(listening.url)).rejects.toThrow();
});

test('an address of IPv6 stands in brackets', async () => {
  const listening = await listenOn(createServer(), 0, '::1', '--port');
  expect(listening.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
  await listening.close();
});

test('a port in use is said with the setting that changes it', async () => {
  const first = await listenOn(createServer(), 0, '127.0.0.1', '--port');
  const port = Number(new URL(first.url).port);
  const again = (): Promise<unknown> => listenOn(createServer(), port, '127.0.0.1', '--port');
  const sentence = (setting: string): InputError =>
    new InputError(`Port ${port} is already in use. Set ${setting} to another port (0 = any free port).`);
  await expect(again()).rejects.toMatchObject({ message: sentence('--port').message });
  await expect(again().catch(portSetBy('MOCK_PORT'))).rejects.toMatchObject({ message: sentence('MOCK_PORT').message });
  await first.close();
});

test('a host that is none of this machine is refused, and keeps its message', async () => {
  const elsewhere = listenOn(createServer(), 0, '192.0.2.1', '--port').catch(portSetBy('MOCK_PORT'));
  const sentence = 'Cannot listen on 192.0.2.1 (EADDRNOTAVAIL): set the host to a name or an address of this machine.';
  await expect(elsewhere).rejects.toMatchObject({ name: 'InputError', message: sentence });
});

test('a process runs until it has ended', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  expect(isRunning(child.pid ?? 0)).toBe(true);
  child.kill();
  await once(child, 'exit');
  expect(isRunning(child.pid ?? 0)).toBe(false);
});

const never = new Promise<void>(() => undefined);

test('the exit code of a command is handed on, and its variables are there', async () => {
  // It prints where this process does.
  const isHandedOn = 'String(require("fs").fstatSync(1).ino) === process.env.OUTPUT';
  const command = [process.execPath, '-e', `process.exit(${isHandedOn} ? 7 : 1)`];
  expect(await runBeside(command, { OUTPUT: String(fstatSync(1).ino) }, never)).toBe(7);
});

test('a command of Windows, where npm is a script, runs in its shell', async () => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
  vi.stubEnv('comspec', 'no-such-shell');
  onTestFinished(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });
  await expect(runBeside([process.execPath, '--version'], {}, never)).rejects.toThrow('cannot be started (ENOENT)');
});

test('a command is ended with this process, and its code says by which signal', async () => {
  expect(await runBeside([process.execPath, '-e', 'setInterval(() => {}, 1000)'], {}, Promise.resolve())).toBe(128 + 15);
});

test('a command that cannot be started is said so', async () => {
  const sentence = 'The command "no-such-program" cannot be started (ENOENT): correct it after "--".';
  await expect(runBeside(['no-such-program'], {}, never)).rejects.toThrow(new InputError(sentence));
});
