import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scenarios } from '../../src/description/scenarios.js';
import { startMock, type Mock } from '../../src/mock/index.js';
import { launchBrowser } from '../setup/browser.js';
import { description, operations, requestOf, validRequest, type Sent } from './requests.js';

let mock: Mock;
let site: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  mock = await startMock({ port: 0 });
  // Another port is another origin.
  site = createServer((_, response) => void response.setHeader('content-type', 'text/html').end('<title>A front end</title>')).listen(0, '127.0.0.1');
  await once(site, 'listening');
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
  // A cookie makes credentials that are really sent.
  await page.context().addCookies([{ name: 'session', value: 'x', url: mock.url }]);
});
afterAll(async () => {
  await browser?.close();
  site?.close();
  await mock?.close();
});

interface Seen {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Fetches in the page, with credentials, as the code of a front end would. */
function fetchInPage({ method, path, headers, body }: Sent): Promise<Seen> {
  return page.evaluate(
    async ({ url, ...init }) => {
      const response = await fetch(url, { ...init, credentials: 'include' });
      return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
    },
    // A browser sends no body with a GET.
    { url: mock.url + path, method, headers, ...(body !== undefined && method !== 'GET' && { body }) },
  );
}

describe.each(operations)('$operationId, called by a page of another origin', (operation) => {
  const byValue = scenarios(description, operation).filter(({ inputs }) => operation.method !== 'GET' || inputs.every((input) => input.in !== 'body'));

  test.each(byValue)('answers $status to the values of $name', async (scenario) => {
    expect((await fetchInPage(requestOf(operation, scenario))).status).toBe(scenario.status);
  });

  test.each(operation.responses)('answers $status when it is asked for', async ({ status }) => {
    const request = validRequest(operation);
    expect((await fetchInPage({ ...request, headers: { ...request.headers, prefer: `code=${status}` } })).status).toBe(Number(status));
  });
});

test('a page reads each header that says something', async () => {
  const [reset, validate] = operations.map(validRequest);
  expect((await fetchInPage(reset!)).headers).toMatchObject({ 'mock-scenario': 'reset-requested' });
  expect((await fetchInPage({ ...validate!, headers: {} })).headers).toMatchObject({ 'www-authenticate': 'Token realm="Password Reset API"' });
  expect((await fetchInPage({ ...reset!, method: 'DELETE' })).headers).toMatchObject({ allow: 'POST, OPTIONS' });
});

test('a page reads why its request was refused', async () => {
  const { body } = await fetchInPage({ ...validRequest(operations[0]!), body: '{}' });
  expect(JSON.parse(body)).toMatchObject({ status: 400, detail: 'body.email is required.' });
});
