import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { browserOptions } from '../../setup/browser-options.js';
import { Development } from '../../start/development.js';
import type { Row } from '../row.js';

export const title = 'Dev: npm run dev, from the write of a file of the description until what is made of it is current';

const rounds = 11;
const limit = 1000;

export async function measure(): Promise<Row[]> {
  const endings: Array<() => unknown> = [];
  try {
    const development = await Development.start({ onTestFinished: (ending) => void endings.push(ending as () => unknown) });
    const browser = await chromium.launch(await browserOptions());
    endings.push(() => browser.close());
    const page = await browser.newPage();
    const shows = await watchMarks(page);
    await page.goto(development.docsUrl);

    const file = development.path('openapi/components/responses/ResetRequested.yaml');
    const response = await readFile(file, 'utf8');
    const times = new Map<string, number[]>();
    for (let round = 1; round <= rounds; round += 1) {
      await page.locator('.operation').first().waitFor();
      // A developer has opened the page before saving.
      await wait(1000);
      const mark = `Mark${round.toString().padStart(16, '0')}`;
      const saved = response
        .replace(/^description: .*/m, `description: ${mark}`)
        .replace(/\$ref: .*examples.*/, `value: { reset_token: ${mark} }`);
      const start = performance.now();
      const timed = async (what: string, current: Promise<unknown>): Promise<void> => {
        await current;
        times.set(what, [...(times.get(what) ?? []), performance.now() - start]);
      };
      await writeFile(file, saved);
      const shown = timed('open page shows it', shows(mark));
      await timed(
        'types on disk',
        polled(async () => (await development.read('generated/schema.d.ts')).includes(mark)),
      );
      // From now on, requests go to the mock. It reads the new files, and its responses take time from the build.
      await timed(
        'mock responds by it',
        polled(async () => (await responseOf(development.mockUrl)).includes(mark)),
      );
      await shown;
    }
    return [
      ...[...times].map(([name, all]) => ({
        name: `${name}, median of ${all.length} saves`,
        value: `${median(all).toFixed(0)} ms`,
        limit: `<= ${limit} ms`,
        met: median(all) <= limit,
      })),
      { name: 'load of the machine meanwhile', value: `${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} processors` },
    ];
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

/**
 * Makes the page report the mark of its operations in the frame after it is shown. Playwright itself polls only twice a second.
 *
 * @returns A function that waits until a mark is shown.
 */
async function watchMarks(page: Page): Promise<(mark: string) => Promise<void>> {
  const waiting = new Map<string, () => void>();
  await page.exposeFunction('shown', (mark: string) => waiting.get(mark)?.());
  // tsx sets the names of functions with a helper that does not exist in the page.
  await page.addInitScript('globalThis.__name = (one) => one;');
  await page.addInitScript(() => {
    const look = (): void => {
      const operations = [...document.querySelectorAll('.operation')].map(({ textContent }) => textContent);
      const [mark] = /Mark\d{16}/.exec(operations.join()) ?? [];
      if (mark) requestAnimationFrame(() => (window as unknown as { shown: (mark: string) => void }).shown(mark));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return (mark) => new Promise((resolve) => waiting.set(mark, resolve));
}

async function polled(current: () => Promise<boolean>): Promise<void> {
  while (!(await current())) await wait(20);
}

async function responseOf(mockUrl: string): Promise<string> {
  const response = await fetch(`${mockUrl}/api/organizations/reset-password/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"email":"jweir@projectthanos.com"}',
  });
  return response.text();
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
