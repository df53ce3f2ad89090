import { expect, it } from 'vitest';
import { invalidOperations } from '../../../src/requests/invalid/invalid-operations.js';
import { sampleRequest } from '../../../src/requests/sample-request.js';
import { bodyOf, describing } from '../described.js';

const Text = {
  type: 'string',
  contentMediaType: 'application/json',
  contentSchema: { properties: { a: { type: 'string', maxLength: 1 } } },
};

/** The name and the place of the error of each invalid request of an operation. */
function invalid(fields: object, exampleName?: string): Array<[string, string | undefined, string | undefined]> {
  const { description, operation } = describing(fields, { schemas: { Text } }, '/a/{id}');
  return [...invalidOperations(description, operation, exampleName)].map(({ name, operation: other }) => {
    const request = sampleRequest(description, other);
    const parts = [request?.search, ...(request?.headers ?? []).map((pair) => pair.join(': '))].filter((part) => part !== '');
    return [
      name,
      request && `${request.url.slice('https://a.example/base/a'.length)} ${parts.join(' ')}`.trim(),
      request?.body?.text,
    ];
  });
}

const id = { name: 'id', in: 'path', required: true, example: 'a', schema: {} };
const page = (fields: object): object => ({ name: 'page', in: 'query', schema: { minLength: 1, maxLength: 1 }, ...fields });

it.each<[string, object, unknown[]]>([
  ['a path parameter', { parameters: [{ ...id, schema: { maxLength: 1 } }] }, [['path id too long', '/xx', undefined]]],
  [
    'a required parameter, never as nothing by its bounds',
    { parameters: [id, page({ required: true, example: 'b' })] },
    [
      ['query page missing', '/a', undefined],
      ['query page empty', '/a page=', undefined],
      ['query page too long', '/a page=xx', undefined],
    ],
  ],
  [
    'a parameter that may be missing',
    { parameters: [id, page({ example: 'b' })] },
    [['query page too long', '/a page=xx', undefined]],
  ],
  [
    'one parameter at a time',
    { parameters: [id, page({ name: 'b', example: 'b' }), page({ example: 'c' })] },
    [
      ['query b too long', '/a b=xx&page=c', undefined],
      ['query page too long', '/a b=b&page=xx', undefined],
    ],
  ],
])('%s is spoiled', (_, fields, expected) => {
  expect(invalid(fields).filter(([name]) => !name.includes('of another type'))).toEqual(expected);
});

const type = (of: string): string => `/a Content-Type: ${of}`;
const short = { type: 'string', maxLength: 1 };
const kept = (name: string): boolean => !/ of another type| null$/.test(name);

it.each<[string, object, unknown[]]>([
  [
    'JSON',
    bodyOf('application/json', { example: 'a', schema: short }),
    [
      ['body missing', '/a', undefined],
      ['body too long', type('application/json'), '"xx"'],
    ],
  ],
  [
    'a body that may be missing',
    { requestBody: { content: { 'application/json': { example: 'a', schema: short } } } },
    [['body too long', type('application/json'), '"xx"']],
  ],
  [
    'a form',
    bodyOf('application/x-www-form-urlencoded', {
      examples: { one: { value: { a: 'a' } } },
      schema: { properties: { a: short } },
    }),
    [
      ['body missing', '/a', undefined],
      ['body.a too long', type('application/x-www-form-urlencoded'), 'a=xx'],
    ],
  ],
  [
    'JSON as text',
    bodyOf('text/plain', {
      example: '{"a":"a"}',
      schema: { type: 'string', contentMediaType: 'application/json', contentSchema: { properties: { a: short } } },
    }),
    [
      ['body missing', '/a', undefined],
      ['body.a too long', type('text/plain; charset=utf-8'), '{"a":"xx"}'],
    ],
  ],
  [
    'what is no JSON where it should be',
    bodyOf('text/plain', {
      example: 'a',
      schema: { type: 'string', contentMediaType: 'application/json', contentSchema: { ...short, type: 'string' } },
    }),
    [
      ['body missing', '/a', undefined],
      ['body too long', type('text/plain; charset=utf-8'), '"xx"'],
    ],
  ],
  ['text', bodyOf('text/plain', { example: 'a', schema: short }), [['body missing', '/a', undefined]]],
  [
    'text of another content',
    bodyOf('text/plain', { example: 'a', schema: { contentMediaType: 'text/html', contentSchema: short } }),
    [['body missing', '/a', undefined]],
  ],
  ['what has no schema', bodyOf('application/json', { example: 'a' }), [['body missing', '/a', undefined]]],
  ['no body', {}, []],
  ['a body of no type', { requestBody: { required: true, content: {} } }, []],
  [
    'JSON as text, of a schema that is referred to',
    bodyOf('text/plain', { example: '{"a":"a"}', schema: { $ref: '#/components/schemas/Text' } }),
    [
      ['body missing', '/a', undefined],
      ['body.a too long', type('text/plain; charset=utf-8'), '{"a":"xx"}'],
    ],
  ],
])('the body is spoiled: %s', (_, fields, expected) => {
  expect(invalid({ parameters: [id], ...fields }).filter(([name]) => kept(name))).toEqual(expected);
});

it('a parameter is never null or nothing, which none can carry', () => {
  const names = invalid({ parameters: [id, page({ schema: { type: 'string', minLength: 1 }, example: 'b' })] }).map(
    ([name]) => name,
  );
  expect(names).toEqual([
    'path id of another type',
    'path id of another type (object)',
    'query page of another type',
    'query page of another type (object)',
  ]);
});

it('the examples are those of the name', () => {
  const examples = { one: { value: { a: 'a' } }, two: { value: { a: 'a', b: 'b' } } };
  const fields = bodyOf('application/json', { examples, schema: { required: ['b'] } });
  const missing = (exampleName?: string): unknown[] =>
    invalid({ parameters: [id], ...fields }, exampleName).filter(([name]) => name === 'body.b missing');
  expect(missing()).toEqual([]);
  expect(missing('two')).toEqual([['body.b missing', type('application/json'), '{\n  "a": "a"\n}']]);
});

it('a body that cannot be written so is not left out instead', () => {
  const content = { 'application/x-www-form-urlencoded': { example: { a: 'a' }, schema: { type: 'object' } } };
  const requests = invalid({ parameters: [id], requestBody: { content } });
  expect(requests).toContainEqual(['body null', undefined, undefined]);
});

it.each<[string, object]>([
  ['without an example', { schema: { contentMediaType: 'application/json', contentSchema: short } }],
  ['without a schema', { example: 'a' }],
])('a text %s is not spoiled', (_, media) => {
  const { description, operation } = describing(bodyOf('text/plain', media));
  expect([...invalidOperations(description, operation)].map(({ name }) => name)).toEqual(['body missing']);
});
