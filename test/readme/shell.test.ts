import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { startMock, type Mock } from '../../src/mock/index.js';
import { root, run } from '../support/command.js';
import { readmeBlocks } from './blocks.js';

const commands = (await readmeBlocks('sh')).flatMap(({ code }) =>
  code
    .replaceAll('\\\n', ' ')
    .split('\n')
    .flatMap((line) => line.split(' && '))
    .map((line) => line.trim())
    .filter(Boolean),
);

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

/** Each kind of command, and how it is executed. The first that fits is taken. */
const kinds: Array<{ kind: RegExp; execute: (command: string, context: TestContext) => Promise<void> }> = [
  // They install and test: the continuous integration runs them, and could not within themselves.
  { kind: /^npm (ci|cit)$/, execute: provenByIntegration },
  { kind: /^npm publish/, execute: (command) => succeeds(`${command} --dry-run --ignore-scripts`) },
  { kind: /^npm install .*@projectthanos\/password-reset/, execute: installsFromHere },
  { kind: /^(npm (start|run (dev|mock))|npx password-reset-mock)\b(?!.*--(help|version))/, execute: serves },
  { kind: /^(npm run (build|check|typecheck)|npx redocly|npx password-reset-mock|curl)\b/, execute: succeeds },
];

describe('README.md has commands that work', () => {
  it.for([...new Set(commands)])('%s', async (command, context) => {
    const known = kinds.find(({ kind }) => kind.test(command));
    if (!known) throw new Error(`No test executes "${command}": say in this file how.`);
    await known.execute(command, context);
  });
});

async function provenByIntegration(): Promise<void> {
  expect(await readFile(join(root, '.ci/run'), 'utf8')).toMatch(/^npm cit$/m);
}

/** The package is not where npm looks for it before it is published: the same command with this folder in place of its name. */
async function installsFromHere(command: string): Promise<void> {
  await succeeds(`${command.replace('@projectthanos/password-reset', root)} --dry-run --ignore-scripts --prefix "$(mktemp -d)"`);
}

async function succeeds(command: string): Promise<void> {
  const { code, stderr } = await run('bash', ['-c', command.replaceAll('http://127.0.0.1:4010', mock.url)]);
  expect(code, stderr).toBe(0);
}

async function serves(command: string, { onTestFinished }: TestContext): Promise<void> {
  const anyPort = command
    .replace(/--port \d+/, '--port 0')
    .replace(/^npx password-reset-mock(?!.*--port)/, '$& --port 0')
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
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode} before it told an address: ${output}`);
    await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
  }
  // As Ctrl+C does on a terminal: the whole group gets the signal.
  const closed = once(child, 'close');
  endGroup('SIGINT');
  expect((await closed)[0]).toBe(0);
}
