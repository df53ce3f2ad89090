import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectBrowser } from '../../../setup/browser.js';
import { openPage, type PageOptions } from '../built-page.js';

const browser = await connectBrowser();
afterAll(() => browser.close());

/**
 * Runs axe-core.
 *
 * @param part The selector of the part to check. Default: the whole page.
 * @returns Each violation with its elements.
 */
async function violations(page: Page, part?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(
    // Describing each passing element would take most of the time.
    (selector) => (globalThis as unknown as { axe: typeof axe }).axe.run(selector ?? document, { resultTypes: ['violations'] }),
    part,
  );
  return found.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} (${impact}): ${html.slice(0, 160)} ${failureSummary?.replace(/\s+/g, ' ')}`),
  );
}

/** Each page, and the part that is opened last. The narrow page is tested in one theme, since no colour depends on the width. */
const pages: Array<{ options: PageOptions; part: string; selector: string; open: (page: Page) => Promise<void> }> = [
  { options: { width: 1440, colorScheme: 'light' }, part: 'the search', selector: 'dialog', open: search },
  { options: { width: 1440, colorScheme: 'dark' }, part: 'the search', selector: 'dialog', open: search },
  {
    options: { width: 390, colorScheme: 'light' },
    part: 'the menu of a phone',
    selector: '.sidebar',
    open: (page) => page.getByRole('button', { name: 'Menu' }).click(),
  },
];

async function search(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('password');
  await page.getByRole('dialog').getByRole('link').first().waitFor();
}

describe.each(pages)('at $options.width pixels, $options.colorScheme', ({ options, part, selector, open }) => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage(browser, options);
  });

  test('nothing is wider than the window', async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(options.width);
  });

  test('axe-core finds nothing', async () => {
    expect(await violations(page)).toEqual([]);
  });

  test(`axe-core finds nothing in ${part}`, async () => {
    await open(page);
    expect(await violations(page, selector)).toEqual([]);
  });
});

describe('where no mock responds', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage(browser);
    await page.route(/^http:/, (route) => route.abort());
  });

  test('axe-core finds nothing in what the page says', async () => {
    await page.locator('.send:enabled').first().press('Enter');
    await page.locator('.mock-response').waitFor();
    expect(await violations(page, '.mock-response')).toEqual([]);
  });

  test('the headings are in order: each is at most one level below the one before it', async () => {
    const levels = await page.evaluate(() =>
      [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
        .filter((one) => one.checkVisibility())
        .map((one) => Number(one.tagName[1])),
    );
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index] ?? 0) + 1);
    });
  });
});
