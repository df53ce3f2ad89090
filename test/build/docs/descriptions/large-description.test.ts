import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Description, Operation, Tag } from '../../../../src/description/types.js';
import { sections } from '../../../../src/build/docs/html/sections.js';
import { largestPage } from '../../../../src/build/docs/page/divide.js';
import { sidebars } from '../../../../src/build/docs/page/sidebar.js';
import { operationReferences, type OperationReference } from '../../../../src/build/docs/reference/reference.js';
import { renderDocs } from '../../../../src/build/docs/render-docs.js';
import { connectBrowser } from '../../../setup/browser.js';
import { asTexts, scriptsRun } from '../built-page.js';

/** So long that the operations of the first tag do not fit on one page. */
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
/** An invalid tag does not prevent the build of the docs. */
const notTags = { tags: [null, 5] as unknown as Tag[], ofOperation: [{}] as unknown as string[] };
const operations = [...tagged, { ...operation(undefined, 0), tags: notTags.ofOperation }];
const last = operations.at(-1)!;
const description: Description = {
  openapi: '3.1.0',
  info: { title: 'A large one', version: '1', description: `# Start\n\nBegin with **${last.summary}**.` },
  tags: [...notTags.tags, { name: 'Repos & more', description: 'What there is *to say* of them.' }],
  paths: Object.fromEntries(operations.map((one, index) => [`/path/${index}`, { get: one }])),
};
const browser = await connectBrowser();
const directory = await mkdtemp(join(tmpdir(), 'docs-test-'));
const at = (address: string): string => `${pathToFileURL(directory).href}/${address}`;
let files: Map<string, string>;
beforeAll(async () => {
  files = asTexts(await renderDocs(description, undefined));
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

/** An attribute or the text of each element that matches a selector. */
const parser = await browser.newPage();
function select(text: string, selector: string, attribute?: string): Promise<string[]> {
  return parser.evaluate(
    ([html, css, name]) =>
      [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll(css)].map((one) =>
        name === undefined ? one.textContent : (one.getAttribute(name) ?? ''),
      ),
    [text, selector, attribute] as const,
  );
}

test('has each operation on one page, and no page that is too large', async () => {
  const ids = await Promise.all(pages().map((name) => select(files.get(name)!, '.operation', 'id')));
  expect(ids.flat()).toEqual(operations.map(({ operationId }) => `operation/${operationId!.replaceAll(' ', '%20')}`));
  for (const name of pages()) expect(files.get(name)!.length, name).toBeLessThan(largestPage * 1.1);
});

test('has links between the pages that all lead somewhere', async () => {
  const ids = new Map<string, string[]>();
  for (const name of pages()) ids.set(name, await select(files.get(name)!, '[id]', 'id'));
  const broken: string[] = [];
  for (const name of pages()) {
    for (const href of await select(files.get(name)!, 'a', 'href')) {
      const [file, id] = href.split('#');
      const target = ids.get(file || name);
      const leadsOn = target ? !id || target.filter((one) => one === id).length === 1 : published.includes(href);
      if (!leadsOn) broken.push(`${name}: ${href}`);
    }
  }
  expect(broken).toEqual([]);
});

/** The files that the build writes beside the pages. */
const published = ['openapi.yaml', 'openapi.json', 'index.md', 'redoc.html'];

test('lists all operations on the first page, by tag, with what the description says of the tag', async () => {
  const index = files.get('index.html')!;
  expect(await select(index, '.operations-index li a')).toEqual(operations.map(({ summary }) => summary));
  expect(await select(index, '.operations-index .prose')).toEqual(['What there is to say of them.']);
  expect(await select(index, '.operations-index .prose > p > em')).toEqual(['to say']);
});

test('where the pages are very many, the sidebar has one link for each other tag, since the sum would outweigh the text', async () => {
  const references = operationReferences(description);
  const addressOf = ({ anchor }: OperationReference): string => `other.html#${anchor}`;
  const hrefOf = (one: OperationReference): string => (one.tag === undefined ? `#${one.anchor}` : addressOf(one));
  const text = sections(description.info.description!);
  const linksTo = async (pages: number): Promise<number> => {
    const parts = { description, sections: text.sections, operations: references, addressOf, pages };
    return (await select(sidebars(parts)({ hrefOf, start: 'index.html' }).html, 'a[href^="other.html"]')).length;
  };
  expect(await linksTo(6)).toBe(tagged.length);
  expect(await linksTo(100_000)).toBe(Object.keys(operationsPerTag).length);
});

test('names the page of each operation in the index for language models', () => {
  expect(files.get('llms.txt')).toContain(`(operations-other.html#operation/${last.operationId!.replaceAll(' ', '%20')})`);
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
  await scriptsRun(page);
  // This page is small enough to open it twice.
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
  await scriptsRun(page);
  await page.locator('main').getByRole('link', { name: last.summary! }).first().click();
  await page.waitForURL(/operations-other\.html#/);
  await page.getByRole('link', { name: 'Previous: 日中' }).click();
  await page.waitForURL(/operations-2\.html$/);
  await page.getByRole('link', { name: 'Start' }).click();
  await page.waitForURL(/index\.html#section\/start$/);
  await page.close();
});

test('shows no heading above a button that is not there, since the description has no mock server', async () => {
  const page = await browser.newPage();
  await page.goto(at('operations-other.html'));
  await scriptsRun(page);
  const heading = page.locator('h3', { hasText: /^Request$/ });
  expect(await heading.count()).toBe(1);
  expect(await heading.isVisible()).toBe(false);
  await page.close();
});
