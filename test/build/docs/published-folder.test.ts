import { afterAll, expect, test } from 'vitest';
import { documentedOperations } from '../../../src/description/operations.js';
import { connectBrowser } from '../../setup/browser.js';
import { generatedTable } from '../../support/readmes.js';
import { builtDescription, openPage } from './built-page.js';

const description = await builtDescription();
const operations = documentedOperations(description);
const browser = await connectBrowser();
afterAll(() => browser.close());

test('the generated table lists the link to each operation', async () => {
  const links = await generatedTable('links to the operations');
  for (const { operationId } of operations) expect(links).toContain(`#operation/${operationId}`);
});

test('the page says what it is: language, title, description, icon', async () => {
  const page = await openPage(browser, { scripts: false });
  const { info } = description;
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.title()).toBe(info.title);
  expect(await page.locator('meta[name=description]').getAttribute('content')).toBe(info.summary);
  const icon = decodeURIComponent((await page.locator('link[rel=icon]').getAttribute('href'))!);
  expect(icon).toMatch(/^data:image\/svg\+xml,<svg /);
  expect(icon).toContain(`>${info.title[0]}</text>`);
});

test('with reduced motion nothing moves', async () => {
  const page = await openPage(browser, { reducedMotion: 'reduce' });
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((one) => {
        const { transitionDuration, transitionProperty, animationName } = getComputedStyle(one);
        return animationName !== 'none' || (transitionProperty !== 'none' && parseFloat(transitionDuration) > 0);
      })
      .map((one) => one.outerHTML.slice(0, 100)),
  );
  expect(moving).toEqual([]);
});

test.each([1440, 390])('at %i pixels the browser notices no shift of the layout', async (width) => {
  const page = await openPage(browser, { width });
  const shifts = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({ type: 'layout-shift', buffered: true });
        // An observer is not called if there is nothing to report, so wait for two frames.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
      }),
  );
  expect(shifts).toBe(0);
});
