import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { browserOptions } from '../setup/browser-options.js';
import { root } from '../support/command.js';

// Renews the picture of the page in README.md, from the page of the last build.

const browser = await chromium.launch(await browserOptions());
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
await page.goto(`${pathToFileURL(`${root}dist/docs/index.html`).href}#operation/validatePasswordReset`);
const session = await page.context().newCDPSession(page);
const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80 });
await writeFile(`${root}.github/page.webp`, Buffer.from(data, 'base64'));
await browser.close();
