import { describe, expect, test } from 'vitest';
import type { Description } from '../../../../src/description/types.js';
import { html } from '../../../../src/build/docs/html/html.js';
import { markdownReference } from '../../../../src/build/docs/markdown/markdown.js';
import { operationPage } from '../../../../src/build/docs/page/operation/operation-page.js';
import { readReference } from '../../../../src/build/docs/reference/reference.js';

const description: Description = {
  openapi: '3.0.3',
  info: { title: 'Shop <1>', version: '2' },
  paths: {
    '/orders/{id}': {
      get: {
        operationId: 'getOrder',
        deprecated: true,
        description: 'Reads `<order>` & *more*.\n\nAs in\n\n```\na\n\nb\n```',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string', enum: ['a', 'b'] }, description: 'a | b' },
        ],
        responses: { '2XX': { description: 'Fine' }, '404': { description: 'Gone' }, default: { description: 'Else' } },
      },
    },
  },
};

describe('the reference', () => {
  const reference = readReference(description);
  const [operation] = reference.operations;
  const page = operationPage(operation!).html;
  const markdown = markdownReference(description, reference, 'npx mock');

  test('takes the names of responses from HTTP where the description gives none', () => {
    expect(operation!.responses.map(({ name }) => name)).toEqual(['Not Found', '', 'Any other']);
  });

  test('escapes what is no HTML, on the page', () => {
    expect(page).toContain('Reads <code>&lt;order&gt;</code> &amp; <em>more</em>.');
    expect(html`${'<b>"&'}`.html).toBe('&lt;b&gt;&quot;&amp;');
  });

  test('says that an operation is deprecated', () => {
    expect(page).toContain('Deprecated');
    expect(markdown).toContain('Deprecated');
  });

  test('writes types as code in the Markdown', () => {
    expect(markdown).toContain('- `id` (path): `string`, required, one of `"a"`, `"b"`\n\n  a | b');
  });
});
