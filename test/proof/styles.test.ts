import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proofs } from '../../src/build/generate/proofs.js';
import { createClient } from '../../src/client/index.js';
import type { Description, Encoding, Operation, Parameter, Schema } from '../../src/description/types.js';
import { startMock, type Mock } from '../../src/mock/index.js';
import { fullUrl } from '../../src/requests/sample-request.js';
import { generatedClient } from '../support/generated-client.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { callByClient, runProgram, sendByHttp, type AnyClient } from './channels.js';

const numbers: Schema = { type: 'array', items: { type: 'integer' } };
const words: Schema = { type: 'array', items: { type: 'string' } };
const point: Schema = { type: 'object', required: ['x'], properties: { x: { type: 'integer' }, y: { type: 'string' } } };

type Styled = Omit<Parameter, 'name' | 'in' | 'examples' | 'example'> & { value: unknown };

/** Parameters by the name of the case, with their place, style and value. */
const parameters: Array<[name: string, place: Parameter['in'], styled: Styled]> = [
  ['repeated', 'query', { schema: numbers, value: [1, 2] }],
  ['commas', 'query', { explode: false, schema: numbers, value: [1, 2] }],
  ['bars', 'query', { style: 'pipeDelimited', schema: words, value: ['a b', 'c'] }],
  ['blanks', 'query', { style: 'spaceDelimited', schema: words, value: ['a', 'c&d'] }],
  ['deep', 'query', { style: 'deepObject', explode: true, schema: point, value: { x: 1, y: 'a b' } }],
  ['members', 'query', { schema: point, value: { x: 1, y: 'b' } }],
  ['flat', 'query', { explode: false, schema: point, value: { x: 1, y: 'b' } }],
  ['list', 'path', { required: true, schema: numbers, value: [1, 2] }],
  ['label', 'path', { required: true, style: 'label', schema: numbers, value: [1, 2] }],
  ['labels', 'path', { required: true, style: 'label', explode: true, schema: numbers, value: [1, 2] }],
  ['matrix', 'path', { required: true, style: 'matrix', schema: { type: 'integer' }, value: 3 }],
  ['matrices', 'path', { required: true, style: 'matrix', explode: true, schema: numbers, value: [1, 2] }],
  ['X-List', 'header', { schema: numbers, value: [1, 2] }],
  ['X-Object', 'header', { schema: point, value: { x: 1, y: 'b' } }],
  ['X-Members', 'header', { explode: true, schema: point, value: { x: 1, y: 'b' } }],
  ['reserved', 'query', { allowReserved: true, schema: { type: 'string' }, value: 'a/b?c=d' }],
  ['words', 'query', { explode: false, schema: words, value: ['a,b', 'c'] }],
  ['json', 'query', { content: { 'application/json': { schema: point } }, value: { x: 1 } }],
  ['json-path', 'path', { required: true, content: { 'application/json': { schema: point } }, value: { x: 1 } }],
  ['X-Json', 'header', { content: { 'application/json': { schema: numbers } }, value: [1, 2] }],
  ['cookie', 'cookie', { schema: { type: 'string' }, value: 'a b' }],
  ['cookies', 'cookie', { schema: numbers, value: [1, 2] }],
  ['crumbs', 'cookie', { explode: false, schema: words, value: ['a b', 'c'] }],
  ['whole', 'querystring', { content: { 'application/x-www-form-urlencoded': { schema: point } }, value: { x: 1, y: 'a b' } }],
  ['whole-json', 'querystring', { content: { 'application/json': { schema: point } }, value: { x: 1 } }],
];

/** Forms by the name of the case. */
const forms: Array<[name: string, schema: Schema, encoding: Record<string, Encoding>, value: unknown]> = [
  ['plain', { type: 'object', properties: { n: { type: 'integer' }, t: { type: 'string' } } }, {}, { n: 3, t: 'a b&c' }],
  ['lists', { type: 'object', required: ['a'], properties: { a: numbers, b: words } }, {}, { a: [1], b: ['x,y', 'z'] }],
  ['object', { type: 'object', properties: { p: point } }, {}, { p: { x: 1 } }],
  ['encoded', { type: 'object', properties: { a: words } }, { a: { style: 'pipeDelimited' } }, { a: ['x', 'y'] }],
  ['deep-form', { type: 'object', properties: { p: point } }, { p: { style: 'deepObject' } }, { p: { x: 1, y: 'z' } }],
];

const responses = { 204: { description: 'As it should be', 'x-microcks-refs': ['listed'] }, 400: { description: 'Not so' } };
const paths: Array<[path: string, method: string, operation: Operation]> = [
  ...parameters.map(([name, place, { value, content, ...styled }]): [string, string, Operation] => {
    const examples = { listed: { value } };
    const ofContent = Object.entries(content ?? {}).map(([mediaType, media]) => [mediaType, { ...media, examples }]);
    const described = content ? { content: Object.fromEntries(ofContent) as Parameter['content'] } : { examples };
    const parameter = { name, in: place, ...styled, ...described } as Parameter;
    return [
      place === 'path' ? `/${name}/{${name}}` : `/${name}`,
      'get',
      { operationId: name, parameters: [parameter], responses },
    ];
  }),
  ...forms.map(([name, schema, encoding, value]): [string, string, Operation] => [
    `/${name}`,
    'post',
    {
      operationId: name,
      requestBody: {
        required: true,
        content: { 'application/x-www-form-urlencoded': { schema, encoding, examples: { listed: { value } } } },
      },
      responses,
    },
  ]),
];
const description: Description = {
  openapi: '3.2.0',
  info: { title: 'Styles', version: '1' },
  servers: [{ url: 'https://api.example.com' }],
  paths: Object.fromEntries(paths.map(([path, method, operation]) => [path, { [method]: operation }])),
};

const endings: Array<() => unknown> = [];
let mock: Mock;
let client: AnyClient;
beforeAll(async () => {
  const directory = await temporaryDirectory({ onTestFinished: (ending) => void endings.push(ending as () => unknown) });
  await writeFile(join(directory, 'openapi.json'), JSON.stringify(description));
  mock = await startMock({ port: 0, description: join(directory, 'openapi.json') });
  client = createClient({ ...generatedClient(description), baseUrl: mock.url }) as unknown as AnyClient;
});
afterAll(async () => {
  await mock.close();
  for (const end of endings) await end();
});

const listed = proofs(description).filter(({ trigger: { by } }) => by.kind === 'example');

// curl and Node.js send the URL and the body as printed; the last test compares these with the plain HTTP request. A TypeScript
// sample can only use the client of the project's own description.
const runs = ['HTTP', 'client', 'HTTPie', 'Python (requests)'];

describe.concurrent.each(runs)('%s', (way) => {
  const walk = listed.filter(({ channel }) => channel === way);

  test('knows each of the styles', () => {
    expect(walk.map(({ operation }) => operation.operationId)).toEqual([...parameters, ...forms].map(([name]) => name));
  });

  test.each(walk.map((proof): [string, typeof proof] => [proof.operation.operationId, proof]))(
    'writes %s so that the mock finds the value valid, and knows it again',
    async (_, proof) => {
      const received =
        way === 'HTTP'
          ? await sendByHttp(mock.url, proof.request!)
          : way === 'client'
            ? await callByClient(client, proof)
            : await runProgram(mock.url, proof);
      expect({ status: received.status, scenario: received.headers['mock-scenario'] }, received.body).toEqual({
        status: 204,
        scenario: 'listed',
      });
    },
  );
});

test.each(['Curl', 'Node.js'])('%s prints the URL and the body that HTTP sends, and the mock knows one', async (way) => {
  const programs = listed.filter(({ channel }) => channel === way);
  expect(programs).toHaveLength(parameters.length + forms.length);
  for (const { program, request } of programs) {
    if (!program || !request) throw new Error(`${way} has no program.`);
    expect(program).toContain(`'${fullUrl(request)}'`);
    if (request.body) expect(program).toContain(`'${request.body.text}'`);
  }
  const [last] = programs.slice(-1);
  if (last) expect((await runProgram(mock.url, last)).headers['mock-scenario']).toBe('listed');
});
