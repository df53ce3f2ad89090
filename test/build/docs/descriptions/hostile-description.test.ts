import { pathToFileURL } from 'node:url';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Description } from '../../../../src/description/types.js';
import { marked } from 'marked';
import { inlineProse, prose } from '../../../../src/build/docs/html/prose.js';
import { renderDocs } from '../../../../src/build/docs/render-docs.js';
import { connectBrowser } from '../../../setup/browser.js';
import { asTexts } from '../built-page.js';

/** Each text would set a mark or navigate away if it were not treated as plain text. */
const payloads = [
  '<script>window.marked = 1</script>',
  '<img src="x" onerror="window.marked = 1">',
  '<meta http-equiv="refresh" content="0; url=about:blank">',
  '<iframe srcdoc="<script>parent.marked = 1</script>"></iframe>',
  '<a href="javascript:window.marked = 1">a</a>',
  '[b](javascript:window.marked=1)',
  '<svg onload="window.marked = 1"></svg>',
  '<form action="https://elsewhere.invalid"><button>c</button></form>',
  '<style>body { display: none }</style>',
  '"><script>window.marked = 1</script>',
];
const all = payloads.join('\n\n');
const line = payloads.join(' ');

const description: Description = {
  openapi: '3.1.0',
  info: { title: line, version: line, summary: line, description: `# ${line}\n\n${all}`, license: { name: line } },
  servers: [{ url: 'https://api.invalid', description: line }],
  paths: {
    '/things': {
      post: {
        operationId: line,
        summary: line,
        description: all,
        parameters: [{ name: line, in: 'query', description: line, required: true, schema: { type: 'string' }, example: line }],
        requestBody: {
          description: line,
          content: {
            'application/json': {
              schema: { type: 'object', properties: { [line]: { type: line, description: line } } },
              examples: { [line]: { value: { [line]: line } } },
            },
          },
        },
        responses: { '200': { description: line, 'x-summary': line, 'x-microcks-refs': [line] } },
        'x-codeSamples': [{ lang: line, label: line, source: line }],
      },
    },
  },
};

const browser = await connectBrowser();
const directory = await mkdtemp(join(tmpdir(), 'docs-test-'));
let files: Map<string, string>;
let page: Page;
beforeAll(async () => {
  files = asTexts(await renderDocs(description, undefined));
  await writeFile(join(directory, 'index.html'), files.get('index.html')!);
  page = await browser.newPage();
  await page.goto(pathToFileURL(join(directory, 'index.html')).href);
});
afterAll(async () => {
  await Promise.all([browser.close(), rm(directory, { recursive: true, force: true })]);
});

test('nothing of the description runs or leads away, in any of its texts', async () => {
  expect(await page.evaluate(() => (window as unknown as { marked?: number }).marked)).toBeUndefined();
  expect(page.url()).toContain('index.html');
  const foreign =
    'main :is(script, iframe, object, embed, form, svg, style, meta, link), main [onerror], main [onload], main [href^="javascript:"]';
  expect(await page.locator(foreign).count()).toBe(0);
  expect(await page.locator('meta[http-equiv]').count()).toBe(1);
});

test('it is shown as text', async () => {
  expect(await page.locator('h1').textContent()).toContain('<script>window.marked = 1</script>');
  expect(await page.locator('.operation-name').textContent()).toContain('<iframe');
  expect(await page.locator('.operation .prose').last().textContent()).toContain('<meta');
});

test('the policy allows the scripts of the page alone', async () => {
  const policy = (await page.locator('meta[http-equiv]').getAttribute('content'))!;
  const [, scripts = ''] = /script-src ([^;]+);/.exec(policy)!;
  expect(scripts.split(' ').every((source) => source.startsWith("'sha256-"))).toBe(true);
  expect(scripts.split(' ')).toHaveLength(await page.locator('script').count());
  expect(policy).not.toMatch(/unsafe|\*/);
});

test('the scripts of the page work all the same, and without a mock there is no button for it', async () => {
  await page.getByRole('button', { name: 'Dark' }).click();
  expect(await page.locator('.send:visible').count()).toBe(0);
});

test.each(['index.md', 'llms.txt'])('tags in %s are text', (name) => {
  const tags: string[] = [];
  void marked.walkTokens(marked.lexer(files.get(name)!), (token) => {
    if (token.type === 'html' && token.raw !== '<br>') tags.push(token.raw);
  });
  expect(tags).toEqual([]);
});

test('nothing of this package is named where a description has no project', () => {
  const texts = [...files.values()].join('\n');
  expect(texts).not.toMatch(/password-reset|projectthanos|npx|#34d99b/i);
});

describe('text that is meant to be marked up', () => {
  test.each([
    ['a *b* `c`', '<em>b</em>'],
    ['a<br>b', '<br />'],
    ['<details><summary>a</summary>b</details>', '<summary>a</summary>'],
    ['[a](https://example.com)', '<a href="https://example.com">'],
    ['<b onclick="x">a</b>', '<b>a</b>'],
    ['![alt](https://example.com/a.png)', '<a href="https://example.com/a.png">alt</a>'],
    ['![alt](data:image/png;base64,AAAA)', '<img src="data:image/png;base64,AAAA"'],
  ])('%s stays', (markdown, expected) => {
    expect(prose(markdown, 3).html).toContain(expected);
    expect(inlineProse(markdown).html).toContain(expected);
  });
});
