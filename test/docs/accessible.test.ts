import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, describe, expect, test } from 'vitest';
import { connectBrowser } from '../setup/browser.js';
import { openPage } from './built-page.js';

const browser = await connectBrowser();
afterAll(() => browser.close());

// No colour depends on the width: the narrow page is looked at in one theme.
const variants = [
  { width: 1440, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
] as const;

/**
 * Runs axe-core.
 *
 * @param part Where it looks, as a selector. Default: the whole page.
 * @returns Each violation with the elements that it is about.
 */
async function violations(page: Page, part?: string): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(
    // To describe each element that passes would take most of the time.
    (selector) => (globalThis as unknown as { axe: typeof axe }).axe.run(selector ?? document, { resultTypes: ['violations'] }),
    part,
  );
  return found.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} (${impact}): ${html.slice(0, 160)} ${failureSummary?.replace(/\s+/g, ' ')}`),
  );
}

describe.each(variants)('at $width pixels, $colorScheme', async ({ width, colorScheme }) => {
  const page = await openPage(browser, { width, colorScheme });

  test('nothing is wider than the window', async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  test('axe-core finds nothing', async () => {
    expect(await violations(page)).toEqual([]);
  });
});

test.each(['light', 'dark'] as const)('axe-core finds nothing while the search is open, %s', async (colorScheme) => {
  const page = await openPage(browser, { colorScheme });
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('password');
  await page.getByRole('dialog').getByRole('link').first().waitFor();
  expect(await violations(page, 'dialog')).toEqual([]);
});

test('axe-core finds nothing while the menu of a phone is open', async () => {
  const page = await openPage(browser, { width: 390 });
  await page.getByRole('button', { name: 'Menu' }).click();
  expect(await violations(page, '.sidebar')).toEqual([]);
});

test('axe-core finds nothing where the page says that no mock responds', async () => {
  const page = await openPage(browser);
  await page.route(/^http:/, (route) => route.abort());
  await page.locator('.send:enabled').first().press('Enter');
  await page.locator('.mock-response').waitFor();
  expect(await violations(page, '.mock-response')).toEqual([]);
});

test('the headings are in order: each is at most one level below the one before it', async () => {
  const page = await openPage(browser);
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
