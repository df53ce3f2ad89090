import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { values } from './requests.js';

const run = promisify(execFile);

/** Imports the description with the command of Bruno, and runs the collection. */
export default async function read({ mock, description }) {
  const directory = await mkdtemp(join(tmpdir(), 'bruno-'));
  const bru = join(process.cwd(), 'node_modules/.bin/bru');
  const collection = join(directory, 'collection');
  const report = join(directory, 'report.json');
  await run(bru, ['import', 'openapi', '-s', description, '-o', collection, '-n', 'reader', '--collection-format', 'bru']);
  const variables = ['--env-var', `baseUrl=${mock}`, '--env-var', `apiKey=${values.authorization}`];
  const args = ['run', '--env', 'The API', ...variables, '--output', report, '--format', 'json'];
  await run(bru, args, { cwd: collection }).catch(() => undefined);
  const [{ results }] = JSON.parse(await readFile(report, 'utf8'));
  await rm(directory, { recursive: true });
  const [reset, validate, complete] = results.map(({ response }) => String(response.status));
  return { reset, validate, complete };
}
