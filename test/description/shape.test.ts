import { expect, it } from 'vitest';
import { shapeOf, type Shape } from '../../src/description/parameters/shape.js';
import type { Schema } from '../../src/description/types.js';

const description = { openapi: '3.1.0', info: { title: 'Things', version: '1' } };
const matches = (pattern: string, name: string): boolean => name.startsWith(pattern.slice(1));
const shape = (schema: Schema | undefined): Shape => shapeOf(description, schema, { matches, json: () => [] });
const integer: Schema = { type: 'integer' };
const properties = { a: integer };

it.each<[schema: Schema | undefined, types: string[], names: string[], isOpen: boolean]>([
  [undefined, [], [], false],
  [{}, [], [], true],
  [{ properties }, ['object'], ['a'], false],
  [{ patternProperties: {} }, ['object'], [], true],
  [{ properties, patternProperties: {} }, ['object'], ['a'], true],
  [{ properties, patternProperties: {}, additionalProperties: false }, ['object'], ['a'], true],
  [{ additionalProperties: false }, [], [], false],
  [{ additionalProperties: true }, [], [], true],
  [{ additionalProperties: {} }, ['object'], [], true],
  [{ properties, additionalProperties: integer }, ['object'], ['a'], true],
  [{ items: {} }, ['array'], [], true],
  [{ prefixItems: [{}] }, ['array'], [], true],
  [{ type: 'string', nullable: true, properties }, ['string', 'null'], ['a'], false],
  [{ type: ['string', 'array'] }, ['string', 'array'], [], true],
  [{ enum: [1, 'a', null, [1], {}, true] }, ['number', 'string', 'null', 'array', 'object', 'boolean'], [], true],
  [{ const: null }, ['null'], [], true],
  [{ allOf: [{ properties }, { additionalProperties: false }] }, ['object'], ['a'], false],
  [{ anyOf: [{ type: 'string' }, { type: 'object', properties }] }, ['string', 'object'], ['a'], false],
  [{ oneOf: [{ additionalProperties: false }, { additionalProperties: true }] }, [], [], true],
])('the schema %o has the types %j and the names %j, and is open: %s', (schema, types, names, isOpen) => {
  const found = shape(schema);
  expect([[...found.types], [...found.names], found.isOpen]).toEqual([types, names, isOpen]);
});

it.each<[schema: Schema, listed: unknown[] | undefined]>([
  [{}, undefined],
  [{ enum: [] }, undefined],
  [{ enum: [1, null] }, [1, null]],
  [{ const: null }, [null]],
  [{ anyOf: [{ const: 1 }, { enum: ['a'] }] }, [1, 'a']],
])('the schema %o lists %j', (schema, listed) => {
  expect(shape(schema).listed).toEqual(listed);
});

const patterned = { '^x': { type: 'boolean' } };

it.each<[schema: Schema, name: string, types: string[]]>([
  [{ properties }, 'a', ['integer']],
  [{ properties }, 'b', []],
  [{ properties }, 'toString', []],
  [{ properties, additionalProperties: { type: 'null' } }, 'a', ['integer']],
  [{ properties, additionalProperties: { type: 'null' } }, 'b', ['null']],
  [{ properties: { xa: integer }, patternProperties: patterned }, 'xa', ['integer', 'boolean']],
  [{ patternProperties: patterned, additionalProperties: { type: 'null' } }, 'xa', ['boolean']],
  [{ patternProperties: patterned, additionalProperties: true }, 'ya', []],
])('of the schema %o the member %s has the types %j', (schema, name, types) => {
  expect([...shape(schema).member(name).types]).toEqual(types);
});

it.each<[schema: Schema, index: number, types: string[]]>([
  [{ items: integer }, 3, ['integer']],
  [{ prefixItems: [integer], items: { type: 'null' } }, 0, ['integer']],
  [{ prefixItems: [integer], items: { type: 'null' } }, 1, ['null']],
  [{ prefixItems: [integer] }, 1, []],
])('of the schema %o the item %i has the types %j', (schema, index, types) => {
  expect([...shape(schema).item(index).types]).toEqual(types);
});
