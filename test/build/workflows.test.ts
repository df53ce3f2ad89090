import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { root, run } from '../support/command.js';
import { copyTracked } from '../support/project.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

interface Workflow {
  jobs: Record<string, { strategy?: { matrix?: Record<string, unknown[]> }; steps: Step[] }>;
}
interface Step {
  run?: string;
  uses?: string;
  with?: { path?: string };
}

const folder = join(root, '.github/workflows');
const workflows = await Promise.all(
  (await readdir(folder)).map(async (file) => [file, parse(await readFile(join(folder, file), 'utf8')) as Workflow] as const),
);
const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** The commands of a job, for each value of its matrix. */
const commandsOf = ({ strategy, steps }: Workflow['jobs'][string]): string[] =>
  steps.flatMap(({ run: command }) => {
    const [, name] = /^\$\{\{ matrix\.(\w+) \}\}$/.exec(command ?? '') ?? [];
    if (name !== undefined) return (strategy?.matrix?.[name] ?? []).map(String);
    return command === undefined ? [] : [command];
  });

const commands = workflows.flatMap(([file, { jobs }]) =>
  Object.entries(jobs).flatMap(([job, one]) => commandsOf(one).map((command) => ({ file, job, command }))),
);

it.each(commands)('$file, $job: $command is there', async ({ command }) => {
  const [, script] = /^npm run (\S+)/.exec(command) ?? [];
  if (script !== undefined) expect(Object.keys(scripts)).toContain(script);
  else expect(command).toMatch(/^npm (ci|cit|publish)$|^npx vitest run /);
  const [, part] = /^npm run bench -- (\S+)$/.exec(command) ?? [];
  if (part !== undefined) expect(await readdir(join(root, 'test/bench/parts'))).toContain(`${part}.ts`);
  const [, paths] = /^npx vitest run (.+)$/.exec(command) ?? [];
  for (const path of paths?.split(' ') ?? []) expect(await readdir(join(root, path))).not.toEqual([]);
});

it('what is published is there when its step runs: the package by a dry run, the docs in their folder', async (context) => {
  const steps = workflows.flatMap(([, { jobs }]) => Object.values(jobs).flatMap((job) => job.steps));
  const published = steps.find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact'));
  expect(await readdir(join(root, published?.with?.path ?? ''))).toEqual(expect.arrayContaining(['index.html', 'openapi.yaml']));

  const project = await temporaryDirectory(context);
  await copyTracked(project);
  // The test reads what npm prints, also when it is run by `npm test --silent`.
  const env = { npm_config_loglevel: 'notice' };
  const npm = (...args: string[]): ReturnType<typeof run> => run('npm', args, { cwd: project, env });
  // No request goes to a registry.
  const publish = ['publish', '--dry-run', '--provenance=false', '--registry=http://127.0.0.1:9', '--fetch-retries=0'];
  await npm('pkg', 'delete', 'repository');
  const refused = await npm(...publish);
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('package.json has no "repository"')]);
  await npm('pkg', 'set', 'repository=github:example/password-reset');
  const { code, stdout, stderr } = await npm(...publish);
  expect([code, stderr]).toEqual([0, expect.stringContaining('dist/src/client/index.js')]);
  expect(stdout).toMatch(/^\+ @projectthanos\/password-reset@\d/m);
}, 60_000);
