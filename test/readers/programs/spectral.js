import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Lints with the rules for OpenAPI. */
export default async function read({ description }) {
  const directory = await mkdtemp(join(tmpdir(), 'spectral-'));
  await writeFile(join(directory, 'rules.yaml'), 'extends: ["spectral:oas"]\n');
  const args = ['lint', description, '--ruleset', join(directory, 'rules.yaml'), '--format', 'json', '--quiet'];
  const { stdout } = await run(join(process.cwd(), 'node_modules/.bin/spectral'), args);
  await rm(directory, { recursive: true });
  const problems = JSON.parse(stdout.slice(stdout.indexOf('[')));
  return { problems: [...new Set(problems.map(({ code, severity }) => `${severity === 0 ? 'error' : 'warning'} ${code}`))] };
}
