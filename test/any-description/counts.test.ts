import { beforeAll, expect, it } from 'vitest';
import { methods, type Description } from '../../src/description/types.js';
import { renderRedocFrame } from '../../src/build/docs/redoc/render-frame.js';
import { readRedocFrame, redocTemplate } from '../../src/build/docs/redoc/redoc-frame.js';
import { operationReferences } from '../../src/build/docs/reference/reference.js';
import { runRedoc } from '../../src/build/redocly/build-docs.js';
import { readCompleteDescription } from '../support/complete-description.js';
import { redocly } from '../support/redocly.js';
import { redocDemo } from './public-descriptions.js';

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

it('the page has the operations that Redoc lists for the same page', async () => {
  const frame = await renderRedocFrame(description, redocly.run);
  expect(frame.operationNames).toEqual(names);
});

it('Redoc lists the same operations for the whole description', async () => {
  const whole = await runRedoc(withoutTags(description), redocTemplate, redocly.run);
  expect(readRedocFrame(whole).operationNames.sort()).toEqual([...names].sort());
});

/** Redoc leaves operations with tags to its script. */
function withoutTags(whole: Description): Description {
  const tagFields = ['tags', 'x-tagGroups'];
  return JSON.parse(JSON.stringify(whole, (key, value: unknown) => (tagFields.includes(key) ? undefined : value))) as Description;
}
