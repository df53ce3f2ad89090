import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderClientFiles } from '../../../src/build/generate/client-files.js';
import { renderTypes } from '../../../src/build/generate/schema-file.js';
import { readManifest } from '../../../src/command/files/manifest.js';
import { completeDescription } from '../../../src/description/complete.js';
import type { Description } from '../../../src/description/types.js';
import { root, run } from '../../support/command.js';
import type { Row } from '../row.js';

const packageName = readManifest().name;
const three = ['reposGet', 'issuesListForRepo', 'usersGetAuthenticated'].join(', ');
const programs = {
  'three.ts': `import { createClient } from '${packageName}/client';
import { ${three} } from './each-operation.js';
export const api = createClient({ baseUrl: 'https://api.github.com', operations: { ${three} } });
`,
  'all.ts': `import { createClient } from '${packageName}/client';
import { description, type Operations } from './operations.js';
const api = createClient<Operations>({ ...description });
export const result = await api['repos/get']({ params: { path: { owner: 'a', repo: 'b' } } });
`,
  'one.ts': `import { createClient } from '${packageName}/client';
import { reposGet } from './each-operation.js';
const api = createClient({ baseUrl: 'https://api.github.com', operations: { reposGet } });
export const result = await api.reposGet({ params: { path: { owner: 'a', repo: 'b' } } });
`,
};

/**
 * Measures a client of a large description, that of GitHub: its size, and the compile time of one call.
 *
 * @param directory An empty directory.
 * @param installed The folder with the packages to compare with.
 * @param size Bundles a program and returns its compressed size in bytes.
 */
export async function largeClient(
  directory: string,
  installed: string,
  size: (code: string, from: string) => Promise<number>,
): Promise<Row[]> {
  const path = join(installed, 'node_modules/@octokit/openapi/generated/api.github.com.json');
  const { description } = completeDescription(JSON.parse(await readFile(path, 'utf8')) as Description);
  const files = {
    ...renderClientFiles(description, `${packageName}/generated-imports`),
    'schema.d.ts': renderTypes(description),
  };
  const scope = join(directory, 'node_modules', packageName, '..');
  await mkdir(scope, { recursive: true });
  await symlink(root, join(directory, 'node_modules', packageName));
  for (const [name, text] of Object.entries({ ...files, ...programs })) await writeFile(join(directory, name), text);
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }');
  const bytes = {
    three: await size("export * from './three.ts'", directory),
    all: await size("export * from './all.ts'", directory),
  };
  const [one, all] = [await compiled(directory, installed, 'one.ts'), await compiled(directory, installed, 'all.ts')];
  return [
    { name: "size: three operations of GitHub's", value: kilobytes(bytes.three), limit: '<= 6.8 KB', met: bytes.three <= 6800 },
    { name: "size: all operations of GitHub's", value: kilobytes(bytes.all), limit: '<= 31 KB', met: bytes.all <= 31_000 },
    {
      name: "compiler: one call of GitHub's, one operation imported",
      value: `${one.instantiations} instantiations, ${one.megabytes} MB`,
      limit: '<= 15,000',
      met: one.instantiations <= 15_000,
    },
    {
      name: "compiler: one call of GitHub's, all operations imported",
      value: `${all.instantiations} instantiations, ${all.megabytes} MB`,
      limit: '<= 15,000',
      met: all.instantiations <= 15_000,
    },
  ];
}

async function compiled(
  directory: string,
  installed: string,
  file: string,
): Promise<{ instantiations: number; megabytes: number }> {
  const options = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--target',
    'es2022',
    '--module',
    'nodenext',
    '--extendedDiagnostics',
  ];
  const compiler = join(installed, 'node_modules/typescript/bin/tsc');
  const { code, stdout } = await run(process.execPath, [compiler, ...options, file], { cwd: directory });
  if (code !== 0) throw new Error(`${file} does not compile:\n${stdout}`);
  const figure = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(stdout)?.[1]);
  return { instantiations: figure('Instantiations'), megabytes: Math.round(figure('Memory used') / 1000) };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(2)} KB`;
}
