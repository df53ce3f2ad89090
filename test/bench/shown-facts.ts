import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { completeDescription } from '../../src/description/complete.js';
import { renderDocs } from '../../src/build/docs/render-docs.js';
import { marked31, marked32, type Marked } from '../build/docs/every-fact/description.js';
import { runTool } from '../support/command.js';
import type { Row } from './row.js';

/** Counts the fields of OpenAPI 3.1 and 3.2 with text or a number that are visible on our page and on that of Redoc. */
export async function shownFacts(browser: Browser, directory: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [version, { description, marks }] of [
    ['3.1', marked31()],
    ['3.2', marked32()],
  ] as Array<[string, Marked]>) {
    const [page, markdown] = await ours(directory, description);
    const stock = await redocs(directory, description);
    const count = (text: string): number => marks.all.filter(({ mark }) => text.includes(mark)).length;
    const of = `of ${marks.all.length}`;
    const shown = count(await allText(browser, page));
    rows.push(
      {
        name: `fields of ${version} on the page`,
        value: `${shown} ${of}`,
        limit: '>= 0.95',
        met: shown / marks.all.length >= 0.95,
      },
      { name: `fields of ${version} in index.md`, value: `${count(markdown)} ${of}` },
      {
        name: `fields of ${version} on Redoc's page`,
        value: stock ? `${count(await allText(browser, stock))} ${of}` : 'no page',
      },
    );
  }
  return rows;
}

async function ours(directory: string, description: Marked['description']): Promise<[page: string, markdown: string]> {
  const files = await renderDocs(completeDescription(description).description, undefined);
  const path = join(directory, 'facts.html');
  await writeFile(path, files.get('index.html') ?? '');
  return [path, Buffer.from(files.get('index.md') ?? '').toString()];
}

/** @returns `undefined` if Redoc cannot build a page from the description. */
async function redocs(directory: string, description: Marked['description']): Promise<string | undefined> {
  await writeFile(join(directory, 'facts.json'), JSON.stringify(description));
  const path = join(directory, 'facts-redoc.html');
  const args = ['build-docs', 'facts.json', '--inlineBundle', '-o', path];
  const { code } = await runTool('redocly', args, { cwd: directory });
  return code === 0 && (await readFile(path, 'utf8').catch(() => '')) !== '' ? path : undefined;
}

/** All text of a page, including link URLs, after opening all closed parts and choosing all options. */
async function allText(browser: Browser, path: string): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  await page.route(/^https?:/, (route) => route.abort());
  await page.goto(pathToFileURL(path).href);
  await page.waitForTimeout(3000);
  const texts = [await textOf(page)];
  for (let round = 0; round < 6; round += 1) {
    const opened = await page.evaluate(() => {
      const all = [
        ...document.querySelectorAll<HTMLElement>(
          '[aria-expanded="false"], details:not([open]) > summary, button, [role=button]',
        ),
      ];
      const closed = all.filter((one) => {
        const isOpener =
          one.matches('[aria-expanded="false"], summary') || /show|expand/i.test(`${one.textContent} ${one.ariaLabel}`);
        return isOpener && one.dataset.opened === undefined && !/copy|search|menu/i.test(one.className);
      });
      for (const one of closed) {
        one.dataset.opened = '';
        one.click();
      }
      return closed.length;
    });
    await page.waitForTimeout(500);
    texts.push(await textOf(page));
    if (opened === 0) break;
  }
  const choices = '[role=tab], [role=option], [role=radio], [data-tabs] button, .react-tabs__tab';
  for (let index = 0; index < Math.min(await page.locator(choices).count(), 200); index += 1) {
    await page.evaluate(([css, at]) => document.querySelectorAll<HTMLElement>(css)[at]?.click(), [choices, index] as const);
    await page.waitForTimeout(30);
    texts.push(await textOf(page));
  }
  await page.close();
  return texts.join('\n');
}

function textOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    // A script of the page contains the description itself.
    for (const hidden of copy.querySelectorAll('script, style, template')) hidden.remove();
    const addresses = [...copy.querySelectorAll('a, option, input')].map(
      (one) => one.getAttribute('href') ?? one.getAttribute('value'),
    );
    return [copy.textContent, ...addresses].join(' ');
  });
}
