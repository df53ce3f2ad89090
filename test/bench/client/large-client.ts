import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderClientFiles } from '../../../src/build/generate/client-files.js';
import { renderTypes } from '../../../src/build/generate/schema-file.js';
import { readManifest } from '../../../src/command/files/manifest.js';
import { completeDescription } from '../../../src/description/complete.js';
import type { Description } from '../../../src/description/types.js';
import { root, run } from '../../support/command.js';
import type { Row } from '../row.js';
import { firstClientFiles, noFirstBuild } from './first-build.js';

type Size = (code: string, from: string) => Promise<number>;

const packageName = readManifest().name;
const three = ['reposGet', 'issuesListForRepo', 'usersGetAuthenticated'].join(', ');
const callOfAll = (module: string): string => `import { createClient } from '${module}';
import { description, type Operations } from './operations.js';
const api = createClient<Operations>({ ...description });
export const result = await api['repos/get']({ params: { path: { owner: 'a', repo: 'b' } } });
`;
const programs = {
  'three.ts': `import { createClient } from '${packageName}/client';
import { ${three} } from './each-operation.js';
export const api = createClient({ baseUrl: 'https://api.github.com', operations: { ${three} } });
`,
  'all.ts': callOfAll(`${packageName}/client`),
  'one.ts': `import { createClient } from '${packageName}/client';
import { reposGet } from './each-operation.js';
const api = createClient({ baseUrl: 'https://api.github.com', operations: { reposGet } });
export const result = await api.reposGet({ params: { path: { owner: 'a', repo: 'b' } } });
`,
};

/**
 * Measures a client of a large description, that of GitHub: its size, and what the compiler needs for a program with one call.
 *
 * @param directory An empty directory.
 * @param installed The folder with the packages to compare with.
 * @param first The directory of the first build of the package; `undefined` if there is none.
 * @param size Bundles a program and returns its compressed size in bytes.
 */
export async function largeClient(directory: string, installed: string, first: string | undefined, size: Size): Promise<Row[]> {
  const path = join(installed, 'node_modules/@octokit/openapi/generated/api.github.com.json');
  const { description } = completeDescription(JSON.parse(await readFile(path, 'utf8')) as Description);
  const files = {
    ...renderClientFiles(description, `${packageName}/generated-imports`),
    'schema.d.ts': renderTypes(description),
  };
  const now = await writeProject(join(directory, 'now'), root, { ...files, ...programs });
  const bytes = { three: await size("export * from './three.ts'", now), all: await size("export * from './all.ts'", now) };
  return [
    { name: "size: three operations of GitHub's", value: kilobytes(bytes.three), limit: '<= 6.8 KB', met: bytes.three <= 6800 },
    { name: "size: all operations of GitHub's", value: kilobytes(bytes.all), limit: '<= 31 KB', met: bytes.all <= 31_000 },
    ...compilerRows(
      [
        ['one operation imported', await compiled(now, installed, 'one.ts')],
        ['all operations imported', await compiled(now, installed, 'all.ts')],
      ],
      first === undefined ? undefined : await firstCompiled(join(directory, 'before'), first, description, installed),
    ),
  ];
}

function compilerRows(measured: Array<[name: string, figures: Figures]>, first: Figures | undefined): Row[] {
  return measured.flatMap(([name, { instantiations, megabytes }]) => {
    const program = `compiler: one call of GitHub's, ${name}`;
    const ratio = first && megabytes / first.megabytes;
    return [
      { name: program, value: `${instantiations} instantiations`, limit: '<= 15,000', met: instantiations <= 15_000 },
      ratio === undefined
        ? { name: `${program}, memory of the first build`, value: noFirstBuild, limit: '<= 0.8' }
        : {
            name: `${program}, memory of the first build`,
            value: `${megabytes} MB, ${ratio.toFixed(2)} times`,
            limit: '<= 0.8',
            met: ratio <= 0.8,
          },
    ];
  });
}

async function firstCompiled(directory: string, first: string, description: Description, installed: string): Promise<Figures> {
  const files = { ...(await firstClientFiles(first, description)), 'all.ts': callOfAll(packageName) };
  return compiled(await writeProject(directory, first, files), installed, 'all.ts');
}

/** Writes a project that has the package installed. Returns its directory. */
async function writeProject(directory: string, installedPackage: string, files: Record<string, string>): Promise<string> {
  await mkdir(join(directory, 'node_modules', packageName, '..'), { recursive: true });
  await symlink(installedPackage, join(directory, 'node_modules', packageName));
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }');
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
  return directory;
}

interface Figures {
  instantiations: number;
  megabytes: number;
}

const options = '--noEmit --strict --skipLibCheck --target es2022 --module nodenext --extendedDiagnostics'.split(' ');

async function compiled(directory: string, installed: string, file: string): Promise<Figures> {
  const compiler = join(installed, 'node_modules/typescript/bin/tsc');
  // The compiler then collects garbage before it measures its memory.
  const { code, stdout } = await run(process.execPath, ['--expose-gc', compiler, ...options, file], { cwd: directory });
  if (code !== 0) throw new Error(`${file} does not compile:\n${stdout}`);
  const figure = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(stdout)?.[1]);
  return { instantiations: figure('Instantiations'), megabytes: Math.round(figure('Memory used') / 1000) };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(2)} KB`;
}
