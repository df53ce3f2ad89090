import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { connectBrowser } from '../../../setup/browser.js';
import { openPage } from '../built-page.js';

const browser = await connectBrowser();
afterAll(() => browser.close());
const page = await openPage(browser);

test('the first Tab stop leads past the sidebar', async () => {
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
});

test.each([
  ['a key', (early: Page) => early.keyboard.press('Control+k')],
  ['a click', (early: Page) => early.getByRole('button', { name: /^Search/ }).click()],
  ['a press of a button that has the focus', (early: Page) => early.getByRole('button', { name: /^Search/ }).press('Enter')],
])('%s works before the second frame', async (_, act) => {
  const early = await openPage(browser, { ready: false, before: () => void (window.requestAnimationFrame = () => 0) });
  await act(early);
  await early.getByRole('dialog', { name: 'Search' }).waitFor({ timeout: 5000 });
  await early.context().close();
});

test('the Tab key reaches every control in turn, each shows it, and nothing else is reached', async () => {
  const controls = ':is(a[href], button:enabled, input:checked, summary, [tabindex="0"])';
  await page.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
    window.scrollTo(0, 0);
  });
  const expected = await page.locator(controls).evaluateAll((all) => {
    const shown = all.filter((one) => one.checkVisibility());
    shown.forEach((one, index) => one.setAttribute('data-stop', String(index)));
    return shown.length;
  });
  await page.locator('.skip-link').focus();
  for (let stop = 0; stop < expected; stop += 1) {
    const { reached, shows, html } = await page.evaluate(() => {
      const element = document.activeElement!;
      // The radio buttons are invisible here. Their labels show the focus.
      const { outlineStyle, outlineWidth } = getComputedStyle(element.closest('.tabs label') ?? element);
      return {
        reached: element.getAttribute('data-stop'),
        shows: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1,
        html: element.outerHTML.slice(0, 120),
      };
    });
    expect({ reached, shows }, html).toEqual({ reached: String(stop), shows: true });
    await page.keyboard.press('Tab');
  }
});

test('tables and code that do not scroll are no Tab stops', async () => {
  const idle = await page
    .locator('[tabindex="0"]')
    .evaluateAll((all) => all.filter((one) => one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight).length);
  expect(idle).toBe(0);
});

test('the arrow keys go through the languages, and all operations follow', async () => {
  const first = page.locator('.operation').first();
  const radios = first.getByRole('radio');
  const labels = await radios.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  await radios.first().focus();
  for (const label of labels.slice(1)) {
    await page.keyboard.press('ArrowRight');
    const chosen = await page
      .locator('.samples')
      .evaluateAll((all) => all.map((one) => one.querySelector<HTMLInputElement>('input:checked')!.value));
    expect([...new Set(chosen)]).toEqual([label]);
    expect(await first.locator('.sample .code:visible').count()).toBe(1);
  }
});

test('choosing a language leaves the reader in place', async () => {
  // Below the second operation, the page does not end: where it gets shorter there, nothing can stay in place.
  const second = page.locator('.operation').nth(1).getByRole('radio').first();
  await second.scrollIntoViewIfNeeded();
  const before = await second.boundingBox();
  await second.check();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect((await second.boundingBox())!.y).toBeCloseTo(before!.y, 0);
});

test('a copy button copies the program as it is, and says so, to screen readers too', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const code = page.locator('.operation').first().locator('.sample .code').first();
  await code.hover();
  await code.locator('.copy').click();
  await code.getByText('Copied').waitFor();
  expect(await page.getByRole('status').first().textContent()).toBe('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.locator('code').textContent());
});
