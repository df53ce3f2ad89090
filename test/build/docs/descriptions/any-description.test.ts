import { describe, expect, test } from 'vitest';
import type { Description, Schema } from '../../../../src/description/types.js';
import { fields } from '../../../../src/build/docs/reference/fields.js';
import { typeName } from '../../../../src/build/docs/reference/type-name.js';
import { html } from '../../../../src/build/docs/html/html.js';
import { markdownReference } from '../../../../src/build/docs/markdown/markdown.js';
import { operationPage } from '../../../../src/build/docs/page/operation-page.js';
import { operationReferences } from '../../../../src/build/docs/reference/reference.js';

const description: Description = {
  openapi: '3.0.3',
  info: { title: 'Shop <1>', version: '2' },
  components: {
    schemas: {
      Node: {
        type: 'object',
        required: ['id'],
        properties: { id: { type: 'integer', minimum: 1 }, next: { $ref: '#/components/schemas/Node' } },
      },
    },
  },
  paths: {
    '/orders/{id}': {
      get: {
        operationId: 'getOrder',
        deprecated: true,
        description: 'Reads `<order>` & *more*.\n\nAs in\n\n```\na\n\nb\n```',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string', enum: ['a', 'b'] }, description: 'a | b' },
        ],
        responses: { '2XX': { description: 'Fine' }, '404': { description: 'Gone' }, default: { description: 'Else' } },
      },
    },
  },
};

describe('fields', () => {
  const listed = (schema: Schema): string[] =>
    fields(description, schema).map(({ name, type, requirement }) => `${name}: ${type}${requirement && '!'}`);

  test('lists nested objects and lists after their parent', () => {
    expect(
      listed({
        type: 'object',
        required: ['items'],
        properties: {
          items: { type: 'array', minItems: 1, items: { type: 'object', properties: { price: { type: 'number', default: 0 } } } },
        },
      }),
    ).toEqual(['items: list of object, at least 1 items!', 'items[].price: number, default 0']);
  });

  test('joins the parts of allOf', () => {
    expect(
      listed({ allOf: [{ $ref: '#/components/schemas/Node' }, { properties: { note: { type: ['string', 'null'] } } }] }),
    ).toContain('note: string or null');
  });

  test('lists a schema that contains itself once', () => {
    expect(listed({ $ref: '#/components/schemas/Node' })).toEqual(['id: integer, at least 1!', 'next: object']);
  });

  test('lists schemas that contain each other once each, however many ways lead through them', () => {
    const names = Array.from({ length: 12 }, (_, index) => `S${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]));
    const mutual: Description = {
      ...description,
      components: { schemas: Object.fromEntries(names.map((name) => [name, { type: 'object', properties }])) },
    };
    const all = fields(mutual, { $ref: '#/components/schemas/S0' });
    expect(all).toHaveLength(names.length * names.length);
    expect(all.find(({ name }) => name === 'S2')?.type).toBe('object, fields as in S1.S2');
  });

  test('ends at a list whose items are itself', () => {
    const list: Description = {
      ...description,
      components: { schemas: { L: { type: 'array', items: { $ref: '#/components/schemas/L' } } } },
    };
    expect(typeName(list, { $ref: '#/components/schemas/L' })).toBe('list of any');
    expect(fields(list, { $ref: '#/components/schemas/L' })).toEqual([]);
  });

  test('lists fields only as deep as a reader can follow: 150 at most, but always the first level', () => {
    const group = (size: number, inner: Schema): Schema => ({
      type: 'object',
      properties: Object.fromEntries(Array.from({ length: size }, (_, index) => [`f${index}`, inner])),
    });
    const text: Schema = { type: 'string' };
    const depths = (schema: Schema): number[] => fields(description, schema).map(({ name }) => name.split('.').length);

    expect(depths(group(12, group(11, text)))).toHaveLength(12 + 12 * 11);
    const deep = group(10, { type: 'array', items: group(10, { oneOf: [group(10, text), text] }) });
    expect(depths(deep)).toHaveLength(10 + 100);
    expect(fields(description, deep)[1]).toMatchObject({
      name: 'f0[].f0',
      type: 'object or string, its fields are in the description',
    });
    expect(depths(group(201, group(2, text)))).toEqual(Array(201).fill(1));
  });

  test('lists the fields of alternatives, and values of any name', () => {
    expect(
      listed({
        oneOf: [{ properties: { a: { type: 'string' } } }, { properties: { a: { type: 'string' }, b: { type: 'integer' } } }],
        anyOf: [{ properties: { c: { type: 'boolean' } } }],
        additionalProperties: { type: 'object', properties: { d: { type: 'number' } } },
      }),
    ).toEqual(['a: string', 'b: integer', 'c: boolean', '*: object', '*.d: number']);
  });

  test('looks into JSON that is sent as text', () => {
    expect(listed({ type: 'string', contentSchema: { properties: { email: { type: 'string', format: 'email' } } } })).toEqual([
      'email: string, format email',
    ]);
  });

  test('takes schemas that are true or false', () => {
    const boolean = (value: boolean): Schema => value as unknown as Schema;
    expect(listed({ properties: { a: boolean(true), b: boolean(false), c: { items: boolean(true), type: 'array' } } })).toEqual([
      'a: any',
      'b: no value',
      'c: list of any',
    ]);
    expect(listed(boolean(true))).toEqual([]);
  });

  test('takes a schema that was left empty, which YAML reads as null, for any value', () => {
    const empty = null as unknown as Schema;
    expect(fields(description, empty)).toEqual([]);
    expect(typeName(description, empty)).toBe('any');
    expect(listed({ properties: { a: { type: 'array', items: empty } } })).toEqual(['a: list of any']);
  });

  test('names alternatives', () => {
    expect(typeName(description, { oneOf: [{ type: 'string' }, { type: 'integer' }] })).toBe('string or integer');
  });
});

describe('the reference', () => {
  const [operation] = operationReferences(description);
  const page = operationPage(operation!, 'npx mock').html;

  test('takes the names of responses from HTTP where the description gives none', () => {
    expect(operation!.responses.map(({ name }) => name)).toEqual(['Not Found', '2XX', 'Any other']);
  });

  test('escapes what is no HTML, on the page', () => {
    expect(page).toContain('Reads <code>&lt;order&gt;</code> &amp; <em>more</em>.');
    expect(html`${'<b>"&'}`.html).toBe('&lt;b&gt;&quot;&amp;');
  });

  test('says that an operation is deprecated', () => {
    expect(page).toContain('Deprecated');
    expect(markdownReference(description, [operation!], 'npx mock')).toContain('Deprecated');
  });

  test('keeps a table of the Markdown whole where a meaning has a bar in it', () => {
    expect(markdownReference(description, [operation!], 'npx mock')).toContain(
      '| `id` | path | `string, one of "a" "b"` | required | a \\| b |',
    );
  });
});
