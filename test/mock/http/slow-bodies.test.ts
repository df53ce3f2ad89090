import { beforeAll, expect, test } from 'vitest';
import { createMock, type InProcessMock } from '../../../src/mock/index.js';

const form = { type: 'object', properties: { a: { type: 'array', items: { type: 'string' } }, o: { type: 'object' } } };
const bodies = {
  'application/x-www-form-urlencoded': { schema: form, encoding: { o: { style: 'deepObject' } } },
  'multipart/form-data': { schema: form },
  'application/json': {
    schema: {
      type: 'object',
      properties: {
        word: { type: 'string', pattern: '[a-z]+!$' },
        set: { type: 'array', uniqueItems: true, items: { type: 'object' } },
        numbers: { type: 'array', items: { type: 'number' } },
      },
    },
  },
};
const description = {
  openapi: '3.1.0',
  info: { title: 'Slow', version: '1' },
  paths: { '/slow': { post: { requestBody: { content: bodies }, responses: { 204: { description: 'Done' } } } } },
};
let mock: InProcessMock;
beforeAll(async () => {
  mock = await createMock({ description });
  // What is loaded for the first response is no part of what a body takes.
  await mock.fetch('http://api/slow', { method: 'POST' });
});
const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n';

test.each([
  ['a field 100,000 times', 'application/x-www-form-urlencoded', 'a&'.repeat(100_000), 204],
  [
    'an object of 10,000 fields',
    'application/x-www-form-urlencoded',
    Array.from({ length: 10_000 }, (_, index) => `o[k${index}]=1`).join('&'),
    204,
  ],
  ['10,000 parts', 'multipart/form-data; boundary=x', `${part.repeat(10_000)}--x--\r\n`, 400],
  // Its time grows with the square of the text, and no faster.
  ['a pattern that looks for the end from each letter', 'application/json', JSON.stringify({ word: 'a'.repeat(60_000) }), 400],
  [
    '20,000 objects that must be unique',
    'application/json',
    JSON.stringify({ set: Array.from({ length: 20_000 }, (_, index) => ({ a: { b: index } })) }),
    204,
  ],
  ['50,000 wrong items', 'application/json', JSON.stringify({ numbers: Array.from({ length: 50_000 }, () => 'x') }), 400],
])('%s gets a response in a short time, of a moderate size', async (_, type, body, status) => {
  const started = process.cpuUsage();
  const response = await mock.fetch('http://api/slow', { method: 'POST', headers: { 'content-type': type }, body });
  const text = await response.text();
  expect(response.status, text.slice(0, 300)).toBe(status);
  // Each of these took from 3 to 60 s. A busy machine takes longer, and no more of the processor's time.
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(3000);
  expect(text.length).toBeLessThan(50_000);
});
