import { expect, test } from 'vitest';
import type { Description } from '../../../src/description/types.js';
import { completeDescription } from '../../../src/description/complete.js';
import { renderDocs } from '../../../src/build/docs/render-docs.js';

/** The links in a text of a description as shown on the page: in the introduction and at an operation. */
async function shown(links: string): Promise<{ introduction: string[]; operation: string[]; markdown: string[] }> {
  const ok = { '204': { description: 'Done.' } };
  const description = {
    openapi: '3.1.0',
    info: {
      title: 'T',
      version: '1',
      description: `Before.\n\n# What's new?\n\n${links}\n\n## Rate Limits\n\n### Bursts\n\nText.`,
    },
    security: [{ Token: [] }],
    tags: [{ name: 'Fine Art', description: 'Pictures.' }, { name: 'Silent' }],
    paths: {
      '/art/{id}': {
        get: { operationId: 'getArt', summary: 'Show a picture', description: links, tags: ['Fine Art'], responses: ok },
        put: { summary: 'No id', tags: ['Silent'], responses: ok },
      },
    },
    components: {
      securitySchemes: { Token: { type: 'openIdConnect', openIdConnectUrl: 'https://a.example', description: 'Ask.' } },
      schemas: { Art: { type: 'object' } },
    },
  };
  const files = await renderDocs(completeDescription(description as unknown as Description).description, undefined);
  const [html = '', text = ''] = ['index.html', 'index.md'].map((name) => Buffer.from(files.get(name) ?? []).toString());
  const addresses = (part: RegExp): string[] =>
    [...(part.exec(html)?.[0] ?? '').matchAll(/<a(?: href="([^"]*)")?>here/g)].map(([, href = '']) => href);
  return {
    introduction: addresses(/<div class="introduction-text">[^]*?<aside/),
    operation: addresses(/<section class="operation"[^]*?<\/section>/),
    markdown: [...text.matchAll(/\[here\]\(([^)]*)\)/g)].map(([, href = '']) => href),
  };
}

test.each<[kind: string, written: string, onPage: string, inMarkdown: string]>([
  ['a heading as GitHub has it', '#whats-new', '#section/what-s-new', '#whats-new'],
  ['a heading as Redoc has it', "#section/What's-new/Rate-Limits", '#section/what-s-new/rate-limits', '#rate-limits'],
  ['a heading that has no section of its own', '#bursts', '#section/what-s-new/rate-limits', '#rate-limits'],
  ['an operation', '#operation/getArt', '#operation/getArt', '#show-a-picture'],
  ['an operation below its tag, as Redoc has it', '#tag/Fine-Art/operation/getArt', '#operation/getArt', '#show-a-picture'],
  ['an operation as Swagger UI has it', '#/Fine%20Art/getArt', '#operation/getArt', '#show-a-picture'],
  ['an operation as Scalar has it', '#tag/fine-art/GET/art/{id}', '#operation/getArt', '#show-a-picture'],
  ['a pointer to an operation', '#/paths/~1art~1{id}/get', '#operation/getArt', '#show-a-picture'],
  ['the name of an operation', '#show-a-picture', '#operation/getArt', '#show-a-picture'],
  ['a tag', '#tag/Fine-Art', '#tag/Fine%20Art', '#fine-art'],
  ['a tag of which nothing is said', '#/Silent', '#operation/putArtById', '#no-id'],
  ['a security scheme', '#/components/securitySchemes/Token', '#security/Token', '#token'],
  ['a schema, which has no place', '#/components/schemas/Art', '', '#/components/schemas/Art'],
  ['a file beside the page', 'openapi.yaml', 'openapi.yaml', 'openapi.yaml'],
  ['another page', 'https://a.example/#bursts', 'https://a.example/#bursts', 'https://a.example/#bursts'],
])('a link to %s leads there', async (_, written, onPage, inMarkdown) => {
  const { introduction, operation, markdown } = await shown(`Look [here](${written}) and \`[here](#x)\`.`);
  expect(introduction).toEqual([onPage]);
  expect(operation).toEqual([onPage]);
  expect(markdown).toEqual([inMarkdown, '#x', inMarkdown, '#x']);
});
