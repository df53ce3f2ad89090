import { spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The project's directory, with a slash at the end. */
export const root: string = fileURLToPath(new URL('../../', import.meta.url));

// By its place, because a name is looked up from the directory that a program is started in.
const tsx = pathToFileURL(`${root}node_modules/tsx/dist/esm/index.mjs`).href;

/** How a program ended. */
export interface Ending {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** How a program is started. */
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

/** The command line of a program of the project, as the scripts of package.json start it. */
export function program(path: string, args: string[] = []): [command: string, args: string[]] {
  return [process.execPath, [...(path.endsWith('.ts') ? ['--import', tsx] : []), `${root}${path}`, ...args]];
}

/** Runs a program of the project to its end. */
export function runProgram(path: string, args: string[] = [], start: Start = {}): Promise<Ending> {
  return run(...program(path, args), start);
}

/** Runs a tool that npm installed to its end. */
export function runTool(tool: string, args: string[], start: Start = {}): Promise<Ending> {
  return run(`${root}node_modules/.bin/${tool}`, args, start);
}
