import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright';
import { launchBrowser } from '../setup/browser.js';
import { root, runTool } from '../support/command.js';
import type { Row } from './row.js';

export const title = 'Docs: weight, and how soon the first operation can be read, against the stock build-docs --inlineBundle';

const folder = `${root}dist/docs/`;
const rounds = 9;

export async function measure(): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'password-reset-bench-'));
  const browser = await launchBrowser();
  try {
    const stock = join(directory, 'index.html');
    // Outside the project, so that the page is the stock one: no template, no options.
    const { code, stderr } = await runTool(
      'redocly',
      ['build-docs', `${root}generated/openapi.yaml`, '--inlineBundle', '-o', stock],
      { cwd: directory },
    );
    if (code !== 0) throw new Error(`redocly build-docs failed: ${stderr}`);
    return [...(await weights(stock)), ...(await firstText(browser, stock))];
  } finally {
    await browser.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function weights(stock: string): Promise<Row[]> {
  const ours = await Promise.all(
    (await readdir(folder)).sort().map(async (name) => ({ name, bytes: await readFile(folder + name) })),
  );
  const stockPage = await readFile(stock);
  const page = ours.find(({ name }) => name === 'index.html')!.bytes;
  const ratio = page.length / stockPage.length;
  return [
    ...ours.map(({ name, bytes }) => ({ name, value: weight(bytes) })),
    { name: 'stock page', value: weight(stockPage) },
    { name: 'index.html / stock page', value: ratio.toFixed(3), limit: '<= 1.05', met: ratio <= 1.05 },
  ];
}

function weight(bytes: Buffer): string {
  return `${(bytes.length / 1024).toFixed(1)} KiB, gzip ${(gzipSync(bytes, { level: 9 }).length / 1024).toFixed(1)} KiB`;
}

/** Opens both pages in turn at the link to the first operation, and waits until its text has been painted. */
async function firstText(browser: Browser, stock: string): Promise<Row[]> {
  const pages = { ours: `${folder}index.html`, stock };
  const times: Record<keyof typeof pages, number[]> = { ours: [], stock: [] };
  for (let round = -1; round < rounds; round += 1) {
    for (const name of ['stock', 'ours'] as const) {
      const time = await textTime(browser, pages[name]);
      // The first round of each fills the caches of the browser.
      if (round >= 0) times[name].push(time);
    }
  }
  const [ours, theirs] = [median(times.ours), median(times.stock)];
  return [
    { name: 'first operation readable, stock', value: `${theirs.toFixed(0)} ms` },
    { name: 'first operation readable', value: `${ours.toFixed(0)} ms`, limit: '<= 300 ms', met: ours <= 300 },
    { name: 'ours / stock', value: (ours / theirs).toFixed(2) },
  ];
}

async function textTime(browser: Browser, file: string): Promise<number> {
  const description = JSON.parse(await readFile(`${root}generated/openapi.json`, 'utf8')) as {
    paths: Record<string, Record<string, { operationId: string; description: string }>>;
  };
  const [first] = Object.values(Object.values(description.paths)[0]!);
  const words = first!.description.split('\n')[0]!;
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  const page = await context.newPage();
  await page.addInitScript((text) => {
    const look = (): void => {
      const shown = [...document.querySelectorAll('p')].some((one) => {
        const { top, bottom, height } = one.getBoundingClientRect();
        return (
          one.textContent === text &&
          height > 0 &&
          bottom > 0 &&
          top < innerHeight &&
          one.checkVisibility({ visibilityProperty: true })
        );
      });
      if (!shown) {
        requestAnimationFrame(look);
        return;
      }
      // A message that is sent in a frame arrives after the frame has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => ((window as unknown as { textTime: number }).textTime = performance.now());
      port2.postMessage('');
    };
    requestAnimationFrame(look);
  }, words);
  await page.goto(`${pathToFileURL(file).href}#operation/${first!.operationId}`);
  const time = await page.waitForFunction(() => (window as unknown as { textTime?: number }).textTime);
  const found = await time.jsonValue();
  await context.close();
  return found!;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
