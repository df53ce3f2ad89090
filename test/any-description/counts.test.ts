import { afterAll, beforeAll, expect, it } from 'vitest';
import { methods, type Description } from '../../src/description/types.js';
import { operationReferences } from '../../src/build/docs/reference/reference.js';
import { buildDocs } from '../../src/build/redocly/build-docs.js';
import { readCompleteDescription } from '../support/complete-description.js';
import { connectBrowser } from '../setup/browser.js';
import { redocDemo } from './public-descriptions.js';

const browser = await connectBrowser();
afterAll(() => browser.close());

let description: Description;
let names: string[];
beforeAll(async () => {
  ({ description } = await readCompleteDescription(redocDemo));
  names = operationReferences(description).map(({ name }) => name);
});

it('the demo has webhooks and callbacks, so that the counts could differ', () => {
  const operations = Object.values(description.paths ?? {}).flatMap((item) => methods.flatMap((method) => item[method] ?? []));
  expect(Object.keys(description['x-webhooks'] ?? {})).not.toEqual([]);
  expect(operations.some((operation) => 'callbacks' in operation)).toBe(true);
});

it('Redoc lists the operations that the page has', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.setContent(await buildDocs(withoutTags(description)));
  const menu = page.locator('.menu-item-type-operation [data-testid=menu-item-label] [data-text]');
  expect((await menu.allTextContents()).sort()).toEqual([...names].sort());
});

/** Redoc leaves operations with tags to its script. */
function withoutTags(whole: Description): Description {
  const tagFields = ['tags', 'x-tagGroups'];
  return JSON.parse(JSON.stringify(whole, (key, value: unknown) => (tagFields.includes(key) ? undefined : value))) as Description;
}
