import { expect, it } from 'vitest';
import { carriedAt, realRequest, valueAt } from '../../../src/verify/walk/real-request.js';
import type { SampleRequest } from '../../../src/requests/sample-request.js';
import { stepOf } from '../described.js';

const responses = { 204: { description: 'Done' } };
const long = '9223372036854775807';

/** The request of an operation with values in place of its examples. */
function made(operation: object, replace: Record<string, string>, more: object = {}): SampleRequest {
  const { credentials = {}, ...parts } = more as { credentials?: Record<string, string> };
  const step = stepOf('post', { responses, ...operation }, parts);
  const { description, documented } = step.operation;
  const values = { replace: new Map(Object.entries(replace)), credentials: new Map(Object.entries(credentials)) };
  const request = realRequest({ description, operation: documented, trigger: step.trigger, server: 'http://h/api', values });
  if (!request) throw new Error('There is a request.');
  return request;
}

const query = (holder: object): object => ({ parameters: [{ name: 'q', in: 'query', required: true, ...holder }] });

it.each<[holder: object, replace: Record<string, string>, search: string]>([
  [{ example: 'a' }, { a: 'b' }, 'q=b'],
  [{ example: 'a' }, { x: 'y' }, 'q=a'],
  [{ example: 'ab' }, { a: 'b' }, 'q=ab'],
  [{ example: 1 }, { 1: '2' }, 'q=2'],
  [{ example: 1 }, { 1: long }, `q=${long}`],
  [{ example: 1 }, { 1: '02' }, 'q=02'],
  [{ example: 1 }, { 2: '3' }, 'q=1'],
  // A reader gives an integer that a double has not as a bigint.
  [{ example: BigInt(long) }, { [long]: '7' }, 'q=7'],
  [{ example: BigInt(long) }, { 7: '8' }, `q=${long}`],
  [{ example: true }, { true: 'b' }, 'q=true'],
  [{ example: ['a', 'c'] }, { a: 'b' }, 'q=b&q=c'],
  [{ example: { k: 'a' }, style: 'deepObject' }, { a: 'b', k: 'x' }, 'q%5Bk%5D=b'],
  [{ example: { k: null, l: 'a' }, style: 'deepObject' }, { a: 'b' }, 'q%5Bl%5D=b'],
  [{ examples: { one: { value: 'a' } } }, { a: 'b' }, 'q=b'],
  [{ schema: { example: 'a' } }, { a: 'b' }, 'q=b'],
  [{ schema: { examples: ['a'] } }, { a: 'b' }, 'q=b'],
  [{ schema: { default: 'a' } }, { a: 'b' }, 'q=b'],
  [{ schema: { $ref: '#/components/schemas/A' } }, { a: 'b' }, 'q=b'],
  // JSON inside a text, with digits that a double has not.
  [{ example: `{"k":"a","n":${long}}` }, { a: 'b' }, `q=%7B%22k%22%3A%22b%22%2C%22n%22%3A${long}%7D`],
  [{ example: ' ["a"]' }, { a: 'b' }, 'q=%20%5B%22b%22%5D'],
  [{ example: 'x ["a"]' }, { a: 'b' }, 'q=x%20%5B%22a%22%5D'],
  [{ example: '["a"' }, { a: 'b' }, 'q=%5B%22a%22'],
])('of %o with the values %j the query is %s', (holder, replace, search) => {
  const components = { schemas: { A: { example: 'a' } } };
  expect(made(query(holder), replace, { components }).search).toBe(search);
});

const body = (mediaType: string, example: unknown): object => ({ requestBody: { content: { [mediaType]: { example } } } });

it.each<[mediaType: string, example: unknown, replace: Record<string, string>, text: string, json?: unknown]>([
  ['application/json', { k: 'a', a: 1 }, { a: 'b', 1: long }, `{"k":"b","a":${long}}`, { k: 'b', a: Number(long) }],
  ['application/json', { k: 1 }, { 1: 'b' }, '{"k":"b"}', { k: 'b' }],
  ['application/json', { k: 1 }, { 1: '-1.5e+3' }, '{"k":-1.5e+3}', { k: -1500 }],
  ['application/json', { k: 1 }, { 1: '0.25e12' }, '{"k":0.25e12}', { k: 0.25e12 }],
  ['application/json', { k: 1 }, { 1: '.5' }, '{"k":".5"}', { k: '.5' }],
  ['application/json', { k: 1 }, { 1: '0x1' }, '{"k":"0x1"}', { k: '0x1' }],
  ['application/json', { k: 1 }, { 1: '01' }, '{"k":"01"}', { k: '01' }],
  ['application/json', { k: 'a' }, {}, '{"k":"a"}', { k: 'a' }],
  [
    'application/json',
    { k: '{"l":"a","m":1}' },
    { a: 'b', 1: '2' },
    String.raw`{"k":"{\"l\":\"b\",\"m\":2}"}`,
    expect.anything(),
  ],
  ['application/json', { k: 'a "quote"' }, { 'a "quote"': 'b\n' }, String.raw`{"k":"b\n"}`, { k: 'b\n' }],
  ['text/plain', 'a', { a: 'b' }, 'b'],
  ['application/x-www-form-urlencoded', { k: 'a', l: 'c' }, { a: 'b d' }, 'k=b+d&l=c'],
])('of a body of %s like %j the values %j give %s', (mediaType, example, replace, text, json) => {
  const { body: sent } = made(body(mediaType, example), replace);
  const isJson = mediaType === 'application/json';
  expect([isJson ? sent?.text.replaceAll(/\n\s*|(?<=:) /g, '') : sent?.text, sent?.json]).toEqual([text, json]);
});

it('the server is that of the check, and credentials are those of the user, of a replaced example, or the example', () => {
  const scheme = { type: 'apiKey', in: 'header', name: 'X-Key', 'x-example': 'old' };
  const components = { securitySchemes: { key: scheme, other: { ...scheme, name: 'X-Other' } } };
  const keyed = { security: [{ key: [], other: [] }], servers: [{ url: 'http://elsewhere' }] };
  const sent = (replace: Record<string, string>, credentials: Record<string, string>): unknown => {
    const { url, headers } = made(keyed, replace, { credentials, components });
    return [url, Object.fromEntries(headers)];
  };
  expect(sent({}, {})).toEqual(['http://h/api/a', { 'X-Key': 'old', 'X-Other': 'old' }]);
  expect(sent({ old: 'new' }, {})).toEqual(['http://h/api/a', { 'X-Key': 'new', 'X-Other': 'new' }]);
  expect(sent({ old: 'new' }, { key: 'mine' })).toEqual(['http://h/api/a', { 'X-Key': 'mine', 'X-Other': 'new' }]);
});

it('a scheme without an example has no value to replace', () => {
  const components = { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } };
  const [[, value] = []] = made({ security: [{ key: [] }] }, { undefined: 'x' }, { components }).headers;
  expect(value).not.toBe('x');
});

it.each<[value: unknown, way: string[], found: unknown]>([
  [{ a: [{ b: 1 }] }, ['a', '0', 'b'], 1],
  ['x', [], 'x'],
  [{ a: null }, ['a', 'b'], undefined],
  [{ a: 'text' }, ['a', 'length'], undefined],
  [{}, ['toString'], undefined],
  [[1], ['length', 'x'], undefined],
  [undefined, ['a'], undefined],
])('in %j at %j there is %j', (value, way, found) => {
  expect(valueAt(value, way)).toBe(found);
});

it('what a request carries is found by place and name', () => {
  const parameters = [
    { name: 'id', in: 'query', example: 1 },
    { name: 'id', in: 'header', example: 2 },
  ];
  const request = made({ parameters, ...body('application/json', { a: { b: 3 } }) }, {});
  const at = (place: Parameters<typeof carriedAt>[1]): unknown => carriedAt(request, place);
  expect([
    at({ in: 'header', name: 'id' }),
    at({ in: 'query', name: 'id' }),
    at({ in: 'cookie', name: 'id' }),
    at({ in: 'query', name: 'no' }),
    at({ in: 'body', way: ['a', 'b'] }),
    carriedAt({ ...request, body: undefined }, { in: 'body', way: ['a'] }),
  ]).toEqual([2, 1, undefined, undefined, '3', undefined]);
});
