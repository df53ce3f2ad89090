import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import type { Description } from '../../src/description/types.js';
import { root } from '../support/command.js';

/** The folder that `npm run build` has made for a static host. */
export const folder: string = `${root}dist/docs/`;

export interface PageOptions {
  /** In pixels; 1440 unless told. */
  width?: number;
  colorScheme?: BrowserContextOptions['colorScheme'];
  reducedMotion?: BrowserContextOptions['reducedMotion'];
  /** Whether scripts run; they do unless told. */
  scripts?: boolean;
  /** What the address ends in, `#` included. */
  hash?: string;
  /** Runs in the page before its own scripts. */
  before?: () => void;
  /** Whether to wait until Redoc has taken the page over; only where scripts run. */
  awaitRedoc?: boolean;
}

/** Opens the built page from the disk; where scripts run, once Redoc has taken it over. */
export async function openPage(browser: Browser, options: PageOptions = {}): Promise<Page> {
  const {
    width = 1440,
    scripts = true,
    hash = '',
    colorScheme = 'light',
    reducedMotion = 'no-preference',
    before,
    awaitRedoc = scripts,
  } = options;
  const context = await browser.newContext({
    viewport: { width, height: 1000 },
    javaScriptEnabled: scripts,
    colorScheme,
    reducedMotion,
  });
  const page = await context.newPage();
  if (before) await page.addInitScript(before);
  await page.goto(`${pathToFileURL(`${folder}index.html`).href}${hash}`);
  if (awaitRedoc) await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  return page;
}

/** The description that the page is built from: the generated bundle with its code samples. */
export async function builtDescription(): Promise<Description> {
  return JSON.parse(await readFile(`${root}generated/openapi.json`, 'utf8')) as Description;
}
