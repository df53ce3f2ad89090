import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentedOperations } from '../../../src/description/operations.js';
import type { Description } from '../../../src/description/types.js';
import { renderDocs } from '../../../src/build/docs/render-docs.js';
import { makeRedocPage, redocPath, withoutDeadLink, type RedocPage } from '../../../src/build/redoc-page.js';
import { payloads } from '../../any-description/hostile/payloads.js';
import { connectBrowser } from '../../setup/browser.js';
import { root, runTool } from '../../support/command.js';
import { builtDescription, folder, openPage } from './built-page.js';

const operations = documentedOperations(await builtDescription());
const browser = await connectBrowser();
afterAll(() => browser.close());

describe('the page that Redoc renders', () => {
  let page: Page;
  /** The requests to other hosts that the policy of the page did not block. */
  const asked: string[] = [];
  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    page.setDefaultTimeout(10_000);
    page.on('request', (request) => {
      if (/^(https?|wss?):/.test(request.url())) asked.push(request.url());
    });
    page.on('requestfailed', (request) => {
      if (request.failure()?.errorText === 'csp') asked.splice(asked.indexOf(request.url()), 1);
    });
    await page.goto(pathToFileURL(`${folder}redoc.html`).href);
  });

  test.each(operations)(
    'has $operationId: its name, method and path, its responses, its code samples in tabs',
    async (documented) => {
      const { summary, method, path, operation, responses } = documented;
      const entry = page.locator('[data-component-name="Menu/MenuItem"]', { hasText: summary });
      expect((await entry.textContent())!.toUpperCase()).toContain(method);
      await entry.getByRole('link').click();
      const section = page.locator('[data-section-id]', { has: page.getByRole('heading', { name: summary }) }).last();
      await section.getByText(`${method} ${path}`, { exact: true }).waitFor();
      const names = await section.locator('tr td:nth-child(-n+2)').allTextContents();
      expect(names).toEqual(responses.flatMap(({ status, response }) => [status, response['x-summary']]));
      const samples = operation['x-codeSamples'] ?? [];
      const tabs = section.getByRole('tablist', { name: `Code samples of ${summary}` }).getByRole('tab');
      expect(await tabs.allTextContents()).toEqual(samples.map(({ label }) => label));
      for (const { label, source } of samples) {
        await tabs.filter({ hasText: label }).click();
        expect(await section.getByRole('tabpanel', { name: label }).textContent()).toBe(source);
      }
    },
  );

  test('shows the same language for each operation, as the arrow keys or a click choose it', async () => {
    const chosen = page.getByRole('tab', { selected: true }).and(page.locator('.samples *'));
    await chosen.first().press('ArrowRight');
    const [{ label } = { label: '' }] = operations[0]!.operation['x-codeSamples'] ?? [];
    expect(await chosen.allTextContents()).toEqual(operations.map(() => label));
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(label);
  });

  test('shows the body of each request in the dark panel', async () => {
    const panels = page.locator('.panel-request-samples pre');
    await expect.poll(() => panels.count()).toBe(operations.length);
    for (const text of await panels.allTextContents()) expect(JSON.parse(text)).toEqual(expect.any(Object));
  });

  test('has the look of the docs: the colour of the header, and a dark panel', async () => {
    const background = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => getComputedStyle(one).backgroundColor);
    const { 'x-logo': logo } = (await builtDescription()).info as { 'x-logo'?: { backgroundColor: string } };
    const channels = [1, 3, 5].map((from) => parseInt(logo!.backgroundColor.slice(from, from + 2), 16));
    expect(await background('[data-testid=logo]')).toBe(`rgb(${channels.join(', ')})`);
    expect(await background('[data-testid=right-panel] [data-testid=panel-body]')).toBe('rgb(0, 0, 0)');
  });

  test('has the contrast of text in each colour', async () => {
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: ['color-contrast'],
        resultTypes: ['violations'],
      }),
    );
    expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html.slice(0, 160)))).toEqual([]);
  });

  test('asks no other host for anything', () => {
    expect(asked).toEqual([]);
  });

  test('runs its own scripts alone', async () => {
    const [, scripts = ''] = /script-src ([^;]+);/.exec(await page.content())!;
    expect(scripts.split(' ').every((source) => source.startsWith("'sha256-"))).toBe(true);
  });
});

test('the stock command makes the same page, but for the policy, which cannot know the scripts', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'password-reset-test-'));
  try {
    const out = join(directory, 'redoc.html');
    await runTool('redocly', ['build-docs', 'generated/openapi.yaml', '--inlineBundle', '-o', out], { cwd: root });
    const withoutPolicy = async (path: string): Promise<string> =>
      (await readFile(path, 'utf8')).replace(/script-src [^;]+;/, '');
    expect((await withoutPolicy(out)) === (await withoutPolicy(`${folder}redoc.html`))).toBe(true);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});

test('the docs lead to it', async () => {
  const page = await openPage(browser, { scripts: false });
  await page.getByRole('link', { name: 'Redoc', exact: true }).click();
  await page.waitForURL(/redoc\.html$/);
  await page.close();
});

test('a script that a description brings does not run, wherever Redoc puts it', async () => {
  const texts = ['a script', 'a handler', 'a frame', 'a link in HTML'].map((name) => payloads[name]).join('\n\n');
  const description: Description = {
    openapi: '3.1.0',
    info: { title: 'A', version: '1', description: texts },
    paths: { '/a': { get: { summary: 'B', description: texts, responses: { '200': { description: texts } } } } },
  };
  const { outputs } = await makeRedocPage(description, true);
  const directory = await mkdtemp(join(tmpdir(), 'password-reset-test-'));
  const page = await browser.newPage();
  try {
    await writeFile(join(directory, 'redoc.html'), outputs.get(redocPath)!);
    await page.goto(pathToFileURL(join(directory, 'redoc.html')).href);
    await page.locator('iframe').first().waitFor({ state: 'attached' });
    expect(await page.evaluate(() => 'injected' in globalThis)).toBe(false);
  } finally {
    await page.close();
    await rm(directory, { recursive: true, force: true });
  }
});

test.each([
  ['de', 'Diese Schnittstelle legt Rechnungen an, ändert sie und verschickt sie an die Kunden des Hauses.'],
  ['en', 'xyz'],
])('says %s, the language of the description, or English where it is not certain', async (language, text) => {
  const description: Description = { openapi: '3.1.0', info: { title: 'A', version: '1', description: text }, paths: {} };
  const { outputs } = await makeRedocPage(description, true);
  expect(outputs.get(redocPath)).toContain(`<html lang='${language}'>`);
});

describe('a description that Redoc cannot render', () => {
  // Redoc expects that each path is an object.
  const description = { openapi: '2.9', info: { title: 'A', version: '1' } } as unknown as Description;

  test('does not stop the docs: it has no such page, and a warning says why', async () => {
    const { outputs, warnings } = await makeRedocPage(description, false);
    expect(outputs.has(redocPath)).toBe(false);
    expect(warnings).toEqual([expect.stringMatching(/^redoc\.html was not built: redocly build-docs said "[^"]+"\.$/)]);
  });

  test('has no link to it in the docs', async () => {
    const link = 'href="redoc.html"';
    const readable: Description = { openapi: '3.1.0', info: { title: 'A', version: '1' }, paths: {} };
    const docs = await renderDocs(readable, undefined);
    const index = async (redoc: Promise<RedocPage>): Promise<string> =>
      Buffer.from((await withoutDeadLink(docs, redoc)).get('index.html')!).toString();
    expect(await index(makeRedocPage(readable, true))).toContain(link);
    expect(await index(makeRedocPage(description, false))).not.toContain(link);
    expect(await index(makeRedocPage(description, true))).not.toContain('Other views');
  });

  test('is an error where warnings are', async () => {
    await expect(makeRedocPage(description, true)).rejects.toThrow(/^redoc\.html was not built: /);
  });
});
