import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { renderDocs } from '../../../../src/build/docs/render-docs.js';
import { connectBrowser } from '../../../setup/browser.js';

/** What a page notes of itself after its first frame. */
interface Noted {
  isLastSkipped?: boolean;
  top?: number;
}

const browser = await connectBrowser();
const directory = await mkdtemp(join(tmpdir(), 'docs-test-'));
afterAll(() => Promise.all([browser.close(), rm(directory, { recursive: true, force: true })]));

const operations = Array.from({ length: 40 }, (_, number) => `o${number}`);
const files = await renderDocs(
  {
    openapi: '3.1.0',
    info: { title: 'A', version: '1' },
    paths: Object.fromEntries(
      operations.map((operationId) => [
        `/${operationId}`,
        { get: { operationId, description: 'Words. '.repeat(300), responses: { '204': { description: 'Done' } } } },
      ]),
    ),
  },
  undefined,
);
const path = join(directory, 'index.html');
await writeFile(path, files.get('index.html')!);

test.each(['', '#operation/o7', '#operation/o20'])(
  'the first frame at "%s" leaves out what is far below; then all is there, and nothing has moved',
  async (hash) => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () =>
        // Within a frame, its layout is not made yet.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const target = document.querySelector(':target') ?? document.querySelector('.introduction')!;
            const last = document.querySelector('.operation:last-of-type p')!;
            (window as unknown as { noted: Noted }).noted = {
              isLastSkipped: !last.checkVisibility({ contentVisibilityAuto: true }),
              top: target.getBoundingClientRect().top,
            };
          }),
        ),
      );
    });
    await page.goto(pathToFileURL(path).href + hash);
    await page.locator('html:not(.first-frame)').waitFor();
    const { noted, ...after } = await page.evaluate(() => {
      const target = document.querySelector(':target') ?? document.querySelector('.introduction')!;
      return {
        noted: (window as unknown as { noted: Noted }).noted,
        top: target.getBoundingClientRect().top,
        heights: [...document.querySelectorAll('.operation')].map((one) => one.getBoundingClientRect().height),
      };
    });
    expect(noted).toEqual({ isLastSkipped: true, top: after.top });
    expect(Math.min(...after.heights)).toBeGreaterThan(300);
    await page.close();
  },
);

test('a reload scrolls back to where the reader was', async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path).href);
  await page.locator('html:not(.first-frame)').waitFor();
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
  const before = await page.evaluate(() => scrollY);
  await page.reload();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
  await page.close();
});
