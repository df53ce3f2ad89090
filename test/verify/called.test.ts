import { afterEach, describe, expect, it, vi } from 'vitest';
import { readManifest } from '../../src/command/files/manifest.js';

const verify = vi.fn(() => Promise.resolve(true));
vi.mock('../../src/verify/verify.js', () => ({ verify: (...args: []) => verify(...args) }));

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
  verify.mockClear();
  process.exitCode = undefined;
});

/** Runs the command in this process. Returns what it prints, its exit code and the options of the check. */
async function called(...args: string[]): Promise<{ printed: string; exitCode: unknown; options: unknown }> {
  let printed = '';
  const print = (text: unknown): boolean => (printed += String(text)) !== '';
  vi.spyOn(process.stdout, 'write').mockImplementation(print);
  vi.spyOn(process.stderr, 'write').mockImplementation(print);
  vi.spyOn(process.stdout, 'on').mockReturnThis();
  const given = process.argv;
  process.argv = ['node', 'verify', ...args];
  try {
    await import('../../src/verify/command.js');
    await vi.waitFor(() => expect(printed !== '' || verify.mock.calls.length > 0).toBe(true));
    await new Promise(setImmediate);
  } finally {
    process.argv = given;
  }
  return { printed, exitCode: process.exitCode, options: (verify.mock.calls as unknown[][])[0]?.[0] };
}

const server = ['--server', 'http://127.0.0.1:1'];
const flags = ['values', 'only', 'invalid', 'require-all', 'dry-run', 'junit', 'yes', 'timeout', 'description', 'external-refs'];

describe('the command', () => {
  it('says of each flag what it takes and what it does', async () => {
    const { printed, options } = await called('--help');
    expect(printed).toMatch(/^Usage: password-reset-verify --server URL \[--values FILE\] \[options\]\n\nHolds a server to /);
    const lines = [...printed.matchAll(/^ {2}--([a-z-]+)(?: ([A-Z][A-Z,…]*))? {2,}(\S.*)$/gm)];
    const takes = new Map(lines.map(([, name = '', value = '', help = '']) => [name, [value, help.length > 8]]));
    const value = (kind: string): unknown[] => [kind, true];
    expect(Object.fromEntries(takes)).toEqual({
      ...Object.fromEntries([...flags, 'server', 'workflow', 'help', 'version'].map((name) => [name, value('')])),
      ...{ server: value('URL'), values: value('FILE'), only: value('NAME,…'), junit: value('FILE'), timeout: value('MS') },
      ...{ description: value('FILE'), workflow: value('FILE'), help: ['', true], version: ['', true] },
    });
    // What a values file holds, by its sections.
    for (const section of ['replace', 'credentials', 'skip'])
      expect(printed).toMatch(new RegExp(`^ +${section}: +\\{ .+: .+ \\}$`, 'm'));
    expect(options).toBeUndefined();
  });

  it('prints its version', async () => {
    expect(await called('--version')).toEqual({
      printed: `${readManifest().version}\n`,
      exitCode: undefined,
      options: undefined,
    });
  });

  it.each([
    [[], /^.*--server/],
    [['--no-such-flag'], /^Unknown option --no-such-flag\. Usage: password-reset-verify --server URL/],
    [[...server, '--timeout', 'x'], /--timeout/],
  ])('refuses the flags %j', async (args, message) => {
    const { printed, exitCode, options } = await called(...args);
    expect(printed).toMatch(message);
    expect([exitCode, options]).toEqual([1, undefined]);
  });

  it('checks with what the flags say, and nothing more than that by itself', async () => {
    const usual = { invalid: false, externalRefs: false, mayChange: false, isDryRun: false, requireAll: false };
    const { options, exitCode } = await called(...server);
    expect([options, exitCode]).toEqual([{ ...usual, server: 'http://127.0.0.1:1', timeoutMs: 10_000 }, undefined]);
  });

  it('hands all flags on, and exits with 1 where the server does not keep to the description', async () => {
    verify.mockResolvedValueOnce(false);
    const files = ['description', 'workflow', 'values', 'junit'];
    const switches = ['--invalid', '--external-refs', '--yes', '--dry-run', '--require-all'];
    const named = files.flatMap((name) => [`--${name}`, `/${name}`]);
    const { options, exitCode } = await called(...server, ...named, ...switches, '--only', 'a,b', '--timeout', '5');
    expect(exitCode).toBe(1);
    expect(options).toEqual({
      ...Object.fromEntries(files.map((name) => [name, `/${name}`])),
      ...{ only: 'a,b', invalid: true, externalRefs: true, mayChange: true, isDryRun: true, requireAll: true },
      ...{ server: 'http://127.0.0.1:1', timeoutMs: 5 },
    });
  });
});
