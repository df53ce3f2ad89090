import { rmSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { tool } from '../../setup/tools.js';
import { root, run, type Ending } from '../../support/command.js';
import { PythonPrograms } from './python-programs.js';

/** Runs a sample that was saved to a file, in its folder. */
type Runner = (file: string) => Promise<Ending>;

interface Language {
  /** The file extension. */
  ending: string;
  run: Runner;
  /** Converts the sample to the form that the program runs. */
  compile?: (source: string) => Promise<string>;
}

// Local servers need no proxy, and the user's settings of a tool must not affect the sample.
const home = await mkdtemp(join(tmpdir(), 'sample-home-'));
process.once('exit', () => rmSync(home, { recursive: true, force: true }));
// Otherwise, HTTPie starts another process that looks for updates on the internet.
await writeFile(join(home, 'config.json'), JSON.stringify({ disable_update_warnings: true }));
const settings = { NO_PROXY: '*', no_proxy: '*', HOME: home, HTTPIE_CONFIG_DIR: home };

/** The runner of the samples of a tab, by its label. */
const languages: Record<string, Language> = {
  Curl: { ending: 'sh', run: async (file) => runHere('sh', [file], dirname(await tool('curl'))) },
  HTTPie: { ending: 'sh', run: runHttpie },
  'Python (requests)': { ending: 'py', run: runPython },
  'Node.js': { ending: 'mjs', run: runNode },
  TypeScript: { ending: 'mjs', run: runNode, compile: bundleWithClient },
};

/** Changes only the server of a sample, as a reader would. */
export function pointAt(source: string, from: string, to: string): string {
  if (!source.includes(from)) throw new Error(`The sample does not name the server ${from}:\n${source}`);
  return source.replaceAll(from, to).replace("'node:https'", "'node:http'");
}

/**
 * Saves a sample to a file and runs it with the real program.
 *
 * @param files The files beside the sample, by name.
 */
export async function runSample(label: string, source: string, files: Record<string, string> = {}): Promise<Ending> {
  const language = languages[label];
  if (!language) throw new Error(`Nothing runs the samples of "${label}".`);
  const directory = await mkdtemp(join(home, 'sample-'));
  const file = join(directory, `sample.${language.ending}`);
  for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content);
  const here = label === 'Node.js' || label === 'TypeScript' ? withPlaces(source, directory, Object.keys(files)) : source;
  await writeFile(file, (await language.compile?.(here)) ?? here);
  return language.run(file);
}

/** A worker shares the working directory of its process. */
function withPlaces(source: string, directory: string, files: string[]): string {
  return files.reduce((text, name) => text.replaceAll(`readFile('${name}')`, `readFile('${join(directory, name)}')`), source);
}

/** Runs a command in the folder of its first argument, with a folder at the start of the PATH. */
function runHere(command: string, args: [file: string], folder?: string): Promise<Ending> {
  const path = [...(folder ? [folder] : []), process.env.PATH ?? ''].join(delimiter);
  return run(command, args, { cwd: dirname(args[0]), env: { ...settings, PATH: path } });
}

/** Runs a program in a worker thread, since the start of a process would take most of the time. */
async function runNode(file: string): Promise<Ending> {
  const worker = new Worker(file, { execArgv: [], env: { ...process.env, ...settings }, stdout: true, stderr: true });
  const failure = new Promise<string>((resolve) => {
    worker.once('error', (error) => resolve(`${inspect(error)}\n`));
    worker.once('exit', () => resolve(''));
  });
  const code = new Promise<number>((resolve) => worker.once('exit', resolve));
  const [stdout, stderr] = await Promise.all([text(worker.stdout), text(worker.stderr)]);
  return { code: await code, stdout, stderr: stderr + (await failure) };
}

let python: PythonPrograms | undefined;

async function runPython(file: string): Promise<Ending> {
  python ??= new PythonPrograms(await tool('python3'), ['requests'], { ...process.env, ...settings });
  return python.run(file, [], dirname(file));
}

let httpie: PythonPrograms | undefined;

/**
 * The shell parses the sample and prints the command that it would run. HTTPie is a Python program and gets exactly these
 * arguments.
 */
async function runHttpie(file: string): Promise<Ending> {
  const program = await tool('http');
  const [, interpreter] = /^#!\s*(\S*python\S*)/.exec(await readFile(program, 'utf8')) ?? [];
  if (!interpreter) throw new Error(`${program} is not a script for Python: install HTTPie with pip or a package manager.`);
  httpie ??= new PythonPrograms(interpreter, ['httpie.core'], { ...process.env, ...settings });
  const shell = await run('sh', ['-c', `http() { printf '%s\\0' "$@"; }; . "$0"`, file]);
  if (shell.code !== 0) return shell;
  return httpie.run(program, shell.stdout.split('\0').slice(0, -1), dirname(file));
}

/** Like a bundler, resolves the package by its name before it is packed. */
async function bundleWithClient(source: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, loader: 'ts', resolveDir: root },
    alias: { '@projectthanos/password-reset': `${root}src/client/index.ts` },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}
