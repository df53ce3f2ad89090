import { spawnSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../src/command/input-error.js';
import { runCommand } from '../../src/command/run-command.js';
import { root } from '../support/command.js';
import { cacheOf, installIntoCache } from '../support/install-into-cache.js';
import { rooms } from './rooms.js';
import { isNoticed, rowsOf, scoreOf, type Equivalent, type Report, type Score } from './scores.js';

// Mutates the files of folders of src/, and checks whether a test detects each mutation: npm run test:mutants -- FOLDER...
// [FILE...]. Mutations that were detected before are not tried again while their file and its tests stay the same.

const cache = cacheOf('mutants');

await runCommand(async () => {
  const args = process.argv.slice(2);
  const isRoom = (arg: string): boolean => Object.hasOwn(rooms, arg);
  const wrong = args.find((arg) => !isRoom(arg) && !arg.startsWith('src/'));
  if (wrong !== undefined || !args.some(isRoom)) {
    throw new InputError(
      `There is no room "${wrong ?? ''}" to change: name some of ${Object.keys(rooms).join(', ')}, and files of them if not all.`,
    );
  }
  await installIntoCache('mutants');
  for (const room of args.filter(isRoom))
    await mutate(
      room,
      args.filter((file) => file.startsWith(`src/${room}/`)),
    );
});

/** Mutates files of a folder. Default: all, but for those of inner folders that are listed, too. */
async function mutate(room: string, files: string[]): Promise<void> {
  const name = room.replaceAll('/', '-');
  const reportFile = join(cache, `${name}.json`);
  const inner = Object.keys(rooms).filter((other) => other.startsWith(`${room}/`));
  const config = {
    testRunner: 'kept',
    plugins: [
      join(cache, 'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js'),
      join(root, 'test/mutants/kept-runner.ts'),
    ],
    testRunnerNodeArgs: ['--import', 'tsx/esm'],
    checkerNodeArgs: ['--import', 'tsx/esm'],
    vitest: { configFile: 'test/mutants/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    incremental: true,
    incrementalFile: join(cache, `${name}.incremental.json`),
    mutate: files.length > 0 ? files : [`src/${room}/**/*.{ts,js}`, ...inner.map((other) => `!src/${other}/**`)],
    concurrency: Number(process.env.MUTANTS_AT_ONCE ?? 2),
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: reportFile },
    // Not in node_modules/, since Vitest finds no tests there.
    tempDirName: join(tmpdir(), `password-reset-mutants-${process.pid}`),
    ignorePatterns: ['.git', 'findings', 'dist/docs'],
    timeoutMS: 5000,
    timeoutFactor: 2,
  };
  const isTried = (file: string): boolean => files.length === 0 || files.includes(file);
  await forgetSurvivors(config.incrementalFile, isTried);
  const configFile = join(cache, `${name}.config.json`);
  await writeFile(configFile, JSON.stringify(config));
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx/esm', join(cache, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', configFile],
    {
      cwd: root,
      stdio: 'inherit',
      // Not the folder that npm was called in: the tests run in a copy of the project.
      env: { ...process.env, MUTANTS_ROOM: room, INIT_CWD: undefined },
    },
  );
  await rm(config.tempDirName, { recursive: true, force: true });
  if (status === 0) return report(reportFile, isTried);
  // The other folders are tried all the same.
  console.error(`The run for ${room} ended with ${String(status)}.`);
  process.exitCode = 1;
}

/** Tries the survivors again: Stryker does not know which tests cover code that runs while a module loads. */
async function forgetSurvivors(incrementalFile: string, isTried: (file: string) => boolean): Promise<void> {
  const text = await readFile(incrementalFile, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const known = JSON.parse(text) as Report;
  for (const [name, file] of Object.entries(known.files)) {
    if (isTried(name)) file.mutants = file.mutants.filter(isNoticed);
  }
  await writeFile(incrementalFile, JSON.stringify(known));
}

/** Prints the survivors, and writes the scores of the files and the rows of the table in test/README.md. */
async function report(reportFile: string, isTried: (file: string) => boolean): Promise<void> {
  const folder = join(root, 'test/mutants');
  const read = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
  const write = (name: string, value: unknown): Promise<void> =>
    writeFile(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
  const equivalents = (await read(join(folder, 'equivalents.json'))) as Equivalent[];
  const known = (await read(join(folder, 'scores.json'))) as Record<string, Score>;
  const found = (await read(reportFile)) as Report;
  for (const file of Object.keys(found.files).filter(isTried)) {
    const { score, survivors } = scoreOf(found, file, equivalents);
    for (const { number, mutator, line, original, replacement } of survivors) {
      console.log(`${file}:${number} ${mutator}\n    ${line}\n    ${original}  →  ${replacement}`);
    }
    known[file] = score;
    console.log(`${file}: ${score.noticed} noticed, ${score.survived} not, ${score.equivalent} equivalent`);
  }
  const entries = await readdir(join(root, 'src'), { recursive: true });
  const files = entries.map((entry) => join('src', entry));
  const scores = Object.fromEntries(
    Object.entries(known)
      .filter(([file]) => files.includes(file))
      .sort(([one], [other]) => one.localeCompare(other)),
  );
  await write('scores.json', scores);
  await write('results.json', rowsOf(scores, files));
  console.log('Written: test/mutants/scores.json and results.json. "npm run build" writes the table.');
}
