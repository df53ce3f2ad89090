import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram, runTool } from '../../support/command.js';
import { copyInto, edit } from '../../support/project.js';
import type { Mutation } from './mutation.js';

/** The tests that check the description and need no browser. */
const tests = [
  'test/own/source-facts',
  'test/own/mock-values',
  'test/workflow',
  'test/mock/making/documented-responses',
  'test/mock/making/rejections',
  'test/mock/making/scenarios',
  'test/client/request/token',
];

/**
 * The tests need none of the programs of the global setup. They share their modules, so that Prism is loaded once. The run on
 * the unchanged copy proves that this works.
 */
const testConfig = `export default {
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000, pool: 'threads', isolate: false, maxWorkers: 1 },
};
`;

/**
 * The checks that detected a mutation: names such as `lint no-unused-components`, `stale`, `release`,
 * `tsc own/contract.types.ts`, `mock/answering/documented-responses.test.ts`.
 */
export interface Notices {
  /** Detected by `npm run check` before a build. */
  check: string[];
  /** Detected after a build. */
  built: string[];
}

/**
 * Makes a mutation in a copy of the project, collects the checks that detect it, and reverts it.
 *
 * @param copy The unchanged copy. It is unchanged afterwards.
 * @throws Error when a text to replace is missing, because the mutation would change nothing.
 */
export async function noticesOf({ edits }: Pick<Mutation, 'edits'>, copy: string): Promise<Notices> {
  try {
    for (const [file, from, to] of edits) await edit(join(copy, 'openapi', file), from, to);
    const check = await checkNotices(copy);
    // A build runs the same stages and fails at the same one.
    if (check.some((name) => /^(lint|build:) /.test(name))) return { check, built: check };
    const { code, stderr } = await runProgram('src/build/run.js', [], { cwd: copy });
    if (code !== 0) return { check, built: [failure(stderr.trim())] };
    // A build fixes stale files and nothing else.
    const lasting = check.filter((name) => name !== 'stale');
    return { check, built: [...lasting, ...(await compilerNotices(copy)), ...(await testNotices(copy))] };
  } finally {
    await restore(copy);
  }
}

/** Reverts a mutation. Removes outputs that are not in the repository, as in a fresh clone. */
async function restore(copy: string): Promise<void> {
  await Promise.all(['openapi', 'generated', 'dist'].map((part) => rm(join(copy, part), { recursive: true, force: true })));
  await copyInto(copy);
}

async function checkNotices(copy: string): Promise<string[]> {
  const { code, stderr } = await runProgram('src/build/run.js', ['--check'], { cwd: copy });
  return code === 0 ? [] : unique(stderr.trim().split('\n').map(failure));
}

/** The short name of the check that printed a sentence. */
function failure(sentence: string): string {
  if (/ out of date;|^ {2}\S/.test(sentence)) return 'stale';
  if (sentence.startsWith('The description changed since the last release')) return 'release';
  if (sentence.startsWith('package.json has version')) return 'version';
  const rule = /\[([\w-]+)\](?: \(and \d+ more\))?$/.exec(sentence);
  return rule ? `lint ${rule[1]!}` : `build: ${sentence}`;
}

async function compilerNotices(copy: string): Promise<string[]> {
  const { stdout } = await runTool('tsc', ['--incremental', '--tsBuildInfoFile', join(copy, 'dist.tsbuildinfo')], { cwd: copy });
  return unique([...stdout.matchAll(/^(\S+)\(\d+,\d+\): error/gm)].map(([, file]) => `tsc ${file!.replace(/^test\//, '')}`));
}

async function testNotices(copy: string): Promise<string[]> {
  const [config, report] = [join(copy, 'vitest.config.mjs'), join(copy, 'report.json')];
  await writeFile(config, testConfig);
  await rm(report, { force: true });
  const { stderr } = await runTool('vitest', ['run', '--config', config, '--reporter=json', `--outputFile=${report}`, ...tests], {
    cwd: copy,
  });
  const text = await readFile(report, 'utf8').catch(() => Promise.reject(new Error(`The tests did not run: ${stderr}`)));
  const { testResults } = JSON.parse(text) as { testResults: Array<{ name: string; status: string }> };
  return testResults.filter(({ status }) => status !== 'passed').map(({ name }) => name.slice(`${copy}/test/`.length));
}

function unique(names: string[]): string[] {
  return [...new Set(names)];
}
