import { expect, it } from 'vitest';
import { addCodeSamples } from '../../../src/build/samples/add-code-samples.js';
import { documentedOperations } from '../../../src/description/operations.js';
import type { Description, Encoding, Operation, Parameter, Schema } from '../../../src/description/types.js';

/** A description of one operation. */
function describing(method: string, operation: Operation, server = 'https://api.example.com'): Description {
  return {
    openapi: '3.2.0',
    info: { title: 'Any', version: '1' },
    servers: [{ url: server }],
    paths: { '/a': { [method]: { operationId: 'any', responses: {}, ...operation } } },
    components: { securitySchemes: { Key: { type: 'apiKey', in: 'header', name: 'X-Key', 'x-example': "k'1" } } },
  };
}

const body = (mediaType: string, example: unknown, schema: Schema = {}, encoding: Record<string, Encoding> = {}): Operation => ({
  requestBody: { required: true, content: { [mediaType]: { example, schema, encoding } } },
});

const header = (name: string, example: string): Parameter => ({ name, in: 'header', example });

const text = { type: 'string' };
const file = { type: 'string', format: 'binary' };

/** Each sample must equal the one below its name in `printed.txt`. Other tests run the samples and check the requests that arrive. */
const cases: Record<string, Description> = {
  'json-object': describing('post', {
    ...body('application/json', {
      email: "o'hara@example.com",
      at: '@a',
      is: '=1',
      both: 'a=@',
      age: 3,
      no: false,
      tags: ['a', "c'd"],
    }),
    parameters: [header('X-A', 'a')],
    responses: { 204: { description: 'Done' }, 200: { description: 'Done', content: { 'application/json': {} } } },
  }),
  'json-names': describing('put', {
    operationId: 'put-any',
    ...body('application/json', { ['__proto__']: 1, 'odd name': { 'a-b': null, $a: '"', _1: [], '1a': {} }, a1: 'a\nb' }),
  }),
  'json-backslash': describing('patch', body('application/json', { path: 'a\\b', yes: true, lines: '`\n' })),
  'json-list': describing('post', body('application/json', [1, 'a', [null]])),
  'json-text': describing('post', body('application/json', 'a')),
  'json-empty': describing('post', body('application/json', {})),
  'json-dialect': describing('patch', body('application/merge-patch+json', { a: 1 })),
  'text-lines': describing('put', body('text/plain', '@a\n"b"\n\'c\'')),
  'text-quotes': describing('put', body('text/plain', 'a"""b\n\'\'\'c')),
  'text-quote-at-end': describing('put', body('text/plain', 'a\n"b"')),
  'text-template': describing('put', body('text/plain', '${a}\nb')),
  'text-return': describing('put', body('text/plain', 'a\r\nb')),
  'get-with-text': describing('get', body('text/plain', 'a@b'), 'http://api.example.com'),
  'head-with-text': describing('head', { ...body('text/plain', 'a'), security: [{ Key: [] }] }),
  nothing: describing('options', {}),
  'json-odd-name': describing('post', body('application/json', { 'a:b': 1 })),
  form: describing('post', body('application/x-www-form-urlencoded', { a: "b & c='d'" })),
  parameters: describing('delete', {
    security: [{ Key: [] }],
    parameters: [
      { name: 'q', in: 'query', example: 'a b' },
      { name: 'r', in: 'query', example: '1' },
      { name: 'x.dotted', in: 'header', example: "it's 1" },
      { name: 'X-Empty', in: 'header', example: '' },
      { name: 'a/b', in: 'cookie', example: 'x y' },
    ],
  }),
  'repeated-parameter': describing('query', { parameters: [{ name: 'q', in: 'query', example: ['a', "b'"] }] }),
  'delimited-parameter': describing('get', {
    parameters: [{ name: 'q', in: 'query', explode: false, example: ['a', 'b'] }],
  }),
  'form-in-parts': describing('post', {
    parameters: [header('X-Empty', '')],
    ...body(
      'multipart/form-data',
      { title: 'a, "b"', at: '@b', is: '=c', tag: ['a', ' b', 'c'], 'a-b': '<d', cover: 'picture', 'e f': ['one', 'two'] },
      { properties: { title: text, cover: file, 'e f': { type: 'array', items: file } } },
      { cover: { contentType: 'image/png' } },
    ),
  }),
  'form-without-file': describing('post', body('multipart/form-data', { name: 'a', more: 'b\\c' })),
  'form-with-file': describing(
    'post',
    body('multipart/form-data', { name: 'a', more: 'b' }, { properties: { name: text, more: file } }),
  ),
  'form-with-object': describing(
    'post',
    body('multipart/form-data', { meta: { a: '"1";' }, note: 'n' }, {}, { note: { contentType: 'text/markdown' } }),
  ),
  'form-with-typed-field': describing(
    'post',
    body('multipart/form-data', { note: 'n' }, {}, { note: { contentType: 'text/markdown' } }),
  ),
  'form-with-odd-member': describing('post', body('multipart/form-data', { ['__proto__']: 'c' })),
  'form-with-odd-name': describing('post', body('multipart/form-data', { 'a=b': 'c' })),
  'form-with-odd-file': describing('post', body('multipart/form-data', { 'a=b': 'c' }, { properties: { 'a=b': file } })),
};

it('each request is printed in each language', async () => {
  const printed = Object.entries(cases).map(([name, description]) => {
    const [operation] = documentedOperations(addCodeSamples(description, 'the-package'));
    const samples = operation?.operation['x-codeSamples'] ?? [];
    return [`# ${name}\n`, ...samples.map(({ label, lang, source }) => `== ${label} (${lang})\n${source}\n`)].join('\n');
  });
  await expect(printed.join('\n').replaceAll('\r', '<CR>')).toMatchFileSnapshot('printed.txt');
});

it('a path that is referred to, with an operation beside it, has samples for both', () => {
  const operation = { operationId: 'a', responses: {} };
  const components = { pathItems: { A: { get: operation, put: { ...operation, operationId: 'b' } } } };
  const { openapi, info } = describing('get', {});
  const description = { openapi, info, components, paths: { '/a': { $ref: '#/components/pathItems/A' } } };
  const operations = documentedOperations(addCodeSamples(description as Description));
  expect(operations.map(({ operation: { 'x-codeSamples': samples } }) => samples?.map(({ label }) => label))).toEqual([
    ['Curl', 'HTTPie', 'Python (requests)', 'Node.js'],
    ['Curl', 'HTTPie', 'Python (requests)', 'Node.js'],
  ]);
});

it('no sample rounds a large integer', () => {
  const id = 9007199254740993n;
  const inBody = (mediaType: string): Operation => ({ requestBody: { content: { [mediaType]: { example: { in: { id } } } } } });
  const operations: Operation[] = [
    { parameters: [{ in: 'query', name: 'id', example: id }] },
    inBody('application/json'),
    inBody('multipart/form-data'),
  ];
  for (const operation of operations) {
    const [documented] = documentedOperations(addCodeSamples(describing('post', operation), 'the-package'));
    const samples = documented?.operation['x-codeSamples'] ?? [];
    expect(samples.map(({ label }) => label)).toContain('Node.js');
    expect(samples.filter(({ source }) => !source.includes(String(id)))).toEqual([]);
  }
});

it('a description without paths has no paths afterwards', () => {
  const { openapi, info } = describing('get', {});
  expect(addCodeSamples({ openapi, info })).toEqual({ openapi, info });
});

it('an operation of another method has samples beside the others of its path', () => {
  const operation = (operationId: string): Operation => ({ operationId, responses: {} });
  const additionalOperations = { COPY: operation('copy'), MOVE: { ...operation('move'), 'x-codeSamples': [] } };
  const { paths, ...others } = describing('get', {});
  const description = addCodeSamples({ ...others, paths: { '/a': { ...paths?.['/a'], additionalOperations } } });
  expect(
    documentedOperations(description).map(({ method, operation: one }) => [
      method,
      one.operationId,
      one['x-codeSamples']?.length,
    ]),
  ).toEqual([
    ['GET', 'any', 4],
    ['COPY', 'copy', 4],
    ['MOVE', 'move', 0],
  ]);
});

it('an operation without an example for a required input has no sample', () => {
  const requestBody = { required: true, content: { 'application/json': { schema: {} } } };
  const [operation] = documentedOperations(addCodeSamples(describing('post', { requestBody })));
  expect(operation?.operation).not.toHaveProperty('x-codeSamples');
});
