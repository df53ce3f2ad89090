import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { browserOptions } from '../../setup/browser-options.js';
import { root, runTool } from '../../support/command.js';
import { paintTimes, type PaintTimes } from '../paint-times.js';
import type { Row } from '../row.js';
import { shownFacts } from '../shown-facts.js';

export const title =
  'Docs: weight, how soon the first operation can be read, and what of a description is shown, against the stock build-docs --inlineBundle';

const folder = `${root}dist/docs/`;
const rounds = 15;

export async function measure(): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'password-reset-bench-'));
  const browser = await chromium.launch(await browserOptions());
  try {
    const stock = join(directory, 'index.html');
    // Outside the project, so that the stock page is built, without template and options.
    const { code, stderr } = await runTool(
      'redocly',
      ['build-docs', `${root}generated/openapi.yaml`, '--inlineBundle', '-o', stock],
      { cwd: directory },
    );
    if (code !== 0) throw new Error(`redocly build-docs failed: ${stderr}`);
    return [
      ...(await weights(stock)),
      ...(await firstText(browser, directory, stock)),
      ...(await shownFacts(browser, directory)),
    ];
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
    { name: 'index.html / stock page', value: ratio.toFixed(3), limit: '<= 0.1', met: ratio <= 0.1 },
  ];
}

function weight(bytes: Buffer): string {
  return `${(bytes.length / 1024).toFixed(1)} KiB, gzip ${(gzipSync(bytes, { level: 9 }).length / 1024).toFixed(1)} KiB`;
}

/**
 * Opens the pages alternately at the link to the first operation, and waits until its text is visible. A page with a single
 * paragraph shows the best possible time in this browser.
 */
async function firstText(browser: Browser, directory: string, stock: string): Promise<Row[]> {
  const { hash, words } = await firstOperation();
  const page = `${folder}index.html`;
  const paragraph = join(directory, 'paragraph.html');
  await writeFile(paragraph, `<!DOCTYPE html><meta charset="utf-8"><title>A paragraph</title><p id="${hash}">${words}</p>`);
  const pages = { paragraph, page, stock };
  const times: Record<keyof typeof pages, PaintTimes[]> = { paragraph: [], page: [], stock: [] };
  // The first round fills the caches of the browser.
  for (let round = -1; round < rounds; round += 1) {
    for (const name of ['paragraph', 'page', 'stock'] as const) {
      const found = await paintTimes(browser, pages[name], hash, words);
      if (round >= 0) times[name].push(found);
    }
  }
  const readable = (name: keyof typeof pages): number => median(times[name].map(({ words: time }) => time));
  const both = (name: keyof typeof pages): string =>
    `${readable(name).toFixed(0)} ms, first paint ${median(times[name].map(({ first }) => first)).toFixed(0)} ms`;
  return [
    { name: 'readable: one paragraph alone', value: both('paragraph') },
    { name: 'first operation readable', value: both('page'), limit: '<= 300 ms', met: readable('page') <= 300 },
    { name: 'first operation readable, stock', value: both('stock') },
    { name: 'ours / one paragraph alone', value: (readable('page') / readable('paragraph')).toFixed(2) },
    { name: 'ours / stock', value: (readable('page') / readable('stock')).toFixed(2) },
  ];
}

/** The first operation: the hash of its link, and the first words of its description. */
async function firstOperation(): Promise<{ hash: string; words: string }> {
  const { paths } = JSON.parse(await readFile(`${root}generated/openapi.json`, 'utf8')) as {
    paths: Record<string, Record<string, { operationId: string; description: string }>>;
  };
  const [first] = Object.values(Object.values(paths)[0]!);
  return { hash: `operation/${first!.operationId}`, words: first!.description.split('\n')[0]! };
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
