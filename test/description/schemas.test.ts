import { expect, it } from 'vitest';
import { styledParameter } from '../../src/description/parameters/styled-parameter.js';
import { possibleTypes } from '../../src/description/schemas/possible-types.js';
import { schemaParts } from '../../src/description/schemas/schema-parts.js';
import { isSchema, listedSchemas, namedSchemas } from '../../src/description/schemas/subschemas.js';
import type { Description, Parameter, Schema } from '../../src/description/types.js';

const schemas = {
  Text: { type: 'string' },
  Self: { type: 'object', anyOf: [{ $ref: '#/components/schemas/Self' }, { type: 'integer' }] },
};
const description: Description = { openapi: '3.1.0', info: { title: 'T', version: '1' }, components: { schemas } };

it.each<[schema: unknown, types: string[]]>([
  [undefined, []],
  [{}, []],
  [{ type: 'string' }, ['string']],
  [{ type: ['string', 'null'] }, ['string', 'null']],
  [{ type: 'string', nullable: true }, ['string', 'null']],
  [{ nullable: false }, []],
  [{ properties: {} }, ['object']],
  [{ items: {} }, ['array']],
  [{ $ref: '#/components/schemas/Text' }, ['string']],
  [{ $ref: '#/components/schemas/Text', items: {} }, ['array', 'string']],
  [{ $ref: '#/nowhere' }, []],
  [{ $ref: '#/components/schemas/Self' }, ['object', 'integer']],
  [{ allOf: [{ type: 'a' }], anyOf: [{ type: 'b' }], oneOf: [{ type: 'c' }, true] }, ['a', 'b', 'c']],
  [{ allOf: 'x', type: 'a' }, ['a']],
])('the schema %j allows %j', (schema, types) => {
  expect([...possibleTypes(description, schema as Schema | undefined)]).toEqual(types);
});

it.each([
  ['3.0.3', [schemas.Text]],
  ['3.1.0', [{ $ref: '#/components/schemas/Text', allOf: [{ minLength: 1 }] }, schemas.Text, { minLength: 1 }]],
])('in OpenAPI %s a reference with keywords beside it has the parts %j', (openapi, parts) => {
  const schema: Schema = { $ref: '#/components/schemas/Text', allOf: [{ minLength: 1 }] };
  expect(schemaParts({ ...description, openapi }, schema)).toEqual(parts);
});

it.each<[parameter: Omit<Parameter, 'name' | 'in'>, styled: object]>([
  [{}, {}],
  [
    { style: 'form', explode: false, allowReserved: false, required: true },
    { style: 'form', explode: false, allowReserved: false },
  ],
  [{ style: 'form', content: { 'application/json': { encoding: {} } } }, { json: true }],
  [{ explode: true, content: { 'text/plain': {} } }, {}],
  [{ explode: true, content: {} }, { explode: true }],
])('of the parameter %j is kept %j', (parameter, styled) => {
  expect(styledParameter({ name: 'p', in: 'query', ...parameter })).toStrictEqual({ name: 'p', in: 'query', ...styled });
});

it('what has not the form of a schema is taken as none', () => {
  const one = { type: 'a' };
  expect([one, {}, true, null, 'x', undefined].map(isSchema)).toEqual([true, true, false, false, false, false]);
  expect([[one, true, null], 'x', undefined].map((value) => listedSchemas(value as Schema[]))).toEqual([[one], [], []]);
  expect([{ one }, [one], null].map((value) => namedSchemas(value as never))).toEqual([{ one }, {}, {}]);
});

it('a whole query keeps the encoding of its fields', () => {
  const encoding = { a: { explode: false } };
  const content = { 'application/x-www-form-urlencoded': { encoding } };
  expect(styledParameter({ name: 'p', in: 'querystring', content })).toEqual({ name: 'p', in: 'querystring', encoding });
});
