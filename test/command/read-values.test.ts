import { expect, onTestFinished, test } from 'vitest';
import { InputError } from '../../src/command/input-error.js';
import { flagLines, parseArguments, parseFlags } from '../../src/command/parse-flags.js';
import { readPort } from '../../src/command/read-port.js';
import { readServerUrl } from '../../src/command/server-url.js';

const noUrl = '--server is no URL of a server: give one such as https://staging.example.com, without a query.';

test.each<[text: string, problem: string]>([
  ['staging.example.com', noUrl],
  ['ftp://staging.example.com', noUrl],
  ['https+x://staging.example.com', noUrl],
  ['xhttps://staging.example.com', noUrl],
  ['https://staging.example.com/?a', noUrl],
  ['https://staging.example.com/#a', noUrl],
  ['https://name@staging.example.com', '--server holds a user name or a password: use a values file.'],
  ['https://:word@staging.example.com', '--server holds a user name or a password: use a values file.'],
])('the URL %s is refused', (text, problem) => {
  expect(() => readServerUrl(text, '--server', 'use a values file')).toThrow(new InputError(problem));
});

test.each(['http://127.0.0.1:4010', 'https://staging.example.com/v1/'])('the URL %s is taken', (text) => {
  expect(readServerUrl(text, '--server', '').href).toBe(new URL(text).href);
});

test.each<[text: string | undefined, port: number]>([
  [undefined, 4010],
  ['0', 0],
  ['65535', 65_535],
])('the port %s is %i', (text, port) => {
  expect(readPort(text, '--port', 4010)).toBe(port);
});

test.each(['65536', '-1', '', '1.5', '0x10', 'a1', '1a'])('the port "%s" is refused', (text) => {
  expect(() => readPort(text, '--port', 4010)).toThrow(`Invalid --port "${text}": use 0–65535 (0 = any free port).`);
});

const flags = {
  port: { type: 'string', short: 'p', value: '<port>', help: 'where it listens' },
  quiet: { type: 'boolean', help: 'prints nothing\nbut errors' },
  'a-flag-that-is-long': { type: 'string', value: '<path>', help: 'a path' },
  hidden: { type: 'boolean' },
} as const;

test('flags and one argument are read', () => {
  expect(parseArguments(['-p', '1', 'a.yaml', '--quiet'], flags, 'mock')).toEqual({
    flags: { port: '1', quiet: true },
    argument: 'a.yaml',
  });
  expect(parseArguments([], flags, 'mock').argument).toBeUndefined();
});

test.each<[args: string[], problem: string]>([
  [['a', 'b'], "Unexpected argument 'b'. Usage: mock"],
  [['--colour'], 'Unknown option --colour. Usage: mock'],
  [['--port'], 'Option -p, --port <value> argument missing. Usage: mock'],
])('%j is refused in one sentence', (args, problem) => {
  expect(() => parseArguments(args, flags, 'mock')).toThrow(new InputError(problem));
});

test('help has a line for each flag, and more where the name or the text is longer', () => {
  expect(flagLines(flags).split('\n')).toEqual([
    '  -p, --port <port>       where it listens',
    '      --quiet             prints nothing',
    '                          but errors',
    '      --a-flag-that-is-long <path>',
    '                          a path',
  ]);
});

test('help has no room for short names where there are none', () => {
  expect(flagLines({ port: { type: 'string', value: '<port>', help: 'where' }, hidden: { type: 'boolean', short: 'h' } })).toBe(
    '  --port <port>  where',
  );
});

test('a name that just has room stands beside its text', () => {
  expect(flagLines({ [`a${'b'.repeat(19)}`]: { type: 'boolean', help: 'c' } })).toBe(`  --a${'b'.repeat(19)}  c`);
  expect(flagLines({ [`a${'b'.repeat(20)}`]: { type: 'boolean', help: 'c' } })).toBe(
    `  --a${'b'.repeat(20)}\n${' '.repeat(26)}c`,
  );
});

test('the arguments of the process are flags alone', () => {
  const given = process.argv;
  onTestFinished(() => {
    process.argv = given;
  });
  const parsed = (...args: string[]): unknown => {
    process.argv = ['node', 'mock', ...args];
    return { ...parseFlags(flags, 'mock') };
  };
  expect(parsed('--port', '1', '--quiet')).toEqual({ port: '1', quiet: true });
  expect(() => parsed('a')).toThrow(new InputError("Unexpected argument 'a'. Usage: mock"));
  expect(() => parsed('--colour')).toThrow('Unknown option --colour. Usage: mock');
});
