import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { connectBrowser } from '../../../setup/browser.js';
import { folder, scriptsRun } from '../built-page.js';

const browser = await connectBrowser();
afterAll(() => browser.close());

test('the page asks nobody for anything, and the console stays free of errors', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  const page = await context.newPage();
  await page.clock.install();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url().slice(0, 200)));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text().slice(0, 400)));
  page.on('pageerror', (error) => complaints.push(error.message));
  const address = pathToFileURL(`${folder}index.html`).href;
  await page.goto(address);
  await scriptsRun(page);
  // Scrolling, changing the theme, choosing a language, copying and searching send no requests either.
  await page.mouse.wheel(0, 100_000);
  await page.locator('.operation').last().getByRole('radio').last().check();
  await page.getByRole('button', { name: 'Dark' }).click();
  await page.locator('.copy').first().press('Enter');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('token');
  await page.keyboard.press('Enter');
  await page.clock.runFor(20_000);
  expect(requests.filter((url) => url !== address && !url.startsWith('data:'))).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('nothing on the page comes from another host, and nothing of the vendor is in it', async () => {
  const html = await readFile(`${folder}index.html`, 'utf8');
  expect(html).not.toMatch(/<(script|link|img)[^>]*(src|href)="https?:/);
  expect(html).not.toMatch(/redocly\.com|redoc\.ly|telemetry/i);
});
