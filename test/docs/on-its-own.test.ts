import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { launchBrowser } from '../setup/browser.js';
import { folder } from './built-page.js';

const browser = await launchBrowser();
afterAll(() => browser.close());

test('the page asks nobody for anything in 20 seconds, and the console stays free of errors', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  await context.route(/^(?!file:|data:|blob:)/, (route) => route.abort());
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url().slice(0, 200)));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text().slice(0, 400)));
  page.on('pageerror', (error) => complaints.push(error.message));
  const address = pathToFileURL(`${folder}index.html`).href;
  await page.goto(address);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  // Reading on, changing the theme and searching ask nobody either.
  await page.mouse.wheel(0, 100_000);
  await page.locator('.operation').last().getByRole('radio', { name: 'Node.js' }).check();
  await page
    .getByRole('button', { name: /light|dark/i })
    .first()
    .click();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('token');
  await page.waitForTimeout(20_000);
  expect(requests.filter((url) => url !== address && !url.startsWith('data:'))).toEqual([]);
  expect(complaints).toEqual([]);
}, 60_000);

test('the policy lets only the scripts of the page run, and names no host', async () => {
  const html = await readFile(`${folder}index.html`, 'utf8');
  const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html)!;
  const scripts = /script-src ([^;]+)/.exec(policy!)![1]!.split(' ');
  expect(scripts.every((source) => source.startsWith("'sha256-"))).toBe(true);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
});

test('nothing of the vendor shows, and its telemetry is off', async () => {
  const html = await readFile(`${folder}index.html`, 'utf8');
  expect(html).toMatch(/"disableTelemetry":\s*true/);
  const page = await browser.newPage();
  await page.goto(pathToFileURL(`${folder}index.html`).href);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  expect(
    await page.locator('a[href*="redocly.com"]').evaluateAll((all) => all.filter((one) => one.checkVisibility()).length),
  ).toBe(0);
});
