import { expect, test } from 'vitest';
import type { ContractOperation } from '../../../src/contract/operations.js';
import type { Parameter } from '../../../src/description/types.js';
import { serialize, SerializedText } from '../../../src/mock/making/serialize.js';
import { writeResponse } from '../../../src/mock/making/write-response.js';

const challenge = 'Bearer realm="a"';
const secured = { security: [{}], challenge } as unknown as ContractOperation;
const open = { security: [], challenge } as unknown as ContractOperation;
const json: Parameter = { name: 'X-Json', in: 'header', content: { 'application/json': {} } };

/** The headers of a written response without a body. */
function written(headers: Record<string, unknown>, documented: Parameter[] = []): Record<string, string> {
  return writeResponse(open, documented, { statusCode: 200, headers }).headers;
}

test.each<[what: string, header: [name: string, value: unknown], documented: Parameter[], expected: object]>([
  ['text', ['X-A', 'b'], [], { 'x-a': 'b' }],
  ['a number', ['X-A', 0], [], { 'x-a': '0' }],
  ['a list', ['X-A', [1, 2]], [], { 'x-a': '1,2' }],
  ['an object', ['X-A', { b: 1, c: 2 }], [], { 'x-a': 'b,1,c,2' }],
  ['an exploded object', ['X-A', { b: 1, c: 2 }], [{ name: 'X-A', in: 'header', explode: true }], { 'x-a': 'b=1,c=2' }],
  ['JSON', ['X-Json', { b: [1] }], [json], { 'x-json': '{"b":[1]}' }],
  ['JSON that is written as it is sent', ['X-Json', '{"b": 1}'], [json], { 'x-json': '{"b": 1}' }],
  ['text in JSON', ['X-Json', 'b'], [json], { 'x-json': '"b"' }],
  ['null', ['X-A', null], [], {}],
  ['no value', ['X-A', undefined], [], {}],
  ['null in JSON', ['X-Json', null], [json], {}],
  ['an empty list', ['X-A', []], [], {}],
  ['an empty object', ['X-A', {}], [], {}],
  ['a list of an empty text', ['X-A', ['']], [], {}],
  ['a name that no header can have', ['X A', 'b'], [], {}],
])('a header is written: %s', (_, [name, value], documented, expected) => {
  expect(written({ [name]: value }, documented)).toStrictEqual(expected);
});

test.each(['Connection', 'Content-Length', 'Keep-Alive', 'TE', 'Trailer', 'Transfer-Encoding', 'Upgrade', 'Date'])(
  'an example of %s is left to what sends the response',
  (name) => {
    expect(written({ [name]: 'a', [name.toLowerCase()]: 'b', 'X-A': 'c' })).toStrictEqual({ 'x-a': 'c' });
  },
);

test.each<[status: number, ContractOperation, headers: Record<string, unknown>, expected: object]>([
  [401, secured, {}, { 'www-authenticate': challenge }],
  [401, secured, { 'WWW-Authenticate': 'Basic' }, { 'www-authenticate': 'Basic' }],
  [401, open, {}, {}],
  [403, secured, {}, {}],
  [200, open, {}, {}],
])('a response %i says which credentials it wants: %#', (statusCode, operation, headers, expected) => {
  expect(writeResponse(operation, [], { statusCode, headers })).toStrictEqual({
    status: statusCode,
    headers: expected,
    body: undefined,
  });
});

test.each<[what: string, body: unknown, type: string | undefined, text: string | undefined, sent: object]>([
  ['no body', undefined, 'application/json', undefined, {}],
  ['no media type', 'a', undefined, 'a', {}],
  ['both', 'a', 'application/json', '"a"', { 'content-type': 'application/json' }],
])('the media type is sent with a body: %s', (_, body, type, text, sent) => {
  const headers = { 'Content-Type': type };
  expect(writeResponse(open, [], { statusCode: 200, headers, body })).toStrictEqual({ status: 200, headers: sent, body: text });
});

test.each<[type: string, body: unknown, text: string]>([
  ['application/x-www-form-urlencoded', { a: 'b c', d: 1 }, 'a=b+c&d=1'],
  ['application/x-www-form-urlencoded', 'a=b', 'a=b'],
  ['application/x-www-form-urlencoded', 5, '5'],
  ['application/x-www-form-urlencoded', null, 'null'],
  ['text/plain', 'a', 'a'],
  ['text/plain', { a: 1 }, '{"a":1}'],
  ['text/plain', new SerializedText('a'), 'a'],
  ['application/json', new SerializedText('{ }'), '{ }'],
  ['application/yaml', 'a: 1', 'a: 1'],
  ['application/yaml', { a: 1 }, 'a: 1\n'],
  ['application/vnd.a+yaml ; b=c', { a: 1 }, 'a: 1\n'],
  ['application/yaml-like', { a: 1 }, '{"a":1}'],
  ['application/xml-dtd', { a: 1 }, '{"a":1}'],
  ['application/jsonl', [1, { a: 2 }], '1\n{"a":2}\n'],
  ['application/jsonl', { a: 2 }, '{"a":2}\n'],
])('in %s, %j is written as %j', (type, body, text) => {
  expect(serialize(body, type, undefined)).toStrictEqual({ text, mediaType: type });
});
