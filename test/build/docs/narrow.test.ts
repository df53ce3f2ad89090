import { afterAll, describe, expect, test } from 'vitest';
import { documentedOperations } from '../../../src/description/operations.js';
import { connectBrowser } from '../../setup/browser.js';
import { builtDescription, openPage } from './built-page.js';

const [, operation] = documentedOperations(await builtDescription());
const { operationId, summary } = operation!;
const browser = await connectBrowser();
afterAll(() => browser.close());

const phone = await openPage(browser, { width: 390 });
const menu = phone.getByRole('navigation', { name: 'Contents' });
const button = phone.getByRole('button', { name: 'Menu' });

test('the menu of a phone opens, leads to an operation and closes', async () => {
  await button.click();
  await menu.getByRole('link', { name: new RegExp(`^${summary}`) }).click();
  await menu.waitFor({ state: 'hidden' });
  const top = (): Promise<number> =>
    phone.locator(`[id="operation/${operationId}"]`).evaluate((one) => one.getBoundingClientRect().top);
  const bar = (await phone.locator('.bar').boundingBox())!.height;
  await expect.poll(async () => Math.abs((await top()) - bar)).toBeLessThan(20);
});

test('Escape closes the menu and gives the focus back', async () => {
  await button.click();
  await menu.waitFor();
  await phone.keyboard.press('Escape');
  await menu.waitFor({ state: 'hidden' });
  expect(await phone.evaluate(() => document.activeElement?.textContent)).toBe('Menu');
});

test('the bar has the brand and covers no text that a link leads to', async () => {
  expect(await phone.locator('.bar .brand').isVisible()).toBe(true);
  for (const anchor of ['section/authentication', `operation/${operationId}`]) {
    await phone.evaluate((id) => (location.hash = id), anchor);
    const heading = phone.locator(`[id="${anchor}"] :is(h2, h3)`).first();
    const bar = (await phone.locator('.bar').boundingBox())!;
    expect((await heading.boundingBox())!.y).toBeGreaterThanOrEqual(bar.y + bar.height);
  }
});

test('a phone shows no key that it does not have', async () => {
  await button.click();
  expect(await phone.locator('kbd:visible').count()).toBe(0);
  await phone.keyboard.press('Escape');
});

test('on a phone the request stands between its parameters and the response codes', async () => {
  const section = phone.locator(`[id="operation/${operationId}"]`);
  const y = async (selector: string): Promise<number> => (await section.locator(selector).first().boundingBox())!.y;
  const request = await y('.operation-panel pre');
  expect(request).toBeGreaterThan(await y('.request-parameters'));
  expect(request).toBeLessThan(await y('.response-codes'));
});

describe.each([1024, 768, 390])('at %i pixels', async (width) => {
  const page = await openPage(browser, { width });

  test('the tabs of the languages are in one row', async () => {
    const tops = await page
      .locator('.tabs')
      .first()
      .locator('label')
      .evaluateAll((all) => [...new Set(all.map((one) => Math.round(one.getBoundingClientRect().top)))]);
    expect(tops).toHaveLength(1);
  });

  test('no value of a mock example is broken over lines', async () => {
    const broken = await page
      .locator('.mock-examples :is(.word, td:nth-child(3) code)')
      .evaluateAll((all) => all.filter((one) => one.getClientRects().length > 1).map((one) => one.textContent));
    expect(broken).toEqual([]);
  });
});

test('without scripts the contents stand at the top of the page of a phone, each link leads to its section', async () => {
  const page = await openPage(browser, { width: 390, scripts: false });
  const links = page.getByRole('navigation', { name: 'Contents' }).getByRole('link');
  expect(await links.first().isVisible()).toBe(true);
  const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')!).filter((href) => href !== '#'));
  expect(addresses).toContain(`#operation/${operationId}`);
  for (const address of addresses) expect(await page.locator(`[id="${address.slice(1)}"]`).count(), address).toBe(1);
  expect(await page.getByRole('button').count()).toBe(0);
});

test('without scripts a language can be chosen', async () => {
  const page = await openPage(browser, { scripts: false });
  const last = page.locator('.operation').last();
  await last.getByRole('radio', { name: 'HTTPie' }).check();
  expect(await last.locator('.sample:visible code').allTextContents()).toEqual([expect.stringContaining('http --')]);
});
