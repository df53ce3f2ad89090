import { spawnSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../src/command/input-error.js';
import { runCommand } from '../../src/command/run-command.js';
import { root } from '../support/command.js';
import { cacheOf, installIntoCache } from '../support/install-into-cache.js';
import { rooms } from './rooms.js';
import { scoreOf, type Equivalent, type Report } from './scores.js';

// Changes the files of a room of src/ in small ways, one at a time, and looks whether a test notices: npm run
// test:mutants -- ROOM [FILE...]. What neither the files nor the tests have changed since the last run is not tried again.

const cache = cacheOf('mutants');

await runCommand(async () => {
  const [room = '', ...files] = process.argv.slice(2);
  if (!Object.hasOwn(rooms, room)) {
    throw new InputError(
      `There is no room "${room}" to change: name one of ${Object.keys(rooms).join(', ')}, and files of it if not all.`,
    );
  }
  await installIntoCache('mutants');
  const name = room.replaceAll('/', '-');
  const reportFile = join(cache, `${name}.json`);
  const config = {
    testRunner: 'vitest',
    plugins: [join(cache, 'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js')],
    vitest: { configFile: 'test/mutants/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    incremental: true,
    incrementalFile: join(cache, `${name}.incremental.json`),
    mutate: files.length > 0 ? files : [`src/${room}/**/*.ts`],
    concurrency: Number(process.env.MUTANTS_AT_ONCE ?? 2),
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: reportFile },
    // Not in node_modules/, where Vitest looks for no tests.
    tempDirName: join(tmpdir(), `password-reset-mutants-${process.pid}`),
    ignorePatterns: ['.git', 'findings', 'dist/docs'],
    timeoutMS: 5000,
    timeoutFactor: 2,
  };
  const configFile = join(cache, `${name}.config.json`);
  await writeFile(configFile, JSON.stringify(config));
  const { status } = spawnSync(
    process.execPath,
    [join(cache, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', configFile],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, MUTANTS_ROOM: room },
    },
  );
  await rm(config.tempDirName, { recursive: true, force: true });
  if (status !== 0) throw new Error(`The run for ${room} ended with ${String(status)}.`);
  await report(room, reportFile);
});

/** Prints what survived, and writes the row of the room for the table in test/README.md. */
async function report(room: string, reportFile: string): Promise<void> {
  const read = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
  const equivalents = (await read(join(root, 'test/mutants/equivalents.json'))) as Equivalent[];
  const { killed, survived, equivalent } = scoreOf((await read(reportFile)) as Report, `src/${room}/`, equivalents);
  for (const { file, line, text, replacement, mutator } of survived) {
    console.log(`${file}:${line} ${mutator}\n    ${text}\n    ${replacement.split('\n')[0] ?? ''}`);
  }
  const resultsFile = join(root, 'test/mutants/results.json');
  const results = ((await read(resultsFile)) as Array<Record<string, string>>).filter((row) => row.room !== `\`src/${room}\``);
  const changes = killed + survived.length;
  const score = changes === 0 ? '' : `${Math.floor((100 * killed) / changes)} %`;
  results.push({
    room: `\`src/${room}\``,
    changes: String(changes),
    noticed: String(killed),
    score,
    equivalent: String(equivalent),
  });
  results.sort((one, other) => (one.room ?? '').localeCompare(other.room ?? ''));
  await writeFile(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`${room}: ${killed} of ${changes} noticed (${score}), ${equivalent} equivalent. "npm run build" writes the table.`);
}
