import { expect, test } from 'vitest';
import { completeDescription } from '../../../src/description/complete.js';
import type { Description } from '../../../src/description/types.js';
import { readTarget } from '../../../src/contract/message/request-target.js';
import { prepareOperations } from '../../../src/contract/operations.js';
import { validateRequest } from '../../../src/contract/request/validate-request.js';

const integer = { type: 'integer' };
const needsA = { type: 'object', required: ['a'], properties: { a: integer } };
const form = 'multipart/form-data; boundary=X';
const urlencoded = 'application/x-www-form-urlencoded';

/** A part of a form with the boundary X. */
const part = (disposition: string): string => `--X\r\nContent-Disposition: form-data${disposition}\r\n\r\n1\r\n`;

const parameters = [
  { name: 'deep', in: 'query', style: 'deepObject', schema: needsA },
  { name: 'flat', in: 'query', explode: false, schema: { ...needsA, required: [] } },
];

/** Cases with wrong verdicts in other tools: the request, the operation, and the violations. */
test.each<[string, operation: object, query: string, type: string | undefined, body: string, broken: string[]]>([
  ['a field twice that is one value', { [urlencoded]: { schema: needsA } }, '', urlencoded, 'a=x&a=1', ['body.a type']],
  [
    'a part twice that is one value',
    { 'multipart/form-data': { schema: needsA } },
    '',
    form,
    `${part('; name="a"').repeat(2)}--X--`,
    ['body.a type'],
  ],
  [
    'a part without a name',
    { 'multipart/form-data': { schema: needsA } },
    '',
    form,
    `${part('; name="a"')}${part('')}--X--`,
    ['body format'],
  ],
  ['a member of a deep object twice', {}, '?deep[a]=x&deep[a]=1', undefined, '', ['query.deep.a type']],
  ['a member of an object twice', {}, '?flat=a,x,a,1', undefined, '', ['query.flat.a type']],
  [
    'another version',
    { 'application/json; version=1': {} },
    '',
    'application/json; version=2',
    '{}',
    ['header.content-type media-type'],
  ],
  ['the version, in quotes', { 'application/json; version=1': {} }, '', 'application/json;Version="1"', '{}', []],
  ['a schema that is none', { 'application/json': { schema: null } }, '', 'application/json', '{}', ['body unchecked']],
  ['no version', { 'application/json; version=1': {} }, '', 'application/json', '{}', []],
  ['another charset', { 'application/json; charset=utf-8': {} }, '', 'application/json; charset=us-ascii', '{}', []],
])('%s', async (_, content, search, type, body, broken) => {
  const post = { parameters, requestBody: { content }, responses: { 204: { description: 'OK' } } };
  const description = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: { '/a': { post } } };
  const { operations } = prepareOperations(completeDescription(description as unknown as Description).description);
  const headers = type === undefined ? {} : { 'content-type': type };
  const request = { method: 'POST', ...readTarget(`/a${search}`), headers, body: Buffer.from(body) };
  const { violations } = await validateRequest(operations[0]!, request);
  expect(violations.map(({ path, rule }) => `${path.join('.')} ${rule}`)).toEqual(broken);
});
