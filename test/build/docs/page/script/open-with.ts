import { build } from 'esbuild';
import type { Browser, Page, Route } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { root } from '../../../../support/command.js';

/** A page of the tests. */
export interface MadePage {
  /** The content of the page. Its scripts run after it. */
  html: string;
  /** The files of the scripts in `script/`. What they export is in the global variable `exported`. */
  scripts: string[];
  /** In pixels. Default: 1440. */
  width?: number;
  /** The end of the address, such as `#a`. */
  hash?: string;
  /** Responds to requests for anything but the page. */
  respond?: (route: Route) => Promise<void>;
  /** Runs in the page before its content. */
  before?: () => void;
}

/** The address of the page. */
export const address = 'http://page.test/';

/** Opens a page with single scripts of the docs in Chromium, until the end of the test. */
export async function openWith(
  browser: Browser,
  { html, scripts, width = 1440, hash = '', respond = (route) => route.abort(), before = () => undefined }: MadePage,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 1000 } });
  const page = await context.newPage();
  const mutants = mutantsHere();
  await page.addInitScript((state) => Object.assign(globalThis, state), mutants && { __stryker__: mutants });
  await page.addInitScript(before);
  const text = await bundled(scripts);
  await context.route('**', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: `<!DOCTYPE html><html lang="en"><body>${html}<script type="module">${text}</script></body></html>`,
        })
      : respond(route),
  );
  onTestFinished(async () => {
    if (mutants) noteCoverage(mutants, await page.evaluate(() => (globalThis as { __stryker__?: Mutants }).__stryker__));
    await context.close();
  });
  await page.goto(address + hash);
  return page;
}

async function bundled(scripts: string[]): Promise<string> {
  const imports = scripts.map((name) => `import * as ${name.replaceAll('-', '_')} from './${name}.js';`);
  const contents = [...imports, `globalThis.exported = { ...${scripts.at(-1)?.replaceAll('-', '_') ?? '{}'} };`].join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: `${root}src/build/docs/page/script` },
    bundle: true,
    write: false,
    format: 'esm',
    ignoreAnnotations: true,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** What Stryker keeps in a global variable: the mutant of this run, and by test which mutants were reached. */
interface Mutants {
  activeMutant?: string;
  currentTestId?: string;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

/** The state of Stryker in this process, for the page; `undefined` where no mutants are tried. */
function mutantsHere(): Mutants | undefined {
  const { activeMutant, currentTestId } = (globalThis as { __stryker__?: Mutants }).__stryker__ ?? {};
  if (activeMutant === undefined && currentTestId === undefined) return undefined;
  return { ...(activeMutant !== undefined && { activeMutant }), ...(currentTestId !== undefined && { currentTestId }) };
}

/** Tells Stryker in this process which mutants the test has reached in the page. */
function noteCoverage({ currentTestId }: Mutants, inPage: Mutants | undefined): void {
  const here = (globalThis as { __stryker__?: Mutants }).__stryker__;
  if (!here || currentTestId === undefined) return;
  here.mutantCoverage ??= { static: {}, perTest: {} };
  const known = (here.mutantCoverage.perTest[currentTestId] ??= {});
  for (const [mutant, count] of Object.entries(inPage?.mutantCoverage?.perTest[currentTestId] ?? {})) {
    known[mutant] = (known[mutant] ?? 0) + count;
  }
}
