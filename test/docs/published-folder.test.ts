import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describedOperations } from '../../src/description/operations.js';
import { redocSelectors } from '../../src/docs/redoc/redoc-markup.js';
import { launchBrowser } from '../setup/browser.js';
import { builtDescription, folder, openPage } from './built-page.js';
import { generatedTable } from '../support/readmes.js';

const operations = describedOperations(await builtDescription());
const browser = await launchBrowser();

/** The plainest static host: files below a base path, and nothing that knows the page. */
const base = '/some/where/';
async function serve({ url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = ''] = url.split('?');
  const file = folder + (path === base ? 'index.html' : path.slice(base.length));
  const found = path.startsWith(base) && (await stat(file).catch(() => undefined))?.isFile();
  response.writeHead(found ? 200 : 404, { 'content-type': file.endsWith('.html') ? 'text/html' : 'application/octet-stream' });
  if (found) createReadStream(file).pipe(response);
  else response.end();
}
const host = createServer((request, response) => void serve(request, response));
let address: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(host.address() as AddressInfo).port}${base}`;
});
afterAll(async () => {
  await browser.close();
  host.closeAllConnections();
  host.close();
});

test.each(operations)('the link to $operationId leads there, on a static host under any path', async ({ operationId }) => {
  const page = await browser.newPage();
  await page.goto(`${address}#operation/${operationId}`);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  const top = (): Promise<number> =>
    page.locator(`[id="operation/${operationId}"]`).evaluate((one) => Math.abs(Math.round(one.getBoundingClientRect().top)));
  // The last one may be too near the end of the page to come up to the top.
  const end = await page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1);
  if (!end) expect(await top()).toBe(0);
  expect(await top()).toBeLessThan(900);
  await page.close();
});

test('the generated table lists the link to each operation', async () => {
  const links = await generatedTable('links to the operations');
  for (const { operationId } of operations) expect(links).toContain(`index.html#operation/${operationId}`);
});

test('the downloads on the page are the files beside it', async () => {
  const page = await browser.newPage();
  await page.goto(address);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  for (const name of ['openapi.yaml', 'openapi.json', 'index.md']) {
    const href = await page
      .locator(`a[href$="${name}"]`)
      .first()
      .evaluate((one) => (one as HTMLAnchorElement).href);
    expect(href).toBe(address + name);
    expect(await (await fetch(href)).text()).toBe(await readFile(folder + name, 'utf8'));
  }
  await page.close();
});

test('the page tells what it is: language, title, description, icon', async () => {
  const page = await openPage(browser, { scripts: false });
  const { info } = await builtDescription();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.title()).toBe(info.title);
  expect(await page.locator('meta[name=description]').getAttribute('content')).toBe(info.summary);
  expect(await page.locator('link[rel=icon]').getAttribute('href')).toMatch(/^data:image/);
});

test('printed, it is a readable document: no sidebar, every sample, dark on light', async () => {
  const page = await openPage(browser);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  const samples = page.locator('.sample .code');
  expect(await samples.evaluateAll((all) => all.every((one) => one.checkVisibility()))).toBe(true);
  const panel = page.locator('.operation-panel').first();
  expect(await panel.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
  expect(
    await panel
      .locator('code')
      .first()
      .evaluate((one) => getComputedStyle(one).color),
  ).toBe('rgb(0, 0, 0)');
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

test('on a phone the menu opens, leads to an operation and closes', async () => {
  const page = await openPage(browser, { width: 390 });
  await page.getByRole('button', { name: 'Open navigation menu' }).click();
  const link = page.getByRole('navigation').getByRole('link', { name: /Validate Password Reset/ });
  await link.click();
  await link.waitFor({ state: 'hidden' });
  await expect
    .poll(() =>
      page.locator('[id="operation/validatePasswordReset"]').evaluate((one) => Math.abs(one.getBoundingClientRect().top)),
    )
    .toBeLessThan(5);
});

describe('what is taken for granted of the markup of Redoc', async () => {
  const wide = await openPage(browser);
  const narrow = await openPage(browser, { width: 390 });

  test.each(Object.entries(redocSelectors))('%s is found by %s', async (_, selector) => {
    expect((await wide.locator(selector).count()) + (await narrow.locator(selector).count())).toBeGreaterThan(0);
  });
});
