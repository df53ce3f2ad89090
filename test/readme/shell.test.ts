import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, type TestContext } from 'vitest';
import { startMock, type Mock } from '../../src/mock/index.js';
import { rooms } from '../mutants/rooms.js';
import { root, run } from '../support/command.js';
import { readmeBlocks } from './blocks.js';
import { commands } from './commands.js';

const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
  bin: Record<string, string>;
  scripts: Record<string, string>;
  devDependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
};

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

type Execute = (command: string, context: TestContext) => Promise<string | undefined>;

/** How to execute each kind of command. The first match is used. Its output is compared. */
const kinds: Array<{ kind: RegExp; execute: Execute }> = [
  // The CI runs these commands. They install and test, so they cannot run inside a test.
  { kind: /^npm (ci|cit)$/, execute: testedBy('.ci/run', /^npm cit$/m) },
  {
    kind: /^npm run (build|check)$/,
    execute: testedBy('test/build/check.test.ts', /src\/build\/run\.js', \['--check'\]/),
  },
  { kind: /^npm run dev$/, execute: testedBy('test/start/development.ts', /src\/start\/main\.ts', \['--watch'\]/) },
  { kind: /^npx redocly respect /, execute: testedBy('test/workflow/arazzo.test.ts', /'respect'/) },
  { kind: /^npm run verify .* --dry-run$/, execute: succeeds },
  { kind: /^npm run mock -- .* -- /, execute: succeeds },
  { kind: /^npm run verify -- --server/, execute: testedBy('test/verify/command.test.ts', /src\/verify\/command\.ts', command/) },
  {
    kind: /^npm run mock -- --upstream/,
    execute: testedBy('test/mock/proxy/command.test.ts', /'--upstream', [^]*'--coverage', /),
  },
  { kind: /^npm run bench -- /, execute: namesBenchmark },
  { kind: /^npm run test:mutants -- /, execute: namesRoom },
  { kind: /^npm run \S+$/, execute: namesScript },
  { kind: /^SEED=\d+ npx vitest run /, execute: namesTests },
  // A test must not publish. It packs the same files instead.
  { kind: /^npm publish$/, execute: testedBy('test/build/release.test.ts', /'npm', 'pack'/) },
  { kind: /^npm install .*@projectthanos\/password-reset/, execute: installsFromHere },
  { kind: /^npm install /, execute: namesDependencies },
  { kind: /^npx --package @projectthanos\/password-reset /, execute: runsFromHere },
  { kind: /^(npm (start|run mock)|npx .*password-reset-mock)\b(?!.*--(help|version))/, execute: serves },
  { kind: /^(npm run build|npx redocly|npx .*password-reset-mock|curl)\b/, execute: succeeds },
];

it('the blocks are in languages that a test executes, checks or has no program in', async () => {
  const languages = new Set((await readmeBlocks()).map(({ language }) => language));
  expect(['sh', 'console', 'ts', 'json', 'yaml', 'http', 'text']).toEqual(expect.arrayContaining([...languages]));
});

it.for(await commands())('$readme: $command', async ({ command, output }, context) => {
  const known = kinds.find(({ kind }) => kind.test(command));
  if (!known) throw new Error(`No test executes "${command}": add it to the kinds of commands in this file.`);
  const printed = await known.execute(command, context);
  if (output !== undefined && printed !== undefined) expect(printed.trim()).toBe(output);
});

/** For commands that another test executes in full. */
function testedBy(file: string, call: RegExp): Execute {
  return async (command) => {
    expect(await readFile(join(root, file), 'utf8'), `${file} no longer executes "${command}"`).toMatch(call);
    const [, script] = /^npm run (\S+)/.exec(command) ?? [];
    if (script) expect(manifest.scripts).toHaveProperty([script]);
    return undefined;
  };
}

/** Mutants of a folder take minutes, too. */
function namesRoom(command: string): Promise<undefined> {
  expect(Object.keys(rooms)).toContain(command.replace('npm run test:mutants -- ', ''));
  return Promise.resolve(undefined);
}

/** A benchmark takes minutes, so only its name is checked. */
async function namesBenchmark(command: string): Promise<undefined> {
  for (const name of command.replace('npm run bench -- ', '').split(' ')) await access(join(root, `test/bench/parts/${name}.ts`));
}

/** These tests run anyway, so this only checks that a seed is read and that the folders exist. */
async function namesTests(command: string): Promise<undefined> {
  expect(await readFile(join(root, 'test/support/seed.ts'), 'utf8')).toContain('process.env.SEED');
  for (const folder of command.replace(/^.* run /, '').split(' ')) await access(join(root, folder));
}

/** A script of the project that takes too long for a test. */
async function namesScript(command: string): Promise<undefined> {
  expect(Object.keys(manifest.scripts)).toContain(command.replace('npm run ', ''));
}

/** Other packages are not installed again. This checks that the tests use them in the same version. */
async function namesDependencies(command: string): Promise<undefined> {
  const named = command
    .split(' ')
    .slice(2)
    .filter((word) => !word.startsWith('-'));
  // A command that installs one of the packages that the mock needs must install all of them.
  const peers = Object.entries(manifest.peerDependencies).map((pair) => pair.join('@'));
  if (named.some((name) => peers.includes(name))) expect(named).toEqual(expect.arrayContaining(peers));
  for (const name of named) {
    const [, bare = name, range] = /^(.+?)(?:@([~^]?\d[\d.]*))?$/.exec(name) ?? [];
    expect(Object.keys(manifest.devDependencies)).toContain(bare);
    if (range) expect(manifest.devDependencies[bare]?.startsWith(range.replace(/^[~^]|\.0$/g, ''))).toBe(true);
  }
}

/** The package is not published yet, so the command gets this folder instead of its name. */
async function installsFromHere(command: string): Promise<string> {
  return succeeds(`${command.replace('@projectthanos/password-reset', root)} --dry-run --ignore-scripts --prefix "$(mktemp -d)"`);
}

/** Runs the command of the package that npm would link in an installed package. */
async function runsFromHere(command: string): Promise<string> {
  const [, name = '', rest = ''] = /^npx --package \S+ (\S+)(.*)$/.exec(command) ?? [];
  return succeeds(`node ${join(root, manifest.bin[name] ?? `no-command-${name}`)}${rest}`);
}

/** A command writes to a temporary directory, so that it does not affect other tests and builds. */
async function succeeds(command: string): Promise<string> {
  const here = command.replaceAll('http://127.0.0.1:4010', mock.url).replace(/--out \S+/, '--out "$(mktemp -d)"');
  const { code, stdout, stderr } = await run('bash', ['-c', here]);
  expect(code, stderr).toBe(0);
  return stdout;
}

/** Starts a server on free ports, waits for its URLs, and stops it like Ctrl+C. */
async function serves(command: string, { onTestFinished }: TestContext): Promise<string> {
  const anyPort = command
    .replace(/(--port|-p) \d+/, '--port 0')
    .replace(/^npx .*password-reset-mock(?!.*--port)/, '$& --port 0')
    .replace(/^npm run mock$/, '$& -- --port 0');
  const child = spawn('bash', ['-c', `exec ${anyPort}`], {
    cwd: root,
    detached: true,
    env: { ...process.env, MOCK_PORT: '0', DOCS_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endGroup = (signal: NodeJS.Signals): boolean => process.kill(-child.pid!, signal);
  onTestFinished(() => {
    if (child.exitCode === null && child.signalCode === null) endGroup('SIGKILL');
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  while (!/http:\/\/127\.0\.0\.1:\d+/.test(output)) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode} before it printed an address: ${output}`);
    await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
  }
  const closed = once(child, 'close');
  endGroup('SIGINT');
  expect((await closed)[0]).toBe(0);
  // Removes the output of npm and the build before the URLs.
  return withUsualPorts(output.slice(output.search(/^\S.*http:/m)));
}

/** The test uses free ports. The README shows the default ones. */
function withUsualPorts(output: string): string {
  const [, mockPort = '', docsPort] = /:(\d+)[^]*?(?:Docs\s+\S+:(\d+)|$)/.exec(output) ?? [];
  const usual = output.replaceAll(`:${mockPort}`, ':4010');
  return docsPort ? usual.replaceAll(`:${docsPort}`, ':8080') : usual;
}
