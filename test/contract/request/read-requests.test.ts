import { beforeAll, describe, expect, test } from 'vitest';
import type { Description, MediaType, Operation, Parameter } from '../../../src/description/types.js';
import { createMock, type InProcessMock } from '../../../src/mock/index.js';

/** Requests to an operation, with the places of their violations. */
interface Row {
  operation: Operation;
  /** The template that follows the path of the operation. A path parameter is `{id}`. */
  template?: string;
  requests: Array<[target: string, init: RequestInit, violations: string[]]>;
}

const integer = { type: 'integer' };
const integers = { type: 'array', items: integer };
const size = { type: 'object', required: ['size'], properties: { size: integer }, additionalProperties: false };

const query = (schema: object, more: object = {}): Operation => ({
  parameters: [{ name: 'n', in: 'query', schema, ...more } as Parameter],
});
const inPath = (template: string, schema: object, more: object = {}): Pick<Row, 'operation' | 'template'> => ({
  template,
  operation: { parameters: [{ name: 'id', in: 'path', required: true, schema, ...more } as Parameter] },
});
const body = (mediaType: string, media: MediaType): Operation => ({
  requestBody: { required: true, content: { [mediaType]: media } },
});
const cookie = (text: string): RequestInit => ({ headers: { cookie: text } });
const parts = (...all: string[]): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'multipart/form-data; boundary=b' },
  body: `${all.map((part) => `--b\r\nContent-Disposition: form-data; name=${part}\r\n`).join('')}--b--\r\n`,
});
const form = (text: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: text,
});

const rows: Record<string, Row> = {
  'a list that is repeated': {
    operation: query({ ...integers, minItems: 2 }),
    requests: [
      ['?n=1&n=2', {}, []],
      ['?n=x&n=1', {}, ['query.n.0 type']],
      ['?n=1', {}, ['query.n minItems']],
      ['?N=1', {}, []],
      ['', {}, []],
    ],
  },
  'a list or null': {
    operation: query({ anyOf: [integers, { type: 'null' }] }),
    requests: [
      ['?n=1', {}, []],
      ['?n=', {}, []],
    ],
  },
  'a list between blanks': {
    operation: query(integers, { style: 'spaceDelimited', explode: false }),
    requests: [
      ['?n=1%202+3', {}, []],
      ['?n=1%20x', {}, ['query.n.1 type']],
    ],
  },
  'a list with commas': {
    operation: query(integers, { explode: false, required: true }),
    requests: [
      ['?n=1,2', {}, []],
      ['?n=1%2C2', {}, []],
      ['?n=1&n=2', {}, ['query.n format']],
      ['', {}, ['query.n required']],
    ],
  },
  'a deep object': {
    operation: query(size, { style: 'deepObject', explode: true }),
    requests: [
      ['', {}, []],
      ['?n[size]=1', {}, []],
      ['?n%5Bsize%5D=x', {}, ['query.n.size type']],
      ['?n[size]=1&n[Size]=2', {}, ['query.n additionalProperties']],
    ],
  },
  'a deep object that is required': {
    operation: query(
      { type: 'object', minProperties: 1, additionalProperties: integer },
      { style: 'deepObject', required: true },
    ),
    requests: [
      ['', {}, ['query.n required']],
      ['?n[a]=1', {}, []],
      ['?n[a]=b', {}, ['query.n.a type']],
    ],
  },
  'an object whose members stand alone': {
    operation: query({ type: 'object', properties: { fromDay: integer } }),
    requests: [
      ['?fromDay=x', {}, ['query.n.fromDay type']],
      ['?fromday=x', {}, []],
    ],
  },
  'a number': {
    operation: query({ type: 'number' }),
    requests: ['0x10', 'Infinity', '', '1_0'].map((text): [string, RequestInit, string[]] => [
      `?n=${text}`,
      {},
      ['query.n type'],
    ]),
  },
  'a text': {
    operation: query({ type: 'string' }, { required: true }),
    requests: [
      ['?n=', {}, []],
      ['?n', {}, []],
      ['?n=a&n=b', {}, ['query.n format']],
    ],
  },
  'a parameter that may be empty': {
    operation: query(integer, { allowEmptyValue: true, required: true }),
    requests: [
      ['?n=', {}, []],
      ['', {}, ['query.n required']],
    ],
  },
  'what has no type': {
    operation: query({ enum: [1, 'b'] }),
    requests: [
      ['?n=1', {}, []],
      ['?n=b', {}, []],
      ['?n=2', {}, ['query.n enum']],
    ],
  },
  'a number or a text': {
    operation: query({
      anyOf: [
        { type: 'integer', minimum: 10 },
        { type: 'string', pattern: '^0' },
      ],
    }),
    requests: [
      ['?n=10', {}, []],
      ['?n=0', {}, []],
    ],
  },
  'names that differ in case': {
    operation: {
      parameters: [
        { name: 'id', in: 'query', schema: integer },
        { name: 'ID', in: 'query', schema: { type: 'string', enum: ['x'] } },
      ],
    },
    requests: [
      ['?id=a&ID=x', {}, ['query.id type']],
      ['?id=1&ID=x', {}, []],
    ],
  },
  'a pattern that cannot be compiled': {
    operation: {
      parameters: [
        { name: 'zip', in: 'query', schema: { type: 'string', pattern: '(' } },
        { name: 'n', in: 'query', required: true, schema: integer },
      ],
    },
    requests: [['', {}, ['query.n required']]],
  },
  'keywords that have not the form of theirs': {
    operation: {
      parameters: [
        ...[
          { allOf: {} },
          { anyOf: 5, oneOf: null },
          { enum: 'a' },
          { type: 'object', properties: null, patternProperties: null, prefixItems: null },
          { type: 'array', prefixItems: {}, items: null },
        ].map((schema, index) => ({ name: `p${index}`, in: 'query', style: 'deepObject', schema }) as unknown as Parameter),
        { name: 'n', in: 'query', schema: integer },
      ],
    },
    requests: [
      ['?p0[a]=1&p1[a][]=1&p2=a&p3[a]=1&p4[0]=1&n=1', {}, []],
      ['?p0=1&p3=1&p4=1&p4=2&n=x', {}, ['query.n type', 'query.p3 type']],
    ],
  },
  JSON: {
    operation: { parameters: [{ name: 'n', in: 'query', content: { 'application/json': { schema: size } } }] },
    requests: [
      ['?n=%7B%22size%22%3A1%7D', {}, []],
      ['?n=%7B%22size%22%3A%22x%22%7D', {}, ['query.n.size type']],
      ['?n=size', {}, ['query.n format']],
    ],
  },
  'the whole query': {
    operation: {
      parameters: [
        { name: 'q', in: 'querystring', required: true, content: { 'application/x-www-form-urlencoded': { schema: size } } },
      ],
    },
    requests: [
      ['?size=1', {}, []],
      ['?size=x', {}, ['querystring.q.size type']],
      ['', {}, ['querystring.q required']],
    ],
  },
  cookies: {
    operation: {
      parameters: [
        { name: 'session', in: 'cookie', required: true, schema: { type: 'string', minLength: 3 } },
        { name: 'n', in: 'cookie', schema: integers },
      ],
    },
    requests: [
      ['', {}, ['cookie.session required']],
      ['', cookie('session=ab; n=1'), ['cookie.session minLength']],
      ['', cookie('session=abc; n=1; n=x'), ['cookie.n.1 type']],
    ],
  },
  headers: {
    operation: {
      parameters: [
        { name: 'X-Range', in: 'header', schema: size },
        { name: 'X-List', in: 'header', schema: integers },
      ],
    },
    requests: [
      ['', {}, []],
      ['', { headers: { 'X-RANGE': 'size,1', 'x-list': '1, 2' } }, []],
      ['', { headers: { 'x-range': 'size,x', 'x-list': '1,x' } }, ['header.x-range.size type', 'header.x-list.1 type']],
    ],
  },
  'an integer in a path': {
    ...inPath('/{id}', { type: 'integer', format: 'int64' }),
    requests: [
      ['/1945044589271781377', {}, []],
      ['/x', {}, ['path.id type']],
    ],
  },
  'a path with a space': {
    ...inPath('/my things/{id}.json', integer),
    requests: [
      ['/my%20things/1.json', {}, []],
      ['/my%20things/x.json', {}, ['path.id type']],
    ],
  },
  'a label': {
    ...inPath('/{id}', integers, { style: 'label', explode: true }),
    requests: [
      ['/.1.2', {}, []],
      ['/.1.x', {}, ['path.id.1 type']],
      ['/1', {}, ['path.id format']],
    ],
  },
  'a matrix': {
    ...inPath('/{id}', size, { style: 'matrix' }),
    requests: [
      ['/;id=size,1', {}, []],
      ['/;id=size,x', {}, ['path.id.size type']],
    ],
  },
  'a form': {
    operation: body('application/x-www-form-urlencoded', {
      schema: { type: 'object', properties: { a: integers, b: integers, c: integers }, patternProperties: { '^num_': integer } },
      encoding: { a: { style: 'pipeDelimited' }, c: { explode: false } },
    }),
    requests: [
      ['', form('a=1|2&b=1&b=2&num_x=1'), []],
      ['', form('a=1|x&b=x&num_x=y'), ['body.a.1 type', 'body.b.0 type', 'body.num_x type']],
      ['', form('a=1&a=2'), ['body.a format']],
      ['', form('c=1,2'), []],
      ['', form('c=1%2C2'), []],
      ['', form('c=1%2Cx'), ['body.c.0 type']],
    ],
  },
  'a form in parts': {
    operation: body('multipart/form-data', {
      schema: {
        type: 'object',
        required: ['picture'],
        properties: { picture: {}, size },
        patternProperties: { '^num_': integer },
      },
      encoding: {
        picture: { contentType: 'image/png, image/jpeg', headers: { 'X-Width': { required: true, schema: integer } } },
      },
    }),
    requests: [
      ['', parts('picture\r\nContent-Type: image/png\r\nX-Width: 1\r\n\r\nx', 'size\r\n\r\n{"size":1}', 'num_1\r\n\r\n12'), []],
      ['', parts('picture\r\nContent-Type: text/plain\r\nX-Width: 1\r\n\r\nx'), ['body.picture media-type']],
      ['', parts('picture\r\nContent-Type: image/png\r\n\r\nx'), ['body.picture.header.x-width required']],
      ['', parts('picture\r\nContent-Type: image/png\r\nX-Width: x\r\n\r\nx'), ['body.picture.header.x-width type']],
      ['', parts('num_1\r\n\r\nx'), ['body.picture required', 'body.num_1 type']],
    ],
  },
};

const named = Object.entries(rows).map(([name, row], index) => ({ name, path: `/${index}`, ...row }));
const description: Description = {
  openapi: '3.2.0',
  info: { title: 'Requests', version: '1' },
  paths: Object.fromEntries(
    named.map(({ path, template = '', operation }) => [
      path + template,
      { [operation.requestBody ? 'post' : 'get']: { ...operation, responses: { 204: { description: 'As documented' } } } },
    ]),
  ),
};

let mock: InProcessMock;
beforeAll(async () => {
  mock = await createMock({ description });
});

describe.each(named)('$name', ({ path, requests }) => {
  test.each(requests)('%s %o', async (target, init, violations) => {
    const response = await mock.fetch(`http://mock.test${path}${target}`, init);
    const found =
      response.status === 204
        ? []
        : ((await response.json()) as { violations: Array<{ location: string; rule: string }> }).violations;
    expect(found.map(({ location, rule }) => `${location} ${rule}`).sort()).toEqual([...violations].sort());
    expect(response.status).toBe(
      violations.length === 0 ? 204 : violations.some((one) => one.endsWith('media-type')) ? 415 : 400,
    );
  });
});
