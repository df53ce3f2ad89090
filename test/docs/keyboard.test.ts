import type { Page } from 'playwright';
import { afterAll, expect, test } from 'vitest';
import { launchBrowser } from '../setup/browser.js';
import { openPage } from './built-page.js';

const browser = await launchBrowser();
afterAll(() => browser.close());
const page = await openPage(browser);

/** What has the focus: its text or label, and how it shows. */
function focused(on: Page): Promise<{ name: string; inOperation: boolean; shows: boolean }> {
  return on.evaluate(() => {
    const element = document.activeElement!;
    // A radio button has no look of its own here: its label shows the focus.
    const shown = element.matches('.samples input') ? (element.closest('label') ?? element) : element;
    const { outlineStyle, outlineWidth } = getComputedStyle(shown);
    return {
      name: element.getAttribute('aria-label') ?? element.getAttribute('value') ?? element.textContent.trim(),
      inOperation: element.closest('.operation') !== null,
      shows: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1,
    };
  });
}

test('the Tab key reaches every link, tab and copy button in turn, and each shows it', async () => {
  const reached: string[] = [];
  const hidden: string[] = [];
  const expected = await page
    .locator('.operation :is(.operation-link, .copy, .samples input:checked)')
    .evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute('aria-label') ?? one.getAttribute('value')!),
    );
  for (let presses = 0; presses < 120 && reached.length < expected.length; presses += 1) {
    await page.keyboard.press('Tab');
    const { name, inOperation, shows } = await focused(page);
    if (!shows) hidden.push(name);
    if (inOperation && expected.includes(name)) reached.push(name);
  }
  expect(reached).toEqual(expected);
  expect(hidden).toEqual([]);
});

test('the arrow keys go through the languages, and all operations follow', async () => {
  const first = page.locator('.operation').first();
  await first.getByRole('radio', { name: 'Curl' }).focus();
  for (const label of ['HTTPie', 'Python (requests)', 'Node.js', 'TypeScript']) {
    await page.keyboard.press('ArrowRight');
    expect(
      await page
        .locator('.samples')
        .evaluateAll((all) => all.map((one) => one.querySelector<HTMLInputElement>('input:checked')!.value)),
    ).toEqual([label, label, label]);
    expect(await first.locator('.sample .code:visible').count()).toBe(1);
  }
});

test('choosing a language leaves the reader where he is', async () => {
  const last = page.locator('.operation').last().getByRole('radio', { name: 'Curl' });
  await last.scrollIntoViewIfNeeded();
  const before = await last.boundingBox();
  await last.check();
  await page.waitForTimeout(200);
  expect((await last.boundingBox())!.y).toBeCloseTo(before!.y, 0);
});

test('a copy button copies the program as it is, and says so', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const code = page.locator('.operation').first().locator('.sample .code').first();
  await code.hover();
  await code.locator('.copy').click();
  await code.getByText('Copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.locator('code').textContent());
});

test('Enter opens the search, which finds an operation by a word of its text', async () => {
  await page.getByRole('button', { name: /^Search/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('new password');
  await page.getByRole('dialog').or(page.locator('body')).getByText('/api/organizations/complete-password/').last().waitFor();
  await page.keyboard.press('Escape');
});
