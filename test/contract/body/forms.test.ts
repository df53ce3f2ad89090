import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMock, type Mock } from '../../../src/mock/index.js';
import { temporaryDirectory } from '../../support/temporary-directory.js';
import { problemOf, send } from '../../mock/send.js';

const fields = {
  type: 'object',
  properties: {
    count: { type: 'integer' },
    on: { type: 'boolean' },
    sizes: { type: 'array', items: { $ref: '#/components/schemas/Size' } },
    size: { allOf: [{ $ref: '#/components/schemas/Size' }] },
    file: { type: 'string', format: 'binary' },
  },
};
/** Keywords beside a reference count, even if another reference leads to them. */
const form = {
  $ref: '#/components/schemas/Fields',
  required: ['count'],
  properties: { tags: { type: 'array', minItems: 2, items: { type: 'string' } } },
};
const schema = { $ref: '#/components/schemas/Form' };
const content = Object.fromEntries(
  ['application/x-www-form-urlencoded', 'multipart/form-data'].map((mediaType) => [mediaType, { schema }]),
);
const description = {
  openapi: '3.1.0',
  info: { title: 'Forms', version: '1' },
  paths: { '/form': { post: { requestBody: { required: true, content }, responses: { 204: { description: 'Taken' } } } } },
  components: { schemas: { Size: { type: 'number' }, Fields: fields, Form: form } },
};

let mock: Mock;
const endings: Array<() => unknown> = [];
beforeAll(async () => {
  const directory = await temporaryDirectory({ onTestFinished: (ending) => void endings.push(ending as () => unknown) });
  await writeFile(join(directory, 'openapi.json'), JSON.stringify(description));
  mock = await startMock({ port: 0, description: join(directory, 'openapi.json') });
});
afterAll(async () => {
  await mock.close();
  for (const end of endings) await end();
});

/** The fields of a form, and the places of its violations. */
const forms: Array<[name: string, fields: Array<[string, string]>, violations: string[]]> = [
  [
    'numbers and truth values',
    [
      ['count', '3'],
      ['on', 'true'],
      ['size', '1.5'],
    ],
    [],
  ],
  [
    'a field that is repeated',
    [
      ['count', '3'],
      ['tags', 'a'],
      ['tags', 'b,c'],
      ['sizes', '1'],
      ['sizes', '2.5'],
    ],
    [],
  ],
  [
    'a field that is not documented',
    [
      ['count', '3'],
      ['more', 'x'],
    ],
    [],
  ],
  ['a missing field', [['on', 'false']], ['body.count required']],
  [
    'a list that is too short',
    [
      ['count', '3'],
      ['tags', 'a'],
    ],
    ['body.tags minItems'],
  ],
  ['what is no number', [['count', 'three']], ['body.count type']],
  [
    'an item that is no number',
    [
      ['count', '3'],
      ['sizes', '1'],
      ['sizes', 'x'],
    ],
    ['body.sizes.1 type'],
  ],
];

async function violationsOf(body: URLSearchParams | FormData): Promise<string[]> {
  const response = await fetch(`${mock.url}/form`, { method: 'POST', body });
  if (response.status === 204) return [];
  expect(response.status).toBe(400);
  const { violations } = (await response.json()) as { violations: Array<{ location: string; rule: string }> };
  return violations.map(({ location, rule }) => `${location} ${rule}`);
}

describe.each([
  ['URL-encoded', (fields: Array<[string, string]>) => new URLSearchParams(fields)],
  [
    'in parts',
    (fields: Array<[string, string]>) => {
      const form = new FormData();
      for (const [name, value] of fields) form.append(name, value);
      return form;
    },
  ],
])('a form %s', (_, make) => {
  test.each(forms)('with %s is read by its schema', async (__, fields, violations) => {
    expect(await violationsOf(make(fields))).toEqual(violations);
  });
});

test('a form in parts may hold a file', async () => {
  const form = new FormData();
  form.append('count', '1');
  form.append('file', new Blob([new Uint8Array([0, 255, 10])]), 'a.bin');
  expect(await violationsOf(form)).toEqual([]);
});

test.each(['multipart/form-data', 'multipart/form-data; boundary=x'])('what is no form is refused as %s', async (type) => {
  const response = await send(mock.url, { method: 'POST', path: '/form', headers: { 'content-type': type }, body: 'count=1' });
  expect(response.status).toBe(400);
  expect(problemOf(response).violations).toEqual([
    { location: 'body', rule: 'format', message: 'body cannot be read as its media type.' },
  ]);
});
