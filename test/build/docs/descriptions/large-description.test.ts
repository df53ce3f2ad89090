import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { load } from 'cheerio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Description, Operation, Tag } from '../../../../src/description/types.js';
import { trusted } from '../../../../src/build/docs/html/html.js';
import { largestPage } from '../../../../src/build/docs/page/divide.js';
import { sidebars } from '../../../../src/build/docs/page/sidebar.js';
import { operationReferences, type OperationReference } from '../../../../src/build/docs/reference/reference.js';
import { renderDocs } from '../../../../src/build/docs/render-docs.js';
import { connectBrowser } from '../../../setup/browser.js';
import { asTexts } from '../built-page.js';

/** So long that the operations of the first tag do not all have room on one page. */
const operationsPerTag = { 'Repos & more': 22, 日本: 1, 日中: 1 };
const words = 'Plain words. '.repeat(largestPage / 20 / 13);

function operation(tag: string | undefined, number: number): Operation {
  return {
    operationId: `${tag ?? 'none'}/${number} 50%`,
    summary: `Call ${number} of ${tag ?? 'no tag'}`,
    ...(tag && { tags: [tag] }),
    description: words,
    responses: { '200': { description: 'Fine' } },
  };
}

const tagged = Object.entries(operationsPerTag).flatMap(([tag, count]) =>
  Array.from({ length: count }, (_, number) => operation(tag, number)),
);
/** What is no tag does not keep the docs from being built. */
const notTags = { tags: [null, 5] as unknown as Tag[], ofOperation: [{}] as unknown as string[] };
const operations = [...tagged, { ...operation(undefined, 0), tags: notTags.ofOperation }];
const description: Description = {
  openapi: '3.1.0',
  info: { title: 'A large one', version: '1' },
  tags: [...notTags.tags, { name: 'Repos & more', description: 'What there is *to say* of them.' }],
  paths: Object.fromEntries(operations.map((one, index) => [`/path/${index}`, { get: one }])),
};
const last = operations.at(-1)!;
const frame = {
  title: 'A large one (1)',
  overview: trusted(''),
  sections: [
    {
      anchor: 'section/Start',
      heading: 'Start',
      isNested: false,
      content: trusted(`<p>Begin with <strong>${last.summary}</strong>.</p>`),
    },
  ],
  operationNames: [],
};

const browser = await connectBrowser();
const directory = await mkdtemp(join(tmpdir(), 'docs-test-'));
const at = (address: string): string => `${pathToFileURL(directory).href}/${address}`;
let files: Map<string, string>;
beforeAll(async () => {
  files = asTexts(await renderDocs(description, undefined, frame));
  await Promise.all([...files].map(([name, text]) => writeFile(join(directory, name), text)));
});
afterAll(() => Promise.all([browser.close(), rm(directory, { recursive: true, force: true })]));

const pages = (): string[] => [...files.keys()].filter((name) => name.endsWith('.html'));

test('has a page for each tag, and more of one where the operations of the tag have no room on it', () => {
  expect(pages()).toEqual([
    'index.html',
    'operations-repos-more.html',
    'operations-repos-more-2.html',
    'operations.html',
    'operations-2.html',
    'operations-other.html',
  ]);
});

test('has each operation on one page, and no page that is too large', () => {
  const ids = pages().flatMap((name) => {
    const $ = load(files.get(name)!);
    return $('.operation')
      .toArray()
      .map((section) => $(section).attr('id'));
  });
  expect(ids).toEqual(operations.map(({ operationId }) => `operation/${operationId}`));
  for (const name of pages()) expect(files.get(name)!.length, name).toBeLessThan(largestPage * 1.1);
});

test('has links between the pages that all lead somewhere', () => {
  const loaded = new Map(pages().map((name) => [name, load(files.get(name)!)]));
  const broken = [...loaded].flatMap(([name, $]) =>
    $('a')
      .toArray()
      .map((link) => $(link).attr('href')!)
      .filter((href) => {
        const [file, id] = href.split('#');
        const target = loaded.get(file || name);
        if (!target) return !['openapi.yaml', 'openapi.json', 'index.md'].includes(href);
        return id && target('[id]').filter((_, element) => target(element).attr('id') === id).length !== 1;
      })
      .map((href) => `${name}: ${href}`),
  );
  expect(broken).toEqual([]);
});

test('lists all operations on the first page, by tag, with what the description says of the tag', () => {
  const $ = load(files.get('index.html')!);
  expect(
    $('.operations-index li a')
      .toArray()
      .map((link) => $(link).text()),
  ).toEqual(operations.map(({ summary }) => summary));
  expect($('.operations-index .prose').html()).toBe('<p>What there is <em>to say</em> of them.</p>');
});

test('where the pages are very many, the sidebar has one link for each other tag, since the sum would outweigh the text', () => {
  const references = operationReferences(description);
  const addressOf = ({ anchor }: OperationReference): string => `other.html#${anchor}`;
  const hrefOf = (one: OperationReference): string => (one.tag === undefined ? `#${one.anchor}` : addressOf(one));
  const sidebarOf = (pages: number): string =>
    sidebars({ description, frame, operations: references, addressOf, pages })({ hrefOf, start: 'index.html' }).html;
  const linksTo = (text: string): number => load(text)('a[href^="other.html"]').length;
  expect(linksTo(sidebarOf(6))).toBe(tagged.length);
  expect(linksTo(sidebarOf(100_000))).toBe(Object.keys(operationsPerTag).length);
});

test('names the page of each operation in the index for language models', () => {
  expect(files.get('llms.txt')).toContain(`(operations-other.html#operation/${last.operationId!})`);
});

test('a link to an operation on the first page, as it was before there were several, leads to its page', async () => {
  const page = await browser.newPage();
  await page.goto(at(`index.html#operation/${last.operationId!}`));
  await page.waitForURL(/operations-other\.html#/);
  await page.locator('.sidebar [aria-current]', { hasText: last.summary! }).waitFor();
  expect(await page.locator('.sidebar details[open]').count()).toBe(1);
  await page.close();
});

test('the search finds operations of other pages by name and by path', async () => {
  const page = await browser.newPage();
  await page.goto(at('operations-other.html'));
  // On a page that is not too large to be opened twice.
  const other = operations[operationsPerTag['Repos & more']]!;
  for (const query of [other.summary!, `/path/${operations.indexOf(other)}`]) {
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill(query);
    await page.getByRole('dialog').getByRole('link', { name: other.summary! }).click();
    await page.waitForURL(/operations\.html#operation/);
    await page.goBack();
  }
  await page.close();
});

test('the pages lead to each other, and to the introduction', async () => {
  const page = await browser.newPage();
  await page.goto(at('index.html'));
  await page.locator('main').getByRole('link', { name: last.summary! }).first().click();
  await page.waitForURL(/operations-other\.html#/);
  await page.getByRole('link', { name: 'Previous: 日中' }).click();
  await page.waitForURL(/operations-2\.html$/);
  await page.getByRole('link', { name: 'Start' }).click();
  await page.waitForURL(/index\.html#section\/Start$/);
  await page.close();
});

test('shows no heading above a button that is not there, since the description has no mock server', async () => {
  const page = await browser.newPage();
  await page.goto(at('operations-other.html'));
  const heading = page.locator('h3', { hasText: /^Request$/ });
  expect(await heading.count()).toBe(1);
  expect(await heading.isVisible()).toBe(false);
  await page.close();
});
