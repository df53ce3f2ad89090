import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The directory of the project, with a trailing slash. */
export const root: string = fileURLToPath(new URL('../../', import.meta.url));

// By its path, because a package name would be resolved from the working directory of the program.
const tsx = pathToFileURL(`${root}node_modules/tsx/dist/esm/index.mjs`).href;

/** The result of a program. */
export interface Ending {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The working directory and environment of a program. */
export interface Start {
  cwd?: string;
  env?: Record<string, string>;
}

/** Runs a program to its end. */
export function run(command: string, args: string[], { cwd = root, env = {} }: Start = {}): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const ending = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (ending.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (ending.stderr += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...ending }));
  });
}

/**
 * The command line of a program of the project, as in the scripts of package.json. Tests run a bundle of it, if the set-up has
 * made one.
 */
export function program(path: string, args: string[] = []): [command: string, args: string[]] {
  const bundle = join(process.env.TEST_PROGRAMS ?? '', path.replace(/\.ts$/, '.mjs'));
  if (process.env.TEST_PROGRAMS !== undefined && existsSync(bundle)) return [process.execPath, [bundle, ...args]];
  return [process.execPath, [...(path.endsWith('.ts') ? ['--import', tsx] : []), `${root}${path}`, ...args]];
}

/** Runs a program of the project to its end. */
export function runProgram(path: string, args: string[] = [], start: Start = {}): Promise<Ending> {
  return run(...program(path, args), start);
}

/** Runs a tool in node_modules to its end. */
export function runTool(tool: string, args: string[], start: Start = {}): Promise<Ending> {
  return run(`${root}node_modules/.bin/${tool}`, args, start);
}
