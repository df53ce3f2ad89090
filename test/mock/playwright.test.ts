import { transform } from 'esbuild';
import type { Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { createMock, type InProcessMock } from '../../src/mock/index.js';
import { readmeBlocks } from '../readme/blocks.js';
import { connectBrowser } from '../setup/browser.js';
import { operationOf, validRequest } from './requests.js';

test('the function of the README lets the mock respond to what a page sends', async ({ onTestFinished }) => {
  const block = (await readmeBlocks()).find(({ code }) => code.includes("from 'playwright'"));
  const { code } = await transform(block?.code ?? '', { loader: 'ts' });
  const { fulfill } = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as {
    fulfill: (route: Route, mock: InProcessMock) => Promise<void>;
  };
  const browser = await connectBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const mock = await createMock();
  await page.route('https://api.example/**', (route) => fulfill(route, mock));

  const { path, ...init } = validRequest(operationOf('resetPassword'));
  const seen = await page.evaluate(
    async ([url, sent]) => {
      const response = await fetch(url, sent);
      return {
        status: response.status,
        body: (await response.json()) as unknown,
        scenario: response.headers.get('mock-scenario'),
      };
    },
    [`https://api.example${path}`, init] as const,
  );
  const direct = await mock.fetch(path, init);
  const body = (await direct.json()) as unknown;
  expect(seen).toEqual({ status: 200, body, scenario: direct.headers.get('mock-scenario') });
});
