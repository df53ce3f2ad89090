import { expect, test } from 'vitest';
import { isProblem, problemViolations, problemWarnings } from '../../../src/contract/response/problem-body.js';
import { receivedViolations } from '../../../src/contract/response/received-response.js';
import { shownNames } from '../../../src/contract/response/shown-names.js';
import { prepareOperations } from '../../../src/contract/operations.js';
import { completeDescription } from '../../../src/description/complete.js';
import type { Description } from '../../../src/description/types.js';

test('a name that a schema has may be shown, and no other one', () => {
  const schema: Record<string, unknown> = { properties: { a: { items: { required: ['b', 1] } } }, required: 'c' };
  schema.not = schema;
  const isShown = shownNames({ components: { schemas: { D: schema } }, x: [null, 'e'] } as unknown as Description);
  expect(['a', 'b', '1', 'c', 'D', 'e', 'properties', 'x'].map(isShown)).toEqual([
    true,
    true,
    true,
    ...Array<boolean>(5).fill(false),
  ]);
});

test.each<[status: number, contentType: string | undefined, is: boolean]>([
  [400, 'application/problem+json', true],
  [503, 'Application/Problem+JSON; charset=utf-8', true],
  [399, 'application/problem+json', false],
  [400, 'application/json', false],
  [400, undefined, false],
])('a response %i of the type %s is a problem: %s', (status, contentType, is) => {
  expect(isProblem(status, contentType)).toBe(is);
});

test.each<[text: string, messages: string[]]>([
  ['{"status":404}', []],
  ['{}', []],
  ['{"status":"404"}', ['Warning const: body.status must be 404, as that of the response (RFC 9457, section 3.1.2).']],
  ['[]', ['Error type: body must be object: it is a problem body (RFC 9457, section 3).']],
  ['null', ['Error type: body must be object: it is a problem body (RFC 9457, section 3).']],
  ['{', ['Error json: body is not valid JSON: there is an error at line 1, column 2.']],
])('of the problem body %s, %o is said', (text, messages) => {
  const found = problemViolations(Buffer.from(text), 'application/problem+json', 404);
  expect(found.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`)).toEqual(messages);
});

test('what is no object has no status', () => {
  expect([problemWarnings(null, 404), problemWarnings('status', 404)]).toEqual([[], []]);
});

test('a response is held to the description and to HTTP', async () => {
  const content = { 'application/json': { schema: { type: 'array', items: { pattern: '[a-z]+!$' } } } };
  const paths = { '/a': { get: { responses: { 200: { description: 'OK', content } } } } };
  const { description } = completeDescription({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths,
  });
  const [operation] = prepareOperations(description).operations;
  if (!operation) throw new Error('There is no operation.');
  const found = (text: string, etag: string): ReturnType<typeof receivedViolations> => {
    const headers = { 'content-type': 'application/json', etag };
    return receivedViolations(operation, { status: 200, headers, setCookies: [], repeated: [], body: Buffer.from(text) });
  };
  const rules = async (text: string, etag: string): Promise<string[]> => (await found(text, etag)).map(({ rule }) => rule);
  expect([await rules('["a!"]', '"1"'), await rules('1', '"1"'), await rules('1', '1')]).toEqual([
    [],
    ['type'],
    ['type', 'form'],
  ]);
  const long = JSON.stringify(['a'.repeat(2000)]);
  expect(found(long, '1')).toBeInstanceOf(Promise);
  expect(await rules(long, '1')).toEqual(['pattern', 'form']);
});
