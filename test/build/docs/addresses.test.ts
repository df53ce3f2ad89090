import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentedOperations } from '../../../src/description/operations.js';
import { connectBrowser } from '../../setup/browser.js';
import { builtDescription, folder, openPage } from './built-page.js';
import { startStaticHost, type StaticHost } from './static-host.js';

const operations = documentedOperations(await builtDescription());
const browser = await connectBrowser();
let host: StaticHost;
beforeAll(async () => {
  host = await startStaticHost(folder, '/some/where/');
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

test.each(['#nope', '#/section/errors', '#%', '#operation/'])(
  'opened with "%s", which leads nowhere, the page works: search, theme and the menu of a phone',
  async (hash) => {
    const page = await openPage(browser, { hash, width: 390 });
    const theme = await page.locator('html').getAttribute('class');
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Dark' }).click();
    expect(await page.locator('html').getAttribute('class')).not.toBe(theme);
    await page.getByRole('button', { name: /^Search/ }).click();
    await page.getByRole('searchbox').fill(operations[0]!.summary);
    await page.getByRole('dialog').getByRole('link').first().waitFor();
    await page.context().close();
  },
);

describe('on a static host under any path', () => {
  test.each(operations)('the link to $operationId leads there, and its address stays', async ({ operationId }) => {
    const page = await browser.newPage();
    const address = `${host.url}#operation/${operationId}`;
    await page.goto(address);
    const top = await page
      .locator(`[id="operation/${operationId}"]`)
      .evaluate((one) => Math.abs(Math.round(one.getBoundingClientRect().top)));
    // The last one may be too near the end of the page to scroll to the top.
    const isAtEnd = await page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1);
    if (!isAtEnd) expect(top).toBe(0);
    expect(top).toBeLessThan(900);
    await page.mouse.wheel(0, 400);
    expect(page.url()).toBe(address);
    await page.close();
  });

  test('each link of the sidebar and of a heading is in the address, leads to its place, and can be copied', async () => {
    const page = await browser.newPage();
    await page.goto(host.url);
    const links = page.locator('.sidebar li a, .link-here');
    for (const link of await links.all()) {
      await link.focus();
      await page.keyboard.press('Enter');
      const target = await link.evaluate((one) => (one as HTMLAnchorElement).href);
      expect(page.url()).toBe(target);
      expect(target).toMatch(/#(section|operation)\/./);
      expect(
        await page.evaluate(() => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.checkVisibility()),
      ).toBe(true);
    }
    await page.close();
  });

  test('the downloads on the page are the files beside it', async () => {
    const page = await browser.newPage();
    await page.goto(host.url);
    for (const link of await page.locator('.downloads a').all()) {
      const href = await link.evaluate((one) => (one as HTMLAnchorElement).href);
      const name = href.slice(host.url.length);
      expect(await (await fetch(href)).text()).toBe(await readFile(folder + name, 'utf8'));
    }
    expect(await page.locator('.downloads a').count()).toBe(3);
    await page.close();
  });
});

test('the names of the operations in the introduction lead to them', async () => {
  const page = await openPage(browser, { scripts: false });
  const { description: introduction = '' } = (await builtDescription()).info;
  const named = operations.filter(({ summary }) => introduction.includes(`**${summary}**`));
  expect(named).not.toEqual([]);
  for (const { operationId, summary } of named) {
    const href = await page
      .locator('.introduction-text')
      .getByRole('link', { name: summary, exact: true })
      .first()
      .getAttribute('href');
    expect(href).toBe(`#operation/${operationId}`);
  }
});
