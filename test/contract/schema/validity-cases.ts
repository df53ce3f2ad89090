/** A schema with valid and invalid values. */
export interface ValidityCase {
  what: string;
  schema: unknown;
  valid: unknown[];
  invalid: unknown[];
}

/** Cases for all dialects of OpenAPI. `components.schemas` has the targets of the references. */
export const commonCases: ValidityCase[] = [
  { what: 'a type', schema: { type: 'integer' }, valid: [1, 0, -3, 2.0], invalid: ['1', 1.5, null, true, [], {}] },
  { what: 'a limit', schema: { minimum: 2, maximum: 4 }, valid: [2, 4, 'x'], invalid: [1.99, 4.01] },
  { what: 'a number of hundredths', schema: { multipleOf: 0.01 }, valid: [19.99, 4.35, 0.07, 0], invalid: [0.001, 19.995] },
  { what: 'a whole multiple', schema: { multipleOf: 3 }, valid: [0, 9, -3], invalid: [1, 3.5] },
  { what: 'a length in characters', schema: { minLength: 2, maxLength: 2 }, valid: ['ab', '💩💩', 1], invalid: ['💩', 'abc'] },
  { what: 'a pattern of Unicode', schema: { pattern: '^\\p{L}+$' }, valid: ['ab', 'é', '日本'], invalid: ['a1', ''] },
  { what: 'a pattern without an anchor', schema: { pattern: 'b+' }, valid: ['abc', 1], invalid: ['ac'] },
  {
    what: 'an enum',
    schema: { enum: ['a', 1, null, { a: [1] }] },
    valid: ['a', 1, null, { a: [1] }],
    invalid: ['1', { a: [2] }, false],
  },
  {
    what: 'items',
    schema: { items: { type: 'string' }, minItems: 1, maxItems: 2 },
    valid: [['a'], ['a', 'b'], 1],
    invalid: [[], [1], ['a', 'b', 'c']],
  },
  {
    what: 'distinct items',
    schema: { uniqueItems: true },
    valid: [
      [1, '1', true, 'true', null, 'null'],
      [{ a: 1 }, { a: '1' }],
      [[1], ['1']],
      [0, false],
      [
        { a: 1, b: 2 },
        { a: 2, b: 1 },
      ],
    ],
    invalid: [
      [1, 1.0],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      [
        ['a', { x: null }],
        ['a', { x: null }],
      ],
      ['a', 'b', 'a'],
      [0, -0],
    ],
  },
  {
    what: 'properties',
    schema: {
      type: 'object',
      required: ['a'],
      properties: { a: { type: 'string' }, b: { type: 'integer' } },
      additionalProperties: false,
    },
    valid: [{ a: 'x' }, { a: 'x', b: 1 }],
    invalid: [{}, { a: 1 }, { a: 'x', c: 1 }, { b: 1 }, []],
  },
  {
    what: 'a schema for other properties',
    schema: { properties: { a: {} }, additionalProperties: { type: 'integer' } },
    valid: [{ a: 'x', b: 1 }, {}],
    invalid: [{ b: 'x' }],
  },
  {
    what: 'a number of properties',
    schema: { minProperties: 1, maxProperties: 2 },
    valid: [{ a: 1 }, 'x'],
    invalid: [{}, { a: 1, b: 1, c: 1 }],
  },
  {
    what: 'names that objects have by birth',
    schema: {
      required: ['constructor'],
      properties: { constructor: { type: 'integer' }, toString: { type: 'string' } },
    },
    valid: [{ constructor: 1 }, { constructor: 1, toString: 'x' }],
    invalid: [{}, { constructor: 'x' }, { constructor: 1, toString: 1 }],
  },
  {
    what: 'allOf, anyOf and not',
    schema: { allOf: [{ type: 'object' }, { anyOf: [{ required: ['a'] }, { required: ['b'] }] }], not: { required: ['c'] } },
    valid: [{ a: 1 }, { b: 1, d: 1 }],
    invalid: [{}, { a: 1, c: 1 }, 1],
  },
  { what: 'oneOf', schema: { oneOf: [{ type: 'integer' }, { minimum: 2 }] }, valid: [1, 2.5, 'x'], invalid: [3, 1.5] },
  {
    what: 'a reference to a schema that contains itself',
    schema: { $ref: '#/components/schemas/Tree' },
    valid: [{ name: 'a' }, { name: 'a', branches: [{ name: 'b', branches: [] }] }],
    invalid: [{}, { name: 'a', branches: [{ branches: [] }] }, { name: 1 }],
  },
];

/** The targets of the references. */
export const sharedSchemas: Record<string, unknown> = {
  Tree: {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' }, branches: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
  },
  Text: { type: 'string' },
};

/** Cases for OpenAPI 3.0 only. */
export const casesOf30: ValidityCase[] = [
  { what: 'nullable beside a type', schema: { type: 'string', nullable: true }, valid: ['a', null], invalid: [1] },
  { what: 'nullable without a type', schema: { nullable: true, allOf: [{ type: 'string' }] }, valid: ['a'], invalid: [null, 1] },
  { what: 'an exclusive minimum', schema: { minimum: 1, exclusiveMinimum: true }, valid: [1.1], invalid: [1, 0] },
  { what: 'an exclusive maximum', schema: { maximum: 1, exclusiveMaximum: true }, valid: [0.9], invalid: [1, 2] },
  { what: 'a limit that is not exclusive', schema: { minimum: 1, exclusiveMinimum: false }, valid: [1], invalid: [0] },
  {
    what: 'what stands beside a reference',
    schema: { $ref: '#/components/schemas/Text', maxLength: 1 },
    valid: ['abc'],
    invalid: [1],
  },
];

const address = {
  $id: 'https://schemas.test/address',
  type: 'object',
  properties: { street: { $ref: '#text' } },
  $defs: { t: { $anchor: 'text', type: 'string' } },
};

/** Cases for OpenAPI 3.1 and 3.2. */
export const casesOf31: ValidityCase[] = [
  { what: 'true', schema: true, valid: [1, null, {}], invalid: [] },
  { what: 'false', schema: false, valid: [], invalid: [1, null, {}] },
  { what: 'several types', schema: { type: ['string', 'null'] }, valid: ['a', null], invalid: [1] },
  { what: 'an exclusive minimum', schema: { exclusiveMinimum: 1 }, valid: [1.1], invalid: [1] },
  { what: 'a constant', schema: { const: { a: [1] } }, valid: [{ a: [1] }], invalid: [{ a: [1, 2] }, null] },
  {
    what: 'what stands beside a reference',
    schema: { $ref: '#/components/schemas/Text', maxLength: 1 },
    valid: ['a'],
    invalid: ['abc', 1],
  },
  {
    what: 'a tuple',
    schema: { prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false },
    valid: [['a', 1], ['a'], []],
    invalid: [
      ['a', 'b'],
      ['a', 1, 2],
    ],
  },
  {
    what: 'contains, between limits',
    schema: { contains: { type: 'integer' }, minContains: 2, maxContains: 3 },
    valid: [[1, 2], ['a', 1, 2, 3], 'x'],
    invalid: [[], [1, 'a'], [1, 2, 3, 4]],
  },
  { what: 'contains that need not', schema: { contains: { type: 'integer' }, minContains: 0 }, valid: [[], ['a']], invalid: [] },
  {
    what: 'names that depend on others',
    schema: { dependentRequired: { a: ['b'] }, dependentSchemas: { c: { required: ['d'] } } },
    valid: [{}, { a: 1, b: 1 }, { c: 1, d: 1 }],
    invalid: [{ a: 1 }, { c: 1 }],
  },
  { what: 'names by a pattern', schema: { propertyNames: { pattern: '^[a-z]+$' } }, valid: [{ a: 1 }], invalid: [{ A: 1 }] },
  {
    what: 'properties by a pattern',
    schema: { patternProperties: { '^n': { type: 'integer' } }, additionalProperties: false },
    valid: [{ n: 1, n2: 2 }],
    invalid: [{ n: 'a' }, { m: 1 }],
  },
  {
    what: 'a condition',
    schema: { if: { required: ['a'] }, then: { required: ['b'] }, else: { required: ['c'] } },
    valid: [{ a: 1, b: 1 }, { c: 1 }],
    invalid: [{ a: 1 }, {}],
  },
  {
    what: 'unevaluated properties beside allOf',
    schema: { allOf: [{ properties: { a: {} } }], properties: { b: {} }, unevaluatedProperties: false },
    valid: [{ a: 1, b: 1 }],
    invalid: [{ a: 1, c: 1 }],
  },
  {
    what: 'unevaluated properties after a condition',
    schema: {
      if: { properties: { a: { const: 1 } }, required: ['a'] },
      else: { properties: { b: {} } },
      unevaluatedProperties: false,
    },
    valid: [{ a: 1 }, { b: 1 }, {}],
    invalid: [{ a: 2 }, { a: 1, b: 1 }],
  },
  {
    what: 'unevaluated items beside contains',
    schema: { prefixItems: [true], contains: { type: 'string' }, unevaluatedItems: false },
    valid: [[1, 'a', 'b'], ['a']],
    invalid: [
      [1, 2, 'a'],
      [1, 2],
    ],
  },
  {
    what: 'unevaluated items beside alternatives',
    schema: { anyOf: [{ items: { type: 'string' } }, { prefixItems: [true, true] }], unevaluatedItems: false },
    valid: [
      ['a', 'b', 'c'],
      [1, 2],
    ],
    invalid: [[1, 2, 3]],
  },
  {
    what: 'an id in the description',
    schema: { $defs: { address }, $ref: 'https://schemas.test/address' },
    valid: [{ street: 'a' }],
    invalid: [{ street: 1 }, 1],
  },
  {
    what: 'a dynamic reference',
    schema: {
      $id: 'https://schemas.test/strict-tree',
      $dynamicAnchor: 'node',
      $ref: 'tree',
      unevaluatedProperties: false,
      $defs: {
        tree: {
          $id: 'https://schemas.test/tree',
          $dynamicAnchor: 'node',
          type: 'object',
          properties: { data: true, children: { type: 'array', items: { $dynamicRef: '#node' } } },
        },
      },
    },
    valid: [{ children: [{ data: 1 }] }],
    invalid: [{ children: [{ daat: 1 }] }, { children: [{ children: [{ x: 1 }] }] }],
  },
  {
    what: 'another dialect',
    schema: {
      $id: 'https://schemas.test/old',
      $schema: 'http://json-schema.org/draft-07/schema#',
      items: [{ type: 'string' }],
      additionalItems: false,
    },
    valid: [['a']],
    invalid: [[1], ['a', 1]],
  },
  { what: 'a keyword of another version', schema: { type: 'string', nullable: true }, valid: ['a'], invalid: [null] },
];
