import { expect, test } from 'vitest';
import { contractMedia } from '../../src/contract/body/media.js';
import { fieldReader } from '../../src/contract/body/form-fields.js';
import { readMultipart } from '../../src/contract/body/multipart.js';
import { readTarget } from '../../src/contract/message/request-target.js';
import { prepareOperations } from '../../src/contract/operations.js';
import { validateRequest } from '../../src/contract/request/validate-request.js';
import { equalItems } from '../../src/contract/schema/validate/unique-items.js';
import { completeDescription } from '../../src/description/complete.js';
import type { Encoding, Schema } from '../../src/description/types.js';

// The number of reads per part must not depend on the number of parts, so that the cost of a body grows linearly with its size.
// Counting the reads needs no large bodies, and does not depend on the machine.

const schema: Schema = {
  type: 'object',
  properties: { list: { type: 'array', items: { type: 'string' } }, deep: { type: 'object' } },
};

/** The number of times that the names and texts of fields are read. */
function readsOf(count: number, nameOf: (index: number) => string, encoding: Record<string, Encoding>): number {
  const { shape } = contractMedia({ openapi: '3.2.0', info: { title: 'T', version: '1' } }, 'a/b', { schema }, '');
  let reads = 0;
  const read = fieldReader({ shape, encoding, decode: (text) => text, place: ['body'] });
  const sent = Array.from({ length: count }, (_, index) => ({
    get name() {
      reads += 1;
      return nameOf(index);
    },
    get text() {
      reads += 1;
      return String(index);
    },
  }));
  expect(read(sent).violations).toEqual([]);
  return reads;
}

test.each<[what: string, nameOf: (index: number) => string, encoding: Record<string, Encoding>]>([
  ['a field that is repeated', () => 'list', {}],
  ['fields of other names', (index) => `name${index}`, {}],
  ['a list in a style', () => 'list', { list: { explode: true } }],
  ['the members of a deep object', (index) => `deep[k${index}]`, { deep: { style: 'deepObject' } }],
])('%s costs as much for each field, however many', (_, nameOf, encoding) => {
  const few = readsOf(100, nameOf, encoding);
  expect(few).toBeGreaterThan(100);
  expect(readsOf(200, nameOf, encoding)).toBeLessThanOrEqual(2 * few);
});

test('that the items of a list are unique costs as much for each item, however many', () => {
  const readsOfItems = (count: number): number => {
    let reads = 0;
    const items = Array.from({ length: count }, (_, index) => ({
      get a() {
        reads += 1;
        return { b: index };
      },
    }));
    expect(equalItems(items)).toBeUndefined();
    return reads;
  };
  expect(readsOfItems(200)).toBe(2 * readsOfItems(100));
});

test('a body has at most a thousand parts', () => {
  const part = '--x\r\n\r\n1\r\n';
  const read = (count: number): number | undefined =>
    readMultipart(Buffer.from(`${part.repeat(count)}--x--\r\n`), 'multipart/form-data; boundary=x')?.length;
  expect([999, 1000, 1001].map(read)).toEqual([999, 1000, undefined]);
});

test.each([
  ['a short text', 'a', false],
  ['a text that the pattern may take long for', 'a'.repeat(4000), true],
])('%s is held to its pattern without holding others: %s', async (_, word, isLater) => {
  const content = { 'application/json': { schema: { type: 'object', properties: { word: { pattern: '[a-z]+!$' } } } } };
  const paths = { '/a': { post: { requestBody: { content }, responses: { 204: { description: 'Done' } } } } };
  const { description } = completeDescription({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths });
  const [operation] = prepareOperations(description).operations;
  if (!operation) throw new Error('There is no operation.');
  const request = {
    ...{ method: 'POST', ...readTarget('/a'), headers: { 'content-type': 'application/json' } },
    body: Buffer.from(JSON.stringify({ word })),
  };
  const measured = validateRequest(operation, request);
  expect(measured instanceof Promise).toBe(isLater);
  expect((await measured).violations.map(({ rule }) => rule)).toEqual(['pattern']);
});
