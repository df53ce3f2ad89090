import { describe, expect, it } from 'vitest';
import { documentedOperations, exampleHolder, namedExamples, pathOperations } from '../../src/description/operations.js';
import { responseNamed, scenarios } from '../../src/description/scenarios.js';
import type { Description, PathItem } from '../../src/description/types.js';

/** A description with one path. It may violate the types, like descriptions from outside. */
function described(item: object, more: object = {}): Description {
  return { openapi: '3.2.0', info: { title: 'T', version: '1' }, paths: { '/a': item as PathItem }, ...more };
}
const firstOf = (description: Description) => documentedOperations(description)[0]!;
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

it('the operations of a path are in the order of the description, by all methods and by names of their own', () => {
  const item = Object.fromEntries(methods.map((method) => [method, { operationId: method }]));
  const whole = { summary: 'S', ...item, parameters: [], additionalOperations: { coPY: { operationId: 'x' } }, servers: [] };
  expect(pathOperations(whole).map(({ method, fields }) => [method, fields])).toEqual([
    ...methods.map((method) => [method.toUpperCase(), [method]]),
    ['coPY', ['additionalOperations', 'coPY']],
  ]);
  expect(pathOperations({ additionalOperations: undefined, get: undefined } as unknown as PathItem)).toEqual([]);
});

it('an operation without its own has what its path and the description have', () => {
  const path = [{ name: 'p', in: 'query', example: 1 }];
  const item = { parameters: path, servers: [{ url: '/p' }], post: { responses: { 200: { $ref: '#/x-r' }, 'x-a': 1 } } };
  const description = described(item, { security: [{ k: [] }], 'x-r': { description: 'R' } });
  expect(firstOf(description)).toEqual({
    ...{ operationId: 'post /a', method: 'POST', path: '/a', fields: ['post'], summary: 'post /a', description: '' },
    ...{ parameters: path, requestBody: undefined, responses: [{ status: '200', response: { description: 'R' } }] },
    ...{ security: [{ k: [] }], servers: [{ url: '/p' }], operation: item.post },
  });
  const own = {
    ...{ operationId: 'o', summary: ' s', description: 'd', servers: [], security: [], requestBody: { content: {} } },
    parameters: [
      { name: 'p', in: 'header' },
      { name: 'q', in: 'query' },
      { name: 'p', in: 'query', example: 2 },
    ],
  };
  const kept = [
    { name: 'r', in: 'query' },
    { name: 'p', in: 'path' },
  ];
  const shared = { ...item, parameters: [...path, ...kept] };
  expect(firstOf(described({ ...shared, post: own }, { security: [{ k: [] }] }))).toMatchObject({
    ...{ ...own, responses: [] },
    parameters: [...own.parameters, ...kept],
  });
  const requestBody = { $ref: '#/x-b' };
  expect(firstOf(described({ post: { requestBody } }, { 'x-b': { content: {} } })).requestBody).toEqual({ content: {} });
  expect(firstOf(described({ post: {} }))).toMatchObject({ security: [], servers: undefined, parameters: [] });
  expect(documentedOperations({ openapi: '3.1.0', info: { title: 'T', version: '1' } })).toEqual([]);
});

it('the media types of bodies stand in place of references to them', () => {
  const form = { schema: { type: 'object' }, encoding: { a: { contentType: 'text/csv' } } };
  const content = { 'multipart/form-data': { $ref: '#/components/mediaTypes/Form' }, 'text/plain': {} };
  const resolved = { 'multipart/form-data': form, 'text/plain': {} };
  const body = { requestBody: { required: true, content }, responses: { 200: { description: 'R', content } } };
  const { requestBody, responses } = firstOf(described({ post: body }, { components: { mediaTypes: { Form: form } } }));
  expect(requestBody).toEqual({ required: true, content: resolved });
  expect(responses).toEqual([{ status: '200', response: { description: 'R', content: resolved } }]);
});

it.each([
  ['', 'o'],
  [' \n', 'o'],
  ['s', 's'],
])('the summary %j reads %j', (summary, read) => {
  expect(firstOf(described({ get: { operationId: 'o', summary } })).summary).toBe(read);
});

describe('named examples', () => {
  const description = described({}, { 'x-e': { value: 7 } });
  const named = (holder: object): object => Object.fromEntries(namedExamples(description, holder as never));

  it.each<[example: object, value: unknown]>([
    [{ $ref: '#/x-e' }, { value: 7 }],
    [{ value: null }, { value: null }],
    [
      { value: 1, dataValue: 2 },
      { value: 1, dataValue: 2 },
    ],
    [
      { dataValue: 2, serializedValue: '3' },
      { value: 2, dataValue: 2, serializedValue: '3' },
    ],
    [{ serializedValue: '3' }, { value: '3', serializedValue: '3' }],
    [{ summary: 's' }, { summary: 's' }],
  ])('%j is %j', (example, read) => {
    expect(named({ examples: { one: example } })).toStrictEqual({ one: read });
  });

  it('are those of the first media type of a parameter, and none is outside', () => {
    const content = {
      'a/b': { examples: { one: { value: 1 }, two: { externalValue: 'x' } } },
      'c/d': { examples: { three: {} } },
    };
    expect(named({ name: 'p', in: 'query', content })).toEqual({ one: { value: 1 } });
    const bare = { name: 'p', in: 'query', content: {} } as const;
    expect([exampleHolder(bare), exampleHolder({ name: 'p', in: 'query' }), named({})]).toEqual([
      bare,
      { name: 'p', in: 'query' },
      {},
    ]);
  });
});

describe('scenarios', () => {
  const body = (examples: object, schema?: object): object => ({ 'application/json': { examples, ...(schema && { schema }) } });
  const refs = (...names: string[]): object => ({ description: 'D', 'x-microcks-refs': names });

  it('are the inputs and the response of one name, in the order of the names', () => {
    const get = {
      parameters: [
        { name: 'p', in: 'query', required: true, examples: { two: { value: 2, summary: 'S' }, one: { value: 1 } } },
        { name: 'q', in: 'header', examples: { one: { value: 3 }, lost: { value: 4 } } },
      ],
      requestBody: {
        required: true,
        content: body({ one: { value: '{}', summary: 'B' } }, { $ref: '#/x-s' }),
      },
      responses: {
        200: { description: 'A', content: body({ one: {} }) },
        '4XX': refs('two', 'lost!'),
        default: refs('one'),
      },
    };
    const description = described({ get }, { 'x-s': { contentMediaType: 'application/json' } });
    const at = (place: string, name: string, value: unknown, summary = ''): object => ({
      ...{ in: place, name, value, summary, holdsJson: false, required: place === 'query' },
    });
    expect(scenarios(description, firstOf(description))).toEqual([
      { name: 'two', inputs: [at('query', 'p', 2, 'S')], status: 400, hasBody: false },
      {
        ...{ name: 'one', status: 200, hasBody: true },
        inputs: [
          at('query', 'p', 1),
          at('header', 'q', 3),
          { ...at('body', 'application/json', '{}', 'B'), holdsJson: true, required: true },
        ],
      },
    ]);
    expect(responseNamed(description, firstOf(description), 'none')).toBeUndefined();
  });

  it.each<[responses: object, found: object | undefined]>([
    [{ 204: refs('one') }, { status: 204, hasBody: false }],
    [{ 204: refs('other') }, undefined],
    [{ 204: { description: 'D' } }, undefined],
    // What has a content has an example of that name, or another response is meant.
    [{ 200: { ...refs('one'), content: body({ other: {} }) } }, undefined],
    [{ 200: { ...refs(), content: body({ other: {}, one: {} }) } }, { status: 200, hasBody: true }],
    [{ 200: { ...refs('one'), content: {} } }, { status: 200, hasBody: false }],
    [{ 200: { content: { ...body({}), 'text/plain': { examples: { one: {} } } } } }, { status: 200, hasBody: true }],
  ])('of %j the response of one is %j', (responses, found) => {
    const requestBody = { content: body({ one: { value: 1 } }) };
    const description = described({ get: { requestBody, responses } });
    expect(responseNamed(description, firstOf(description), 'one')).toEqual(found);
    const [scenario] = scenarios(description, firstOf(description));
    expect(scenario).toEqual(
      found && { name: 'one', ...found, inputs: [expect.objectContaining({ in: 'body', required: false })] },
    );
  });

  it('a body whose schema leads nowhere holds no JSON', () => {
    const requestBody = { content: body({ one: { value: 1 } }, { $ref: '#/nowhere' }) };
    const description = described({ get: { requestBody, responses: { 204: refs('one') } } });
    expect(scenarios(description, firstOf(description))[0]?.inputs[0]?.holdsJson).toBe(false);
  });
});
