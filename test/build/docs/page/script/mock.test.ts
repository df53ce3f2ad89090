import type { Page, Route } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { connectBrowser } from '../../../../setup/browser.js';
import { address, openWith, type MadePage } from './open-with.js';

const browser = await connectBrowser();
afterAll(() => browser.close());

const request = { method: 'POST', path: '/a?b=c', headers: { 'content-type': 'text/plain', 'x-a': 'b' }, body: 'sent' };
const button = `<button class="send scripted" data-request='${JSON.stringify(request)}'><b>Send</b></button>`;
const metas = `<meta name="mock-server" content="${address}mock"><meta name="mock-command" content="npx mock">`;
const operation = `<section class="operation">
  <div class="operation-panel"><div class="panel-content"><h3>Request</h3>${button}</div></div>
  <div class="operation-rest"><ul class="mock-examples"><li><div>${button}</div><i></i></li></ul><p>End</p></div>
</section><p id="announcer"></p>`;

const open = (parts: Partial<MadePage> = {}): Promise<Page> =>
  openWith(browser, { html: metas + operation, scripts: ['mock'], ...parts });

/** Presses a button and waits for what is announced. */
async function pressed(page: Page, index = 0): Promise<string | null> {
  await page.locator('.send b').nth(index).click();
  await expect.poll(() => page.locator('#announcer').textContent()).not.toBe('');
  return page.locator('#announcer').textContent();
}

it('a request is sent as it is written, with no cookie, no referrer, no redirect and no cache', async () => {
  const sent: Array<Record<string, unknown>> = [];
  const page = await open({
    before: () => {
      const { fetch } = globalThis;
      const timeout = AbortSignal.timeout.bind(AbortSignal);
      Object.assign(globalThis, { seen: [] });
      const seen = (globalThis as unknown as { seen: unknown[] }).seen;
      AbortSignal.timeout = (milliseconds) => {
        seen.push(milliseconds);
        return timeout(milliseconds);
      };
      globalThis.fetch = (input, init) => {
        const { signal, ...options } = init ?? {};
        seen.push(input, options, signal instanceof AbortSignal);
        return fetch(input, init);
      };
    },
    respond: async (route) => {
      sent.push({ headers: await route.request().allHeaders(), body: route.request().postData(), url: route.request().url() });
      await route.fulfill({ status: 204 });
    },
  });
  await page.context().addCookies([{ name: 'secret', value: '1', url: address }]);
  await pressed(page);
  const { headers, ...others } = sent[0] ?? {};
  expect(others).toEqual({ body: 'sent', url: `${address}mock/a?b=c` });
  expect(headers).toMatchObject({ 'content-type': 'text/plain', 'x-a': 'b' });
  expect(headers).not.toHaveProperty('cookie');
  expect(headers).not.toHaveProperty('referer');
  expect(await page.evaluate(() => (globalThis as unknown as { seen: unknown[] }).seen)).toEqual([
    15_000,
    `${address}mock/a?b=c`,
    {
      ...{ method: 'POST', headers: request.headers, body: 'sent' },
      ...{ credentials: 'omit', redirect: 'error', cache: 'no-store', referrerPolicy: 'no-referrer' },
    },
    true,
  ]);
});

it.each<[response: Parameters<Route['fulfill']>[0], shown: string[], said: string]>([
  [{ status: 204 }, ['P.status: 204 No Content', 'P: No body.'], '204 No Content. '],
  [
    { status: 200, headers: { 'mock-scenario': 'found', 'x-a': 'b', 'content-type': 'application/json' }, body: '{"a":[1]}' },
    [
      'P.status: 200 OK (scenario found)',
      'PRE: content-type: application/json\nmock-scenario: found\nx-a: b',
      'PRE: {\n  "a": [\n    1\n  ]\n}',
    ],
    '200 OK, scenario found. {"a":[1]}',
  ],
  [
    { status: 400, headers: { 'cache-control': 'a', date: 'b', pragma: 'c', expires: 'd', 'last-modified': 'e' }, body: '{ no' },
    ['P.status: 400 Bad Request', 'PRE: { no'],
    '400 Bad Request. { no',
  ],
])('the response %j is shown and said', async (response, shown, said) => {
  const page = await open({ respond: (route) => route.fulfill(response) });
  expect(await pressed(page)).toBe(`The mock responded ${said}`);
  const parts = await page
    .locator('.mock-response')
    .evaluate((result) =>
      [...result.children].map((one) => `${one.tagName}${one.className && `.${one.className}`}: ${one.textContent}`),
    );
  expect(parts).toEqual([`H3: Response of the mock at ${address}mock`, ...shown]);
  const blocks = await page
    .locator('.mock-response pre')
    .evaluateAll((all) => all.map((one) => [one.tabIndex, one.firstElementChild?.tagName]));
  for (const block of blocks) expect(block).toEqual([0, 'CODE']);
});

it.each([
  [metas, 'Start it, then send again:', 'npx mock'],
  [
    `<meta name="mock-server" content="${address}mock">`,
    'Start a mock server of this description there, then send again.',
    undefined,
  ],
])('where no mock responds, the page says what to start (%#)', async (html, advice, command) => {
  const page = await open({ html: html + operation });
  const sentence = `No mock server responds at ${address}mock. ${advice}`;
  expect(await pressed(page)).toBe(`${sentence} ${command ?? ''}`);
  const result = page.locator('.mock-response');
  expect(await result.locator('.failure').textContent()).toBe(sentence);
  expect(await result.locator('pre').allTextContents()).toEqual(command === undefined ? [] : [command]);
});

it.each([
  [1440, 0, 'BUTTON', 'panel-content'],
  [1440, 1, 'BUTTON', 'panel-content'],
  [1000, 1, 'BUTTON', 'panel-content'],
  // At the end of the row.
  [999, 1, 'I', ''],
  [390, 0, 'BUTTON', 'panel-content'],
])('in a window of %i pixels the response to button %i stands after %s, once', async (width, index, before, place) => {
  const page = await open({ width, respond: (route) => route.fulfill({ status: 204 }) });
  await pressed(page, index);
  await page.locator('#announcer').evaluate((one) => one.replaceChildren());
  await pressed(page, index);
  const found = await page
    .locator('.mock-response')
    .evaluateAll((all) => all.map((one) => [one.previousElementSibling?.tagName, one.parentElement?.className]));
  expect(found).toEqual([[before, place]]);
});

it('where no request can be sent from the panel, the response stands after what says so', async () => {
  const html = `${metas}${operation}`.replace(button, '<span class="scripted"><small class="problem">No.</small></span>');
  const page = await open({ html, respond: (route) => route.fulfill({ status: 204 }) });
  await pressed(page);
  expect(await page.locator('.panel-content > .scripted + .mock-response').count()).toBe(1);
});

it('an operation without a panel has its response in the row', async () => {
  const html = `${metas}${operation}`.replace(button, '');
  const page = await open({ html, respond: (route) => route.fulfill({ status: 204 }) });
  await pressed(page);
  expect(await page.locator('li > i + .mock-response').count()).toBe(1);
});

it('a button that waits for its response sends nothing more, and is free again afterwards', async () => {
  const waiting: Route[] = [];
  const page = await open({ respond: (route) => Promise.resolve(void waiting.push(route)) });
  const first = page.locator('.send').first();
  await first.click();
  await first.click();
  await expect.poll(() => waiting.length).toBe(1);
  expect(await first.getAttribute('aria-busy')).toBe('true');
  await waiting[0]?.fulfill({ status: 204 });
  await expect.poll(() => first.getAttribute('aria-busy')).toBe(null);
  await first.click();
  await expect.poll(() => waiting.length).toBe(2);
});

it('nothing is sent without a mock, nor by a click elsewhere', async () => {
  let requests = 0;
  const respond = (route: Route): Promise<void> => {
    requests += 1;
    return route.fulfill({ status: 204 });
  };
  const without = await open({ html: operation, respond });
  const withOne = await open({ respond });
  for (const page of [without, withOne]) await page.getByText('End', { exact: true }).click();
  await without.locator('.send').first().click();
  expect(requests).toBe(0);
});
