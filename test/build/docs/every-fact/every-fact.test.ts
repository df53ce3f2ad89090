import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeDescription } from '../../../../src/description/complete.js';
import { leftOut } from '../../../../src/build/docs/reference/left-out.js';
import { renderDocs } from '../../../../src/build/docs/render-docs.js';
import { connectBrowser } from '../../../setup/browser.js';
import { scriptsRun } from '../built-page.js';
import { marked31, marked32, type Marked } from './description.js';

/** The names of the fields that the docs omit, as listed in their README. */
const names = leftOut.flatMap(({ field }) => [...field.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
const browser = await connectBrowser();
const directory = await mkdtemp(join(tmpdir(), 'docs-test-'));
afterAll(() => Promise.all([browser.close(), rm(directory, { recursive: true, force: true })]));

describe.each<[version: string, make: () => Marked, fields: number]>([
  ['3.1', marked31, 320],
  ['3.2', marked32, 28],
])('of the fields of OpenAPI %s that hold text or a number', (version, make, fields) => {
  const { description, marks } = make();
  let markdown: string;
  let page: Page;
  beforeAll(async () => {
    const files = await renderDocs(completeDescription(description).description, undefined);
    markdown = Buffer.from(files.get('index.md')!).toString();
    const path = join(directory, `${version}.html`);
    await writeFile(path, files.get('index.html')!);
    page = await browser.newPage();
    await page.goto(pathToFileURL(path).href);
    await scriptsRun(page);
  });

  /** The fields whose mark is missing, except for those that are omitted on purpose. */
  function missing(isThere: (mark: string) => boolean): string[] {
    return marks.all
      .filter(({ field, mark }) => !names.includes(field.split(' ').at(-1)) && !isThere(mark))
      .map(({ field }) => field);
  }

  test('there are as many as the specification has', () => {
    expect(marks.all.length).toBeGreaterThanOrEqual(fields);
  });

  test('each is on the page', async () => {
    const text = await page.evaluate(() => {
      const addresses = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
      return [document.body.textContent, ...addresses].join(' ');
    });
    expect(missing((mark) => text.includes(mark))).toEqual([]);
  });

  test('each is in the Markdown', () => {
    expect(missing((mark) => markdown.includes(mark))).toEqual([]);
  });

  test('each is found by the search', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').waitFor();
    const found = await page.evaluate(
      (all) =>
        all.filter((mark) => {
          const input = document.querySelector<HTMLInputElement>('.search input')!;
          input.value = mark;
          input.dispatchEvent(new Event('input', { bubbles: true }));
          return document.querySelectorAll('.search .results li').length > 0;
        }),
      marks.all.map(({ mark }) => mark),
    );
    expect(missing((mark) => found.includes(mark))).toEqual([]);
  });
});
