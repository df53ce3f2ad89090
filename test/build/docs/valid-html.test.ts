import { readFile } from 'node:fs/promises';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, test } from 'vitest';
import { renderDocs } from '../../../src/build/docs/render-docs.js';
import { publicDescriptions, redocDemo } from '../../any-description/public-descriptions.js';
import { readCompleteDescription } from '../../support/complete-description.js';
import { asTexts, folder } from './built-page.js';

/** The rules that follow from the HTML standard and from WAI-ARIA. */
const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'] }));

async function errors(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

test('the page is valid HTML', async () => {
  expect(await errors(await readFile(`${folder}index.html`, 'utf8'))).toEqual([]);
});

const small = Object.entries(publicDescriptions).filter(([name]) => !['Box', 'Blockfrost', 'rclone'].includes(name));
test.each([...small, ['Redoc', redocDemo] as const])('so are the pages of the description of %s', async (_, path) => {
  const { description } = await readCompleteDescription(path);
  for (const [name, html] of asTexts(await renderDocs(description, undefined))) {
    if (name.endsWith('.html')) expect(await errors(html), name).toEqual([]);
  }
});
