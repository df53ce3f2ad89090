import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { tool } from '../setup/tools.js';
import { root, run, type Ending } from '../support/command.js';

interface Runner {
  ending: string;
  command: () => string | Promise<string>;
  /** A program that the sample calls by its name. */
  program?: () => Promise<string>;
  /** Turns what the reader wrote into what the command takes. */
  compile?: (source: string) => Promise<string>;
}

/** What runs the samples of a tab, by its label. */
const runners: Record<string, Runner> = {
  Curl: { ending: 'sh', command: () => 'sh', program: () => tool('curl') },
  HTTPie: { ending: 'sh', command: () => 'sh', program: () => tool('http') },
  'Python (requests)': { ending: 'py', command: () => tool('python3') },
  'Node.js': { ending: 'mjs', command: () => process.execPath },
  TypeScript: { ending: 'mjs', command: () => process.execPath, compile: bundleWithClient },
};

/** Points a sample at another server, as a reader would, and nothing else. */
export function pointAt(source: string, from: string, to: string): string {
  if (!source.includes(from)) throw new Error(`The sample does not name the server ${from}:\n${source}`);
  return source.replaceAll(from, to).replace("'node:https'", "'node:http'");
}

/** Saves a sample to a file and runs it with the real program. */
export async function runSample(label: string, source: string): Promise<Ending> {
  const runner = runners[label];
  if (!runner) throw new Error(`Nothing runs the samples of "${label}".`);
  const directory = await mkdtemp(join(tmpdir(), 'sample-'));
  try {
    const file = join(directory, `sample.${runner.ending}`);
    await writeFile(file, (await runner.compile?.(source)) ?? source);
    // A local server is no matter for a proxy, and the user's own settings of a tool are none for the sample.
    const settings = { NO_PROXY: '*', no_proxy: '*', HOME: directory, HTTPIE_CONFIG_DIR: directory };
    const programs = runner.program ? { PATH: `${join(await runner.program(), '..')}:${process.env.PATH ?? ''}` } : {};
    return await run(await runner.command(), [file], { cwd: directory, env: { ...settings, ...programs } });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** As bundlers do it: the package goes by its name, before it is packed. */
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
