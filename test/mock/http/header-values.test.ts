import { expect, onTestFinished, test } from 'vitest';
import type { Description } from '../../../src/description/types.js';
import { startMock } from '../../../src/mock/index.js';
import { sendRaw } from './raw.js';

const evil = 'é\r\nX-Evil: 1\0';
const description = {
  openapi: '3.1.0',
  info: { title: evil, version: '1' },
  components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  paths: {
    '/a': {
      get: {
        parameters: [{ name: 'q', in: 'query', schema: { type: 'string' }, examples: { [evil]: { value: 'x' } } }],
        responses: {
          200: {
            description: 'Yes',
            headers: { 'X-Text': { schema: { type: 'string' }, example: evil }, [evil]: { example: 'x' } },
            content: { 'text/plain': { examples: { [evil]: { value: 'yes' } } } },
          },
        },
      },
    },
    '/secret': { get: { security: [{ token: [] }], responses: { 204: { description: 'Yes' } } } },
  },
} as unknown as Description;

test.each([
  [
    'the example of a header, the name of a scenario, and a name that no header can have',
    '/a?q=x',
    200,
    '%C3%A9%0D%0AX-Evil: 1%00',
  ],
  ['the title of the API in a challenge', '/secret', 401, 'Bearer realm="X-Evil: 1"'],
])('%s cannot break into the headers of a response', async (_, path, status, expected) => {
  const mock = await startMock({ port: 0, description });
  onTestFinished(() => mock.close());
  const { statuses, text } = await sendRaw(mock.url, [`GET ${path} HTTP/1.1\r\nHost: mock\r\n\r\n`]);
  expect(statuses).toEqual([status]);
  const [head = ''] = text.split('\r\n\r\n');
  expect(head).not.toMatch(/^x-evil/im);
  expect(head).not.toMatch(/[^\t\r\n\x20-\x7e]/);
  expect(head).toContain(expected);
});
