import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from '../support/command.js';

/** The packed package, and a new project with the package installed. */
export interface Installation {
  tarball: string;
  /** The paths of the files in the tarball. */
  files: string[];
  /** The project's directory. */
  project: string;
  /** Removes the project. */
  remove: () => Promise<void>;
}

/** Packs the last build and installs it like a consumer. */
export async function install(): Promise<Installation> {
  const project = await mkdtemp(join(tmpdir(), 'password-reset-consumer-'));
  const packed = await npm(['pack', root, '--ignore-scripts', '--json', '--pack-destination', project], project);
  const [{ filename, files }] = JSON.parse(packed) as [{ filename: string; files: Array<{ path: string }> }];
  await writeFile(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  await npm(['install', join(project, filename), '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'], project);
  return {
    tarball: join(project, filename),
    files: files.map(({ path }) => path).sort(),
    project,
    remove: () => rm(project, { recursive: true, force: true }),
  };
}

/** Links packages of this project into that of a consumer, as if they were installed there. */
export async function lend(project: string, names: string[]): Promise<void> {
  for (const name of names) {
    const target = join(project, 'node_modules', name);
    await mkdir(join(target, '..'), { recursive: true });
    await symlink(join(root, 'node_modules', name), target);
  }
}

async function npm(args: string[], cwd: string): Promise<string> {
  const { code, stdout, stderr } = await run('npm', args, { cwd });
  if (code !== 0) throw new Error(`npm ${args[0] ?? ''} failed, after "npm run build":\n${stderr}`);
  return stdout;
}
