import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { browserOptions } from '../setup/browser-options.js';
import { root, run } from '../support/command.js';
import { cacheOf, installIntoCache } from '../support/install-into-cache.js';
import type { RunTasks } from './matrix.js';
import { startPage } from './start-page.js';

/** The folder with the installed runtimes. */
const cache = cacheOf('runtimes');
const bin = (name: string): string => join(cache, 'node_modules', name);
const programs = join(cache, 'programs');

/** A runtime: its name in the table, and how it runs tasks. */
export interface Runtime {
  name: string;
  runTasks: RunTasks;
}

/** Installs the runtimes, and this package from the last build. */
export async function installRuntimes(): Promise<void> {
  await installIntoCache('runtimes');
  const installed = bin('@projectthanos/password-reset');
  await rm(installed, { recursive: true, force: true });
  await rm(programs, { recursive: true, force: true });
  await cp(join(root, 'test/runtimes/programs'), programs, { recursive: true });
  await cp(join(root, 'dist'), join(installed, 'dist'), { recursive: true });
  await cp(join(root, 'package.json'), join(installed, 'package.json'));
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers']) {
    await cp(join(root, 'node_modules', name), bin(name), { recursive: true });
  }
}

/** The installed programs of Node, by name and version. */
export async function nodePrograms(): Promise<Map<string, string>> {
  const versions = await installedVersions();
  const names = Object.keys(versions).filter((name) => name.startsWith('node-'));
  return new Map(names.map((name) => [`Node ${versions[name] ?? ''}`, bin(`${name}/bin/node`)]));
}

/** The runtimes, each with the version that is installed. */
export async function allRuntimes(): Promise<Runtime[]> {
  const versions = await installedVersions();
  const version = (name: string): string => versions[name] ?? '';
  return [
    ...[...(await nodePrograms())].map(([name, program]) => onCommandLine(name, program)),
    // The older version of each hangs or drops a GET body, so the client must refuse it there.
    ...['deno', 'deno-2.8'].map((name) =>
      onCommandLine(`Deno ${version(name)}`, bin(`${name}/deno`), ['run', '--allow-all', '--node-modules-dir=manual']),
    ),
    ...['bun', 'bun-1.3'].map((name) => onCommandLine(`Bun ${version(name)}`, bin(`${name}/bin/bun.exe`), ['run'])),
    workerd(`workerd (Miniflare ${version('miniflare')})`, ['workerd', 'worker', 'browser']),
    workerd(`workerd (Miniflare ${version('miniflare')}), condition \`node\``, ['workerd', 'worker', 'node']),
    inJsdom(`jsdom ${version('jsdom')}, \`baseUrl\` a path`),
    await inChromium(),
  ];
}

async function installedVersions(): Promise<Record<string, string>> {
  const { dependencies } = JSON.parse(await readFile(join(cache, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.fromEntries(Object.entries(dependencies).map(([name, version]) => [name, version.replace(/^.*@/, '')]));
}

function onCommandLine(name: string, command: string, args: string[] = []): Runtime {
  return {
    name,
    runTasks: async (tasks) =>
      results(await run(command, [...args, 'programs/process.js', JSON.stringify(tasks)], { cwd: cache })),
  };
}

function workerd(name: string, conditions: string[]): Runtime {
  return {
    name,
    runTasks: async (tasks) => {
      const worker = join(programs, `worker.${conditions.at(-1) ?? ''}.js`);
      await bundle('worker.js', { conditions, outfile: worker });
      const args = ['programs/start-worker.js', worker, JSON.stringify(tasks)];
      return results(await run(bin('node-22/bin/node'), args, { cwd: cache }));
    },
  };
}

function inJsdom(name: string): Runtime {
  return {
    name,
    runTasks: async (tasks) => {
      await bundle('jsdom.js', { conditions: ['browser'], outfile: join(programs, 'jsdom.bundle.js'), external: ['jsdom'] });
      return results(await run(process.execPath, ['programs/jsdom.bundle.js', JSON.stringify(tasks)], { cwd: cache }));
    },
  };
}

async function inChromium(): Promise<Runtime> {
  const browser = await chromium.launch(await browserOptions());
  const version = browser.version();
  await browser.close();
  return {
    name: `Chromium ${version}`,
    runTasks: async (tasks) => {
      const outfile = join(programs, 'page.bundle.js');
      await bundle('page.js', { conditions: ['browser'], outfile });
      const pages = await startPage(await readFile(outfile, 'utf8'));
      const running = await chromium.launch(await browserOptions());
      try {
        const page = await running.newPage();
        await page.goto(pages.url);
        return await page.evaluate(`runTasks(${JSON.stringify(tasks)})`);
      } finally {
        await running.close();
        pages.server.close();
      }
    },
  };
}

async function bundle(
  program: string,
  { conditions, outfile, external = [] }: { conditions: string[]; outfile: string; external?: string[] },
): Promise<void> {
  await build({
    entryPoints: [join(programs, program)],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    external: ['node:*', ...external],
    conditions,
    outfile,
    logLevel: 'error',
  });
}

function results({ stdout, stderr }: { stdout: string; stderr: string }): Awaited<ReturnType<RunTasks>> {
  try {
    return JSON.parse(stdout) as Awaited<ReturnType<RunTasks>>;
  } catch {
    throw new Error(`The program printed no results:\n${stdout}${stderr}`);
  }
}
