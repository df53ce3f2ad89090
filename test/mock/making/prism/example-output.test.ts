import { expect, test } from 'vitest';
import { prepareOperations, type ContractOperation } from '../../../../src/contract/operations.js';
import { completeDescription } from '../../../../src/description/complete.js';
import { exampleOutput } from '../../../../src/mock/making/prism/example-output.js';
import { prismOutput } from '../../../../src/mock/making/prism/prism.js';
import { prismOperation } from '../../../../src/mock/making/prism/prism-operation.js';
import type { MadeOutput, ResponseChoice } from '../../../../src/mock/making/prism/prism-types.js';
import { readDescription } from '../../../../src/reading/description-file.js';

const json = (one: object): object => ({ 'application/json': one });

/** The fields of a response that Prism reads. */
const responses: Record<string, object> = {
  '200': { description: '', content: json({ example: { id: 1 } }) },
  '201': { description: '', content: json({ examples: { one: { value: 1 }, other: { value: null }, none: { summary: '' } } }) },
  '202': { description: '', content: { 'text/plain; charset=utf-8': { example: 'a' } } },
  '203': { description: '', content: { 'text/*': { example: 'a' } } },
  '206': { description: '', content: { ...json({ example: 1 }), 'text/plain': { example: 'a' } } },
  '204': { description: '' },
  '400': { description: '', content: json({ schema: { type: 'string', examples: ['a', 'b'] } }) },
  '401': { description: '', content: json({ schema: { const: 'a' } }) },
  '403': { description: '', headers: { 'X-Of': { schema: { type: 'integer' }, example: 3 } }, content: json({ example: 'a' }) },
  '404': { description: '', headers: { 'X-Of': { schema: { type: 'integer' } } }, content: json({ example: 'a' }) },
  '4XX': { description: '', content: json({ example: 'range' }) },
  default: { description: '', content: json({ example: 'default' }) },
};
const methods = ['get', 'head', 'post'] as const;
const operations = methods.map((method, index) => [method, { responses, deprecated: index === 2 }]);
const made = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: { '/a': Object.fromEntries(operations) as object } };

async function operationsOf(source: string | object): Promise<ContractOperation[]> {
  const { description } = await readDescription(source);
  return prepareOperations(completeDescription(description).description).operations;
}

const accepted = [
  undefined,
  '*/*',
  'application/json',
  'text/plain',
  'application/json, text/plain, */*',
  'image/png, */*;q=0.1',
];

const choices: ResponseChoice[] = [
  {},
  ...['one', 'other', 'none', 'missing'].map((exampleKey) => ({ exampleKey })),
  { ignoreExamples: true },
  { dynamic: true, seed: '1' },
];
const statusOf = (key: string): number => (key === 'default' ? 503 : Number(key.replace('XX', '18')));

/** Without a body, its media type is not sent. */
function sent({ headers, ...output }: MadeOutput): object {
  const { 'Content-type': mediaType, ...others } = headers;
  return { ...output, headers: output.body === undefined ? others : { ...others, mediaType } };
}

test.each([
  ['made up', made, 30],
  ['our own', 'generated/openapi.yaml', 10],
  ['a shop', 'test/mock/descriptions/shop.yaml', 5],
])('what is made of the examples of %s is what Prism makes of them', async (_, source, atLeast) => {
  let compared = 0;
  for (const operation of await operationsOf(source)) {
    for (const documented of operation.responses) {
      for (const accept of accepted) {
        const prism = prismOperation(operation, documented, statusOf(documented.key), accept);
        const headers = accept === undefined ? {} : { accept };
        const request = { method: prism.method, url: { path: operation.path, query: {} }, headers };
        for (const choice of choices) {
          const found = exampleOutput(prism, request, choice);
          if (!found) continue;
          compared += 1;
          expect(sent(found), JSON.stringify([documented.key, accept, choice])).toEqual(
            sent(prismOutput(prism, request, { code: found.statusCode, ...choice })),
          );
        }
      }
    }
  }
  expect(compared).toBeGreaterThan(atLeast);
});
