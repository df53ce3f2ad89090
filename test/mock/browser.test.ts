import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { namedExamples } from '../../src/description/operations.js';
import { scenarios, type ScenarioInput } from '../../src/description/scenarios.js';
import { startMock, type Mock } from '../../src/mock/index.js';
import { connectBrowser } from '../setup/browser.js';
import { description, operationOf, operations } from './requests.js';

let mock: Mock;
let site: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const bundle = build({
    entryPoints: ['src/client/browser.ts'],
    bundle: true,
    format: 'iife',
    globalName: 'client',
    platform: 'browser',
    write: false,
  });
  mock = await startMock({ port: 0 });
  // A page on another port has another origin.
  site = createServer(
    (_, response) => void response.setHeader('content-type', 'text/html').end('<title>A front end</title>'),
  ).listen(0, '127.0.0.1');
  await once(site, 'listening');
  browser = await connectBrowser();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
  await page.addScriptTag({ content: (await bundle).outputFiles.map(({ text }) => text).join('') });
  // The cookie is a credential that the browser really sends.
  await page.context().addCookies([{ name: 'session', value: 'x', url: mock.url }]);
});
afterAll(async () => {
  await browser.close();
  site.close();
  await mock.close();
});

interface Seen {
  status: number;
  headers: Record<string, string>;
}

interface Init {
  body?: unknown;
  params?: { path?: Record<string, unknown>; query: Record<string, unknown> };
  headers?: Record<string, string>;
  token?: string;
}

/** Calls an operation with the client in the page, with credentials, as the code of a front end would. */
function call(operationId: string, init: Init): Promise<Seen> {
  return page.evaluate(
    async ({ baseUrl, operationId, init }) => {
      interface Result {
        status: number;
        response: Response;
      }
      const { createClient } = (
        globalThis as unknown as {
          client: { createClient: (options: object) => Record<string, (init: object) => Promise<Result>> };
        }
      ).client;
      const api = createClient({ baseUrl, token: 'a0f17278bed479ee719ea890b8caf0329e1f3e5b', credentials: 'include' });
      const { status, response } = await (api[operationId] as (init: object) => Promise<Result>)(init);
      return { status, headers: Object.fromEntries(response.headers) };
    },
    { baseUrl: mock.url, operationId, init },
  );
}

/** The argument of a call for the inputs of a scenario. */
function initOf(inputs: Array<Pick<ScenarioInput, 'in' | 'name' | 'value'>>): Init {
  const values = (place: string): Record<string, unknown> =>
    Object.fromEntries(inputs.filter((input) => input.in === place).map(({ name, value }) => [name, value]));
  const body = inputs.find((input) => input.in === 'body');
  return { params: { path: values('path'), query: values('query') }, ...(body && { body: body.value }) };
}

describe.each(operations)('$operationId, called by a page of another origin', (operation) => {
  const { operationId, method, parameters, requestBody } = operation;
  // A browser sends no body with a GET.
  const byValue = scenarios(description, operation).filter(
    ({ inputs }) => method !== 'GET' || inputs.every((input) => input.in !== 'body'),
  );

  test.each(byValue)('returns $status for the values of $name', async ({ inputs, status }) => {
    expect((await call(operationId, initOf(inputs))).status).toBe(status);
  });

  test.each(operation.responses)('returns $status when it is asked for', async ({ status }) => {
    const media =
      method === 'GET'
        ? []
        : Object.entries(requestBody?.content ?? {}).map(([name, one]) => ({ in: 'body' as const, name, holder: one }));
    const inputs = [...parameters.map((one) => ({ in: one.in, name: one.name, holder: one })), ...media].map(
      ({ holder, ...place }) => ({ ...place, value: [...namedExamples(description, holder).values()][0]?.value }),
    );
    expect((await call(operationId, { ...initOf(inputs), headers: { prefer: `code=${status}` } })).status).toBe(Number(status));
  });
});

test('a page reads the headers that say something, and why its request was refused', async () => {
  const known = await call('resetPassword', { body: { email: 'jweir@projectthanos.com' } });
  expect(known.headers).toMatchObject({ 'mock-scenario': 'reset-requested' });
  const refused = await call('validatePasswordReset', { params: { query: { token: 'x' } }, token: '' });
  expect(refused.headers).toMatchObject({ 'www-authenticate': 'Token realm="Password Reset API"' });
  // No body is documented for this response, so the client does not read it. A developer sees it when debugging.
  const body = await page.evaluate(
    async (url) => (await fetch(url, { credentials: 'include' })).json() as Promise<unknown>,
    mock.url + operationOf('validatePasswordReset').path,
  );
  expect(body).toMatchObject({ status: 401, detail: expect.stringContaining('header.authorization') as string });
});
