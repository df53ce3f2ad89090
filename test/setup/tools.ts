import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const run = promisify(execFile);

/** A program that the tests need besides npm packages, and where it comes from. */
interface Requirement {
  /** The places to look, in order: names on the PATH or absolute paths. */
  candidates: () => string[];
  /** Further places, if no candidate is found and none can be installed. These programs work, too, but are slower. */
  substitutes?: () => string[];
  /** Arguments that succeed only if the candidate is suitable. */
  proof: string[];
  /** The Debian packages that contain it. */
  packages: string[];
  /** A way to install it without Debian packages. */
  download?: () => Promise<unknown>;
}

/** The name of a program that the tests run. */
export type Tool = 'chromium' | 'curl' | 'http' | 'python3';

const requirements: Record<Tool, Requirement> = {
  chromium: {
    // The same browser without desktop windows. A page needs much less CPU time.
    candidates: () => ['chromium-headless-shell'],
    substitutes: () => [chromium.executablePath(), 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    proof: ['--version'],
    packages: ['chromium-headless-shell'],
    download: () => run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], { timeout: 300_000 }),
  },
  curl: { candidates: () => ['curl'], proof: ['--version'], packages: ['curl', 'ca-certificates'] },
  http: { candidates: () => ['http'], proof: ['--version'], packages: ['httpie'] },
  // Several Pythons may be installed, each with its own modules. So each candidate must import the module.
  python3: {
    candidates: () => ['python3', '/usr/bin/python3'],
    proof: ['-c', 'import requests'],
    packages: ['python3', 'python3-requests'],
  },
};

/**
 * Finds a program that the tests run.
 *
 * @returns The absolute path of the program.
 * @throws Error with the Debian packages to install, if it is missing on this machine.
 */
export async function tool(name: Tool): Promise<string> {
  // Cached, because testing a candidate takes as long as a small sample.
  const path = await (found[name] ??= find(everyPlace(requirements[name]), requirements[name].proof));
  if (!path) throw new Error(missing([name]));
  return path;
}

const found: Partial<Record<Tool, Promise<string | undefined>>> = {};

/**
 * Installs missing programs: Debian packages if the user is root, else the browser download of Playwright.
 *
 * @throws Error with a sentence that says what to install by hand.
 */
export async function installTools(): Promise<void> {
  const wanted = await lackingTools(({ candidates }) => candidates());
  if (wanted.length === 0) return;
  if (process.getuid?.() === 0) await installPackages(wanted);
  for (const name of await lackingTools(everyPlace)) {
    const { download } = requirements[name];
    if (!download) continue;
    console.log(`Downloading ${name} for the tests.`);
    // Whether it worked is checked below.
    await download().catch(() => undefined);
  }
  const lacking = await lackingTools(everyPlace);
  if (lacking.length > 0) throw new Error(missing(lacking));
}

async function installPackages(names: Tool[]): Promise<void> {
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 300_000,
    maxBuffer: 64 * 1024 * 1024,
  };
  const install = ['install', '-q', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'];
  if (names.length > 0) await run('apt-get', ['update', '-q'], options).catch(() => undefined);
  for (const name of names) {
    const { packages } = requirements[name];
    console.log(`Installing ${packages.join(', ')} for the tests.`);
    // Another distribution may lack the package. Then a substitute or the download is used.
    await run('apt-get', [...install, ...packages], options).catch(() => undefined);
  }
}

async function lackingTools(places: (requirement: Requirement) => string[]): Promise<Tool[]> {
  const names = Object.keys(requirements) as Tool[];
  const paths = await Promise.all(names.map((name) => find(places(requirements[name]), requirements[name].proof)));
  return names.filter((_, index) => !paths[index]);
}

const everyPlace = ({ candidates, substitutes }: Requirement): string[] => [...candidates(), ...(substitutes?.() ?? [])];

async function find(places: string[], proof: string[]): Promise<string | undefined> {
  const directories = (process.env.PATH ?? '').split(delimiter);
  for (const path of places.flatMap((one) =>
    one.includes('/') ? [one] : directories.map((directory) => join(directory, one)),
  )) {
    try {
      await access(path, constants.X_OK);
      await run(path, proof, { timeout: 60_000 });
      return path;
    } catch {
      // Missing or not suitable: try the next place.
    }
  }
  return undefined;
}

function missing(names: Tool[]): string {
  const packages = names.flatMap((name) => requirements[name].packages).join(' ');
  return `The tests need ${names.join(', ')}: install them, on Debian with "apt-get install ${packages}" as root, and run the tests again.`;
}
