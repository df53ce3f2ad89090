import type { Locator } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { documentedOperations } from '../../../../src/description/operations.js';
import { connectBrowser } from '../../../setup/browser.js';
import { builtDescription, openPage } from '../built-page.js';

const operations = documentedOperations(await builtDescription());
const { operationId, summary } = operations[1]!;
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

interface Edges {
  left: number;
  right: number;
  top: number;
}

function edges(locator: Locator): Promise<Edges> {
  return locator.evaluate((one) => {
    const { left, right, top } = one.getBoundingClientRect();
    return { left, right, top };
  });
}

test('on a phone the text below the panel does not touch it', async () => {
  const panel = (await phone.locator('.operation-panel').first().boundingBox())!;
  const text = (await phone.locator('.operation-rest > *').first().boundingBox())!;
  expect(text.y - (panel.y + panel.height)).toBeGreaterThanOrEqual(16);
});

test.each([1440, 1024])('at %i pixels a name of the sidebar keeps its method beside it', async (width) => {
  const page = await openPage(browser, { width });
  for (const link of await page.locator('.sidebar .operations a').all()) {
    const { top } = await edges(link);
    expect((await edges(link.locator('.method'))).top - top).toBeLessThan(20);
  }
});

test('magnified four times nothing is wider than the window, and nothing is cut off', async () => {
  // A window of 1280 pixels with a zoom of 400 % has the layout of a window of 320 pixels.
  const page = await openPage(browser, { width: 320 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const cut = await page
    .locator(':is(.bar .brand, main :is(.table, pre)):visible')
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
  expect(cut).toEqual([]);
});

test.each([1440, 1024, 390])('at %i pixels mock examples take less than a quarter of an operation', async (width) => {
  const page = await openPage(browser, { width });
  const shares = await page.locator('.operation').evaluateAll((all) =>
    all.map((operation) => {
      const examples = operation.querySelector('.mock-examples')!;
      const from = examples.previousElementSibling!.getBoundingClientRect().top;
      return (examples.getBoundingClientRect().bottom - from) / operation.getBoundingClientRect().height;
    }),
  );
  expect(shares).toHaveLength(operations.length);
  for (const share of shares) expect(share).toBeLessThan(0.25);
});

describe.each([1024, 768, 390])('at %i pixels', async (width) => {
  const page = await openPage(browser, { width });

  test('the tabs of the languages are all in sight, in one row where there is room', async () => {
    const tabs = page.locator('.operation .samples .tabs').first();
    const { right: edge } = await edges(tabs);
    const boxes = await Promise.all((await tabs.locator('label').all()).map(edges));
    for (const { right } of boxes) expect(right).toBeLessThanOrEqual(edge);
    if (width > 600) expect(new Set(boxes.map(({ top }) => Math.round(top))).size).toBe(1);
  });

  test('what sends a mock example is in sight', async () => {
    for (const button of await page.locator('.mock-examples .send').all()) {
      await button.evaluate((one) => one.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' }));
      const { left, right } = await edges(button);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
    }
  });

  test('no value of a mock example is broken over lines', async () => {
    const values = await page.locator('.mock-examples code').evaluateAll((all) =>
      all.flatMap((code) => {
        const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
        const found: Array<{ value: string; lines: number }> = [];
        while (texts.nextNode()) {
          for (const { 0: value, index } of texts.currentNode.textContent!.matchAll(/\S+/g)) {
            const range = document.createRange();
            range.setStart(texts.currentNode, index);
            range.setEnd(texts.currentNode, index + value.length);
            found.push({ value, lines: new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size });
          }
        }
        return found;
      }),
    );
    expect(values.length).toBeGreaterThan(20);
    expect(values.filter(({ lines }) => lines !== 1)).toEqual([]);
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
