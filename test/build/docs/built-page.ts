import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Description } from '../../../src/description/types.js';
import { root } from '../../support/command.js';

/** The folder that `npm run build` has written for a static host. */
export const folder: string = `${root}dist/docs/`;

export interface PageOptions {
  /** In pixels. Default: 1440. */
  width?: number;
  colorScheme?: BrowserContextOptions['colorScheme'];
  reducedMotion?: BrowserContextOptions['reducedMotion'];
  forcedColors?: BrowserContextOptions['forcedColors'];
  /** Whether scripts run. Default: true. */
  scripts?: boolean;
  /** Whether to wait until the scripts have run. Default: true. */
  ready?: boolean;
  /** The end of the URL, including `#`. */
  hash?: string;
  /** A script that runs in the page before its own scripts. */
  before?: () => void;
}

/** Opens the built page from the disk. */
export async function openPage(browser: Browser, options: PageOptions = {}): Promise<Page> {
  const { width = 1440, scripts = true, ready = scripts, hash = '', colorScheme = 'light', before } = options;
  const { reducedMotion = 'no-preference', forcedColors = 'none' } = options;
  const context = await browser.newContext({
    viewport: { width, height: 1000 },
    javaScriptEnabled: scripts,
    colorScheme,
    reducedMotion,
    forcedColors,
  });
  const page = await context.newPage();
  if (before) await page.addInitScript(before);
  await page.goto(`${pathToFileURL(`${folder}index.html`).href}${hash}`);
  if (ready) await scriptsRun(page);
  return page;
}

/** Waits for the scripts of a page, which run after its first frame. */
export async function scriptsRun(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** The description that the page is built from: the generated bundle with its code samples. */
export async function builtDescription(): Promise<Description> {
  return JSON.parse(await readFile(`${root}generated/openapi.json`, 'utf8')) as Description;
}

/** Decodes rendered files. */
export function asTexts(files: Map<string, Uint8Array>): Map<string, string> {
  return new Map([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}
