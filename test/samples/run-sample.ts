import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tool } from '../setup/tools.js';
import { root, run, type Ending } from '../support/command.js';

/** What runs the samples of a tab, by its label, and the ending of the file that it takes. */
const runners: Record<string, { ending: string; command: () => string | Promise<string>; program?: () => Promise<string> }> = {
  Curl: { ending: 'sh', command: () => 'sh', program: () => tool('curl') },
  HTTPie: { ending: 'sh', command: () => 'sh', program: () => tool('http') },
  'Python (requests)': { ending: 'py', command: () => tool('python3') },
  'Node.js': { ending: 'mjs', command: () => process.execPath },
  TypeScript: { ending: 'ts', command: () => `${root}node_modules/.bin/jiti` },
};

/** The labels of the tabs whose samples run as they are. */
export const runnable: string[] = Object.keys(runners);

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
    await writeFile(file, source);
    // A local server is no matter for a proxy, and the user's own settings of a tool are none for the sample.
    const settings = { NO_PROXY: '*', no_proxy: '*', HOME: directory, HTTPIE_CONFIG_DIR: directory };
    // The package by its name, before it is packed.
    const client = { JITI_ALIAS: JSON.stringify({ '@projectthanos/password-reset': `${root}src/client/index.ts` }) };
    const programs = runner.program ? { PATH: `${join(await runner.program(), '..')}:${process.env.PATH ?? ''}` } : {};
    return await run(await runner.command(), [file], { cwd: directory, env: { ...settings, ...client, ...programs } });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
