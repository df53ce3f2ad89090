import { describe, expect, it } from 'vitest';
import type { Description } from '../../../src/description/types.js';
import { bodyDiagnosis } from '../../../src/contract/schema/diagnose-body.js';
import { diagnose, prismOperations } from '../../../src/mock/making/prism/prism.js';

const pet = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } };
const cat = { type: 'object', required: ['kind'], properties: { kind: { const: 'cat' }, lives: { type: 'integer' } } };
const dog = { type: 'object', required: ['kind'], properties: { kind: { const: 'dog' }, barks: { type: 'boolean' } } };

/** A schema, and bodies that are valid, differ from it in one place, or in several. */
const cases: Array<[name: string, schema: object, bodies: unknown[]]> = [
  [
    'allOf of two objects',
    { allOf: [{ $ref: '#/components/schemas/Pet' }, { required: ['age'], properties: { age: { type: 'integer' } } }] },
    [{ name: 'a', age: 1 }, { name: 'a' }, { age: 'x' }, {}],
  ],
  ['allOf that cannot be merged', { allOf: [{ type: 'string' }, { type: 'object' }] }, ['a', { a: 1 }]],
  ['additional properties beside allOf', { allOf: [pet], additionalProperties: false }, [{ name: 'a' }, { name: 'a', more: 1 }]],
  [
    'what is read-only and required',
    {
      type: 'object',
      required: ['id', 'name'],
      properties: { id: { type: 'integer', readOnly: true }, name: { type: 'string' } },
    },
    [{ name: 'a' }, { id: 1, name: 'a' }, { id: 'x' }, {}],
  ],
  [
    'what is write-only and required',
    { type: 'object', required: ['secret'], properties: { secret: { type: 'string', writeOnly: true } } },
    [{ secret: 'a' }, {}],
  ],
  [
    'oneOf with a discriminator',
    { oneOf: [cat, dog], discriminator: { propertyName: 'kind' } },
    [{ kind: 'cat', lives: 9 }, { kind: 'dog', barks: 1 }, { kind: 'cow' }, {}],
  ],
  ['anyOf', { anyOf: [cat, pet] }, [{ name: 'a' }, { kind: 'cat' }, { kind: 'dog' }]],
  ['null as one of two types', { type: ['object', 'null'], required: ['a'] }, [{ a: 1 }, {}]],
  ['a schema that refers to itself', { $ref: '#/components/schemas/Node' }, [{ next: { next: {} } }, { next: { next: 1 } }]],
  [
    'formats',
    { type: 'object', properties: { at: { type: 'string', format: 'date-time' } } },
    [{ at: '2020-01-01T00:00:00Z' }, { at: 'x' }],
  ],
];

const description = {
  openapi: '3.1.0',
  info: { title: 'Bodies', version: '1' },
  paths: Object.fromEntries(
    cases.map(([name, schema], index) => [
      `/${index}`,
      {
        post: {
          summary: name,
          requestBody: { content: { 'application/json': { schema } } },
          responses: { 204: { description: '' } },
        },
      },
    ]),
  ),
  components: {
    schemas: { Pet: pet, Node: { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } } },
  },
} as unknown as Description;
const operations = await prismOperations(description);

describe('the same is wrong with a body as in Prism', () => {
  const all = cases.flatMap(([name, , bodies], index) => bodies.map((body) => ({ name, body, index })));

  it.each(all)('$name: $body', ({ body, index }) => {
    const operation = operations.find(({ path }) => path === `/${index}`)!;
    const ours = bodyDiagnosis(operation, operation.request?.body?.contents?.[0]?.schema)(body);
    const headers = { 'content-type': 'application/json' };
    const prisms = diagnose(operation, { method: 'post', url: { path: `/${index}` }, headers, body });
    expect(ours.map(({ path, code, message }) => ({ path, code, message }))).toEqual(
      prisms.map(({ path, code, message }) => ({ path, code, message })),
    );
  });

  it('finds some bodies valid and others not', () => {
    const counts = all.map(({ body, index }) => {
      const operation = operations.find(({ path }) => path === `/${index}`)!;
      return bodyDiagnosis(operation, operation.request?.body?.contents?.[0]?.schema)(body).length > 0;
    });
    expect(new Set(counts)).toEqual(new Set([true, false]));
  });
});
