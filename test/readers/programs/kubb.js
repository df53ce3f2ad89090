import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const config = (description, mock) => `
import { defineConfig } from '@kubb/core';
import { pluginClient } from '@kubb/plugin-client';
import { pluginOas } from '@kubb/plugin-oas';
import { pluginTs } from '@kubb/plugin-ts';
export default defineConfig({
  root: '.',
  input: { path: ${JSON.stringify(description)} },
  output: { path: './made', extension: { '.ts': '.ts' } },
  plugins: [
    pluginOas({ generators: [] }),
    pluginTs(),
    pluginClient({ client: 'fetch', baseURL: ${JSON.stringify(mock)}, dataReturnType: 'full', bundle: true }),
  ],
});`;

const program = `
import { outcome, values } from '../programs/requests.js';
import { completePasswordReset } from './made/clients/completePasswordReset.ts';
import { resetPassword } from './made/clients/resetPassword.ts';
import { validatePasswordReset } from './made/clients/validatePasswordReset.ts';
const json = { headers: { 'Content-Type': 'application/json' } };
const authorized = { headers: { Authorization: values.authorization } };
const status = (call) => outcome(async () => (await call()).status);
console.log(JSON.stringify({
  reset: await status(() => resetPassword({ email: values.email }, json)),
  validate: await status(() => validatePasswordReset({ token: values.token }, values.unknownAsText, authorized)),
  complete: await status(() => completePasswordReset({ password: values.password, token: values.token }, json)),
  byDefault: { reset: await status(() => resetPassword({ email: values.email })) },
}));`;

/** Generates a fetch client, and calls it. */
export default async function read({ mock, description }) {
  const directory = await mkdtemp(join(process.cwd(), 'kubb-'));
  await writeFile(join(directory, 'kubb.config.mjs'), config(description, mock));
  await writeFile(join(directory, 'program.mts'), program);
  await run(join(process.cwd(), 'node_modules/.bin/kubb'), ['generate', '--config', 'kubb.config.mjs'], { cwd: directory });
  const { stdout } = await run(process.execPath, ['--import', 'tsx/esm', join(directory, 'program.mts')]);
  await rm(directory, { recursive: true });
  return JSON.parse(stdout.trim().split('\n').at(-1));
}
