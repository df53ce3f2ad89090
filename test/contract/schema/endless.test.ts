import { describe, expect, test } from 'vitest';
import { Schemas } from '../../../src/contract/schema/schemas.js';
import type { Description } from '../../../src/description/types.js';

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const named = { required: ['x'] };

/** Schemas that lead back to themselves for the same value, with a value that they allow and one that they do not. */
const endless: Array<[what: string, schemas: Record<string, object>, valid: unknown, invalid: unknown]> = [
  ['references', { A: { ...named, ...ref('B') }, B: ref('A') }, { x: 1 }, {}],
  ['allOf', { A: { allOf: [ref('A'), named] } }, { x: 1 }, {}],
  ['anyOf', { A: { ...named, anyOf: [ref('A'), { type: 'integer' }] } }, { x: 1 }, {}],
  ['if', { A: { ...named, if: ref('A'), then: { required: ['y'] } } }, { x: 1, y: 1 }, { x: 1 }],
  ['dependentSchemas', { A: { ...named, dependentSchemas: { x: ref('A') } } }, { x: 1 }, {}],
  ['a dynamic reference', { A: { ...named, $dynamicAnchor: 'a', allOf: [{ $dynamicRef: '#a' }] } }, { x: 1 }, {}],
  [
    'alternatives that contain their parent',
    {
      A: { ...named, oneOf: [ref('B'), ref('C')] },
      B: { allOf: [ref('A'), { required: ['b'] }] },
      C: { allOf: [ref('A'), { required: ['c'] }] },
    },
    { x: 1, b: 1 },
    { x: 1 },
  ],
  [
    'what is evaluated',
    {
      A: { ...named, properties: { x: {}, b: {} }, oneOf: [ref('B')] },
      B: { allOf: [ref('A')], unevaluatedProperties: false },
    },
    { x: 1, b: 1 },
    { x: 1, other: 1 },
  ],
  [
    'an inner value, too',
    { A: { ...named, properties: { x: ref('A') }, allOf: [ref('B')] }, B: { anyOf: [ref('A')] } },
    { x: { x: 1 } },
    { x: {} },
  ],
];

describe.each(endless)('a schema that leads back to itself by %s', (_, schemas, valid, invalid) => {
  test.each(['#/components/schemas/A', '#/components/schemas/Outer'])('is validated once (%s)', ($ref) => {
    const description = { openapi: '3.1.0', components: { schemas: { ...schemas, Outer: { allOf: [ref('A')] } } } };
    const checked = new Schemas({ ...description, paths: {} } as unknown as Description);
    const check = (value: unknown): string[] => checked.check($ref.slice(1), value, 'request').map(({ path }) => path.join('.'));
    expect(check(valid)).toEqual([]);
    const found = check(invalid);
    expect(found).not.toEqual([]);
    expect(check(valid)).toEqual([]);
  });
});

test('a schema that leads back to itself reports each violation once', () => {
  const description = {
    openapi: '3.1.0',
    components: { schemas: { A: { allOf: [ref('B')] }, B: { ...named, allOf: [ref('A')] } } },
  };
  const schemas = new Schemas({ ...description, paths: {} } as unknown as Description);
  expect(schemas.check('/components/schemas/A', {}, 'request')).toHaveLength(1);
});
