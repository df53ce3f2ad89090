import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proofTable } from '../../src/build/generate/proof-table.js';
import { channels, proofs } from '../../src/build/generate/proofs.js';
import { createClient } from '../../src/client/index.js';
import type { Description, Operation } from '../../src/description/types.js';
import { startMock, type Mock } from '../../src/mock/index.js';
import { generatedClient } from '../support/generated-client.js';
import { builtDescription } from '../build/docs/built-page.js';
import { responseValidator } from './response-validator.js';
import { callByClient, runProgram, sendByHttp, type AnyClient } from './channels.js';

const added: Operation = {
  operationId: 'moveThing',
  summary: 'Move Thing',
  security: [{ Bearer: [] }],
  parameters: [
    {
      name: 'id',
      in: 'path',
      required: true,
      schema: { type: 'integer' },
      examples: { moved: { value: 7 }, taken: { value: 8 } },
    },
    { name: 'by', in: 'query', schema: { type: 'integer' }, examples: { taken: { value: 2 } } },
  ],
  requestBody: {
    content: { 'application/json': { schema: { type: 'object' }, examples: { moved: { value: { to: 1.5, fast: true } } } } },
  },
  responses: {
    200: {
      description: 'Moved',
      headers: { 'X-Left': { required: true, schema: { type: 'integer' }, example: 3 } },
      content: {
        'application/json': {
          schema: { type: 'object', required: ['at'], properties: { at: { type: 'number' } } },
          examples: { moved: { value: { at: 1.5 } } },
        },
      },
    },
    401: { description: 'Who?' },
    409: {
      description: 'Taken',
      content: { 'application/json': { schema: { type: 'array' }, examples: { taken: { value: [8] } } } },
    },
    415: { description: 'What?' },
    429: { description: 'Too often' },
  },
};

/** No request can be made, since the path parameter has no example. */
const unreachable: Operation = {
  operationId: 'findThing',
  summary: 'Find Thing',
  parameters: [{ name: 'id', in: 'path', required: true, schema: { not: {} } }],
  responses: { 204: { description: 'Found' } },
};

const own = await builtDescription();
const description: Description = {
  ...own,
  paths: { ...own.paths, '/api/things/{id}/': { put: added, get: unreachable } },
  components: {
    ...own.components,
    securitySchemes: { ...own.components?.securitySchemes, Bearer: { type: 'http', scheme: 'bearer' } },
  },
};
const all = proofs(description).filter(({ operation }) => operation.operationId === 'moveThing');
const problems = responseValidator(description);

let directory: string;
let mock: Mock;
let client: AnyClient;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'circle-'));
  await writeFile(join(directory, 'openapi.json'), JSON.stringify(description));
  mock = await startMock({ port: 0, description: join(directory, 'openapi.json') });
  client = createClient({
    ...generatedClient(description),
    baseUrl: mock.url,
  }) as unknown as AnyClient;
});
afterAll(async () => {
  await mock.close();
  await rm(directory, { recursive: true });
});

const statuses = [200, 401, 409, 415, 429];

// The operations of the project already test the other languages.
describe.each(['HTTP', 'client', 'Curl'])('an operation that is added is walked by %s', (way) => {
  const walk = all.filter(({ channel }) => channel === way);

  test('to each of its statuses', () => {
    expect(walk.map(({ trigger }) => trigger.status)).toEqual(statuses);
  });

  test.each(walk.map((proof) => ({ ...proof, ...proof.trigger })))('to $status', async (proof) => {
    const { operation, trigger, request } = proof;
    const received =
      way === 'HTTP'
        ? await sendByHttp(mock.url, request!)
        : way === 'client'
          ? await callByClient(client, proof)
          : await runProgram(mock.url, proof);
    expect(received.status).toBe(trigger.status);
    expect(problems(operation, received, trigger.by.kind === 'example' ? trigger.by.name : undefined)).toEqual([]);
  });
});

test('an operation that is added has its rows in the table', () => {
  const rows = proofTable(description)
    .split('\n')
    .filter((row) => row.startsWith('| Move Thing '));
  expect(rows.map((row) => row.split(' | ').slice(1, 3))).toEqual([
    ['200 OK', '`moved`'],
    ['401 Unauthorized', 'no credentials'],
    ['409 Conflict', '`taken`'],
    ['415 Unsupported Media Type', '`Content-Type: application/octet-stream`'],
    ['429 Too Many Requests', '`Prefer: code=…`'],
  ]);
});

test('a response that no request gets has a row without a mark, though the page shows it', () => {
  const rows = proofTable(description)
    .split('\n')
    .filter((row) => row.startsWith('| Find Thing '));
  expect(rows.map((row) => row.split('|').map((cell) => cell.trim()))).toEqual([
    ['', 'Find Thing', '204 No Content', ...Array.from({ length: channels.length + 2 }, () => '')],
  ]);
});
