import { afterAll, describe, expect, test } from 'vitest';
import { documentedOperations } from '../../../../src/description/operations.js';
import { scenarios } from '../../../../src/description/scenarios.js';
import { connectBrowser } from '../../../setup/browser.js';
import { builtDescription, openPage } from '../built-page.js';

const description = await builtDescription();
const operations = documentedOperations(description);
const browser = await connectBrowser();
afterAll(() => browser.close());
const page = await openPage(browser);
const dialog = page.getByRole('dialog', { name: 'Search' });

const mediaTypes = operations.flatMap(({ requestBody }) => Object.keys(requestBody?.content ?? {}));
const languages = operations.flatMap(({ operation }) => (operation['x-codeSamples'] ?? []).map(({ label }) => label));
const parameters = operations.flatMap((operation) => operation.parameters.map(({ name }) => name));
const names = operations.flatMap((operation) => scenarios(description, operation).map(({ name }) => name));
const codes = [...description.info.description!.matchAll(/^\| (\d{3}) \|/gm)].map(([, code]) => code!);

test.each([...new Set([...mediaTypes, ...languages, ...parameters, ...names, ...codes, ...operations.map(({ path }) => path)])])(
  'finds "%s", and leads to the very place',
  async (words) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill(words);
    await dialog.getByRole('link').first().waitFor();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    const found = page.locator('.found').last();
    expect((await found.textContent())!.toLowerCase().replace(/\s+/g, ' ')).toContain(words.toLowerCase());
    const box = (await found.boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeLessThan(1000);
  },
);

test('says when nothing is found', async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('no such words');
  await dialog.getByText('Nothing found.').waitFor();
  await page.keyboard.press('Escape');
});

test('Escape gives the focus back to the button', async () => {
  const button = page.getByRole('button', { name: /^Search/ });
  await button.press('Enter');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
});

test('the arrow keys go through what is found', async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill(parameters[0]!);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const links = dialog.getByRole('link');
  expect(await links.nth(1).evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await page.getByRole('searchbox').evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
});

test('every word of the page is found', async () => {
  await page.keyboard.press('Control+k');
  await dialog.waitFor();
  const missed = await page.evaluate(() => {
    const main = document.querySelector('main')!.cloneNode(true) as HTMLElement;
    for (const control of main.querySelectorAll('button, .link-here, .problem, .tabs, .visually-hidden, .found'))
      control.remove();
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const words = new Set<string>();
    while (walker.nextNode()) for (const word of walker.currentNode.textContent!.split(/\s+/)) if (word) words.add(word);
    const input = document.querySelector<HTMLInputElement>('dialog input')!;
    const finds = (word: string): boolean => {
      input.value = word;
      input.dispatchEvent(new Event('input'));
      return document.querySelector('dialog li') !== null;
    };
    return { size: words.size, missed: [...words].filter((word) => !finds(word)) };
  });
  expect(missed.size).toBeGreaterThan(200);
  expect(missed.missed).toEqual([]);
  await page.keyboard.press('Escape');
});

describe('what is found', () => {
  const results = async (query: string): Promise<string[]> => {
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill(query);
    const texts = await dialog.getByRole('listitem').allTextContents();
    await page.keyboard.press('Escape');
    return texts;
  };

  test.each(parameters)('begins with the parameter "%s", before prose that speaks of it', async (name) => {
    const [first, ...others] = await results(name);
    expect(first).toContain(`Request Parameters${name}`);
    expect(others.some((text) => text.includes(name))).toBe(true);
  });

  test.each(operations)('begins with the heading of the operation "$summary"', async ({ summary }) => {
    expect((await results(summary))[0]).toBe(summary);
  });

  test.each(codes)('begins with the row that says what the status code %s means', async (code) => {
    const [, meaning] = new RegExp(`^\\| ${code} \\|[^|]*\\| (.*) \\|$`, 'm').exec(description.info.description!)!;
    expect((await results(code))[0]).toContain(meaning!.replaceAll('`', ''));
  });

  test('for the status code of a wrong media type begins with the header that names it', async () => {
    expect((await results('415'))[0]).toContain('Content-Type');
  });

  test('has its operation and its heading before it, and is cut between words', async () => {
    const { operation, summary } = operations.find(({ requestBody }) => requestBody?.required !== true)!;
    const words = operation.description!.split(/[\s`*]+/);
    const found = (await results(words.slice(12, 16).join(' '))).find((text) => text.startsWith(summary))!;
    expect(found).toContain('…');
    for (const word of found.slice(summary.length).replaceAll('…', ' ').split(/\s+/)) expect(['', ...words]).toContain(word);
  });

  test('is marked word by word', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('reset token');
    const marked = await dialog.locator('mark').allTextContents();
    expect(new Set(marked.map((word) => word.toLowerCase()))).toEqual(new Set(['reset', 'token']));
    await page.keyboard.press('Escape');
  });
});
