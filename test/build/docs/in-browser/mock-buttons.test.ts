import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentedOperations, namedExamples } from '../../../../src/description/operations.js';
import { scenarios } from '../../../../src/description/scenarios.js';
import { bundleAssets } from '../../../../src/build/docs/page/assets.js';
import { mockServerUrl } from '../../../../src/build/docs/page/mock-server.js';
import { startMock, type Mock } from '../../../../src/mock/index.js';
import { connectBrowser } from '../../../setup/browser.js';
import { builtDescription, folder, scriptsRun } from '../built-page.js';
import { startStaticHost, type StaticHost } from '../static-host.js';

const description = await builtDescription();
const operations = documentedOperations(description);
const built = await readFile(`${folder}index.html`, 'utf8');
const browser = await connectBrowser();
const directory = `${await mkdtemp(join(tmpdir(), 'docs-test-'))}/`;
let mock: Mock;
let host: StaticHost;
let page: Page;

/** The built page, changed to use another loopback port. */
function asking(url: string): string {
  return built.replaceAll(mockServerUrl(description)!, url);
}

beforeAll(async () => {
  mock = await startMock({ port: 0 });
  await writeFile(`${directory}index.html`, asking(mock.url));
  host = await startStaticHost(directory, '/');
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  await page.goto(host.url);
  await scriptsRun(page);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([mock.close(), host.close(), rm(directory, { recursive: true, force: true })]);
});

/** Presses a button and reads the response as shown on the page and as announced by a screen reader. */
async function press(button: Locator): Promise<{ status: string; shown: string; said: string }> {
  const on = button.page();
  await on.locator('#announcer').evaluate((one) => one.replaceChildren());
  await button.press('Enter');
  await expect.poll(() => on.locator('#announcer').textContent()).not.toBe('');
  const result = button.locator('xpath=ancestor::section').locator('.mock-response');
  const status = result.locator('.status');
  return {
    status: (await status.count()) > 0 ? ((await status.textContent()) ?? '') : '',
    shown: (await result.textContent()) ?? '',
    said: (await on.locator('#announcer').textContent()) ?? '',
  };
}

describe.each(operations)('$operationId', (operation) => {
  const section = (): Locator => page.locator(`[id="operation/${operation.operationId}"]`);
  const rows = scenarios(description, operation);
  const hasBody = (scenario: (typeof rows)[number]): boolean => scenario.inputs.some(({ in: place }) => place === 'body');
  const sendable = rows.filter((row) => operation.method !== 'GET' || !hasBody(row));

  test('has a row for each mock example', async () => {
    expect(await section().locator('.mock-examples > li').count()).toBe(rows.length);
  });

  test.each(sendable)(
    'the button of $name gets the response that the description has for it',
    async ({ name, status, hasBody: isFull }) => {
      const row = section()
        .locator('.mock-examples > li')
        .filter({ has: page.getByText(name, { exact: true }) });
      const button = row.locator('.send');
      const { status: shownStatus, shown, said } = await press(button);
      expect(shownStatus).toMatch(new RegExp(`^${status}\\b`));
      // A request that is rejected before scenarios are matched has the status code of the example, but no scenario.
      const { path, ...init } = JSON.parse((await button.getAttribute('data-request'))!) as RequestInit & { path: string };
      const scenario = (await fetch(mock.url + path, init)).headers.get('mock-scenario');
      expect([name, null]).toContain(scenario);
      if (scenario) expect(shownStatus).toContain(`(scenario ${name})`);
      expect(said).toContain(shownStatus.split(' (')[0]);
      if (!isFull) return;
      const example = operation.responses
        .flatMap(({ response }) => Object.values(response.content ?? {}))
        .map((media) => namedExamples(description, media).get(name))
        .find(Boolean);
      expect(shown).toContain(JSON.stringify(example!.value, undefined, 2));
    },
  );

  test('its own button gets the documented success', async () => {
    const { status } = await press(section().locator('.operation-panel .send').first());
    const success = operation.responses.find((one) => one.status.startsWith('2'))!;
    expect(status).toMatch(new RegExp(`^${success.status}\\b`));
  });

  test.each(rows.filter((row) => !sendable.includes(row)))('the button of $name is off, and says why', async ({ name }) => {
    const row = section()
      .locator('.mock-examples > li')
      .filter({ has: page.getByText(name, { exact: true }) });
    expect(await row.locator('.send').isDisabled()).toBe(true);
    const problem = 'Browsers cannot send a body with GET.';
    expect(await row.locator('.send').getAttribute('aria-label')).toContain(problem);
    expect(await section().locator('.operation-rest .problem:visible').allTextContents()).toEqual([problem]);
  });
});

test('the response stands beside the request on a wide window, and in the row on a narrow one', async () => {
  const send = page.locator('.mock-examples .send:enabled').first();
  await press(send);
  expect(await page.locator('.operation-panel .mock-response').first().isVisible()).toBe(true);
  await page.setViewportSize({ width: 390, height: 844 });
  await press(send);
  expect(await page.locator('.mock-examples > li .mock-response').first().isVisible()).toBe(true);
  await page.setViewportSize({ width: 1440, height: 1000 });
});

test('it works from the disk', async () => {
  const fromDisk = await browser.newPage();
  await fromDisk.goto(pathToFileURL(`${directory}index.html`).href);
  await scriptsRun(fromDisk);
  const { status } = await press(fromDisk.locator('.mock-examples .send:enabled').first());
  expect(status).toMatch(/^\d{3}/);
  await fromDisk.close();
});

test('only the mock is asked, with no cookie, and nothing is stored', async () => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.context().addCookies([{ name: 'secret', value: '1', url: mock.url }]);
  const sent = page.waitForRequest((request) => request.url().startsWith(mock.url) && request.method() !== 'OPTIONS');
  await press(page.locator('.mock-examples .send:enabled').first());
  expect((await (await sent).allHeaders()).cookie).toBeUndefined();
  expect(requests.filter((url) => !url.startsWith(mock.url))).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('a redirect is not followed', async () => {
  const visited: string[] = [];
  const redirecting = createServer((request, response) => {
    visited.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').setHeader('access-control-allow-headers', '*');
    if (request.method === 'OPTIONS') response.writeHead(204).end();
    else response.writeHead(302, { location: '/elsewhere' }).end();
  });
  await new Promise<void>((resolve) => redirecting.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(redirecting.address() as AddressInfo).port}`;
  await writeFile(`${directory}redirecting.html`, asking(url));
  const other = await browser.newPage();
  await other.goto(`${host.url}redirecting.html`);
  await scriptsRun(other);
  const { said } = await press(other.locator('.mock-examples .send:enabled').first());
  expect(said).toContain('No mock server responds');
  expect(visited).not.toContain('/elsewhere');
  await other.close();
  redirecting.closeAllConnections();
  redirecting.close();
});

test('where no mock responds, the page says how to start one', async () => {
  await writeFile(`${directory}alone.html`, asking('http://127.0.0.1:9'));
  const alone = await browser.newPage();
  await alone.goto(`${host.url}alone.html`);
  await scriptsRun(alone);
  const { shown } = await press(alone.locator('.mock-examples .send:enabled').first());
  expect(shown).toContain('No mock server responds at http://127.0.0.1:9.');
  expect(shown).toMatch(/npx --package=@[\w-]+\/[\w-]+ [\w-]+/);
  await alone.close();
});

test('without scripts there is no button', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(host.url);
  expect(await plain.getByRole('button').count()).toBe(0);
  await context.close();
});

test('the policy names the loopback servers alone', () => {
  const [, connect] = /connect-src ([^;]+);/.exec(built)!;
  expect(connect).toBe(new URL(mockServerUrl(description)!).origin);
  expect(built).not.toMatch(/Content-Security-Policy" content="[^"]*unsafe/);
});

test('all of it adds at most 4 KB, compressed', async () => {
  const otherScripts = await bundleAssets(
    ['menu', 'active-place', 'samples', 'search', 'other-page'].map((name) => `script/${name}.js`),
  );
  const without = built
    .replace(/(?<=<script type="module">)(?:(?!<\/script>)[\s\S])*mock-server[\s\S]*?(?=<\/script>)/, () =>
      otherScripts.join('\n'),
    )
    .replace(/ data-request="[^"]*"/g, '')
    .replace(/<button type="button" class="send[\s\S]*?<\/button>/g, '');
  expect(without.length).toBeLessThan(built.length - 3000);
  expect(gzipSync(built).length - gzipSync(without).length).toBeLessThanOrEqual(4096);
});
