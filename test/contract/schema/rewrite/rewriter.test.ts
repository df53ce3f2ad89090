import { expect, test } from 'vitest';
import { Documents } from '../../../../src/contract/schema/documents/documents.js';
import type { Place } from '../../../../src/contract/schema/documents/places.js';
import type { Direction } from '../../../../src/contract/schema/finding.js';
import { Rewriter } from '../../../../src/contract/schema/rewrite/rewriter.js';
import type { Unit } from '../../../../src/contract/schema/rewrite/unit.js';
import type { Description } from '../../../../src/description/types.js';

const draft2019 = 'https://json-schema.org/draft/2019-09/schema';
const draft7 = 'http://json-schema.org/draft-07/schema#';

interface Options {
  openapi?: string;
  others?: object;
  direction?: Direction;
}

function unitOf(schema: unknown, { openapi = '3.1.1', others, direction = 'request' }: Options = {}): Unit {
  const components = { schemas: { ...others, T: schema } };
  const documents = new Documents({ openapi, info: { title: '', version: '' }, components } as unknown as Description);
  const rewriter = new Rewriter(documents);
  const unit = rewriter.unitAt(documents.at('/components/schemas/T') as Place, direction);
  expect(rewriter.hasProblems).toBe([unit, ...unit.refersTo].some(({ problems }) => problems.length > 0));
  return unit;
}

/** What stands in place of keywords that cannot be checked. */
const un = (...sentences: string[]): object => ({ unchecked: sentences.map((one) => `components.schemas.T${one}.`) });

function sentencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === 'unchecked' ? (inner as string[]) : sentencesIn(inner),
  );
}

/** A schema and what it is rewritten to; nothing if it stays as it is. */
type Row = [schema: unknown, rewritten?: unknown];

const isRight = (reason: string, keyword: string, ...values: unknown[]): Row[] =>
  values.map((value) => [{ [keyword]: value }, un(`.${keyword}: ${reason}`)]);
const stays = (keyword: string, ...values: unknown[]): Row[] => values.map((value) => [{ [keyword]: value }]);

const limits = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];
const counts = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'];
const { MAX_SAFE_INTEGER: safe } = Number;

const of31: Record<string, Row[]> = {
  booleans: [
    [true],
    [false],
    [{}],
    ['a', un(': it is no schema')],
    [[], un(': it is no schema')],
    [null, un(': it is no schema')],
  ],
  limits: limits.flatMap((keyword): Row[] => [
    ...stays(keyword, 0, -1.5, safe, -safe),
    ...[safe + 1, -safe - 1, 1e300, 5n].map((value): Row => [{ [keyword]: value }, { largeLimit: { keyword, value } }]),
    ...isRight('it is no number', keyword, '1', null),
  ]),
  'limits that are true': [
    ...isRight('it is no number', 'minimum', true),
    ...isRight('it is no number', 'maximum', false),
    ...isRight('it is a boolean: write the number of "minimum" here', 'exclusiveMinimum', true),
    ...isRight('it is a boolean: write the number of "maximum" here', 'exclusiveMaximum', false),
    [
      { minimum: 1, exclusiveMinimum: true },
      { minimum: 1, ...un('.exclusiveMinimum: it is a boolean: write the number of "minimum" here') },
    ],
  ],
  'two large limits': [
    [
      { minimum: 1e300, maximum: 1e301 },
      { largeLimit: { keyword: 'minimum', value: 1e300 }, allOf: [{ largeLimit: { keyword: 'maximum', value: 1e301 } }] },
    ],
  ],
  counts: counts.flatMap((keyword) => [
    ...stays(keyword, 0, 7),
    ...isRight('it is no whole number from 0 on', keyword, -1, 1.5, '1', true),
  ]),
  multiples: [...stays('multipleOf', 1, 0.01, 5n), ...isRight('it is no number above 0', 'multipleOf', 0, -1, '1', 0n)],
  texts: [
    ...stays('pattern', 'a', '\\-'),
    ...isRight('it is no text', 'pattern', 1),
    ...isRight('it is no regular expression of ECMAScript', 'pattern', '('),
    ...stays('format', 'email'),
    ...isRight('it is no text', 'format', 1),
    [{ format: 'int32' }, { integerFormat: 'int32' }],
    [{ format: 'unknown' }, {}],
  ],
  types: [
    ...['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'].flatMap((type) => stays('type', type)),
    ...stays('type', ['string', 'null']),
    [{ type: ['string'] }, { type: 'string' }],
    [{ type: ['string', 'string'] }, { type: 'string' }],
    ...isRight('"file" is no type of JSON Schema', 'type', 'file', ['string', 'file']),
    ...isRight('1 is no type of JSON Schema', 'type', 1),
    ...isRight('it lists no type', 'type', []),
  ],
  values: [
    ...stays('enum', [1, 'a', null]),
    ...isRight('it is no list', 'enum', 'a', undefined),
    [{ enum: [1n] }, { largeValues: { keyword: 'enum', values: [1n] } }],
    ...stays('const', null, { a: [1] }),
    [{ const: { a: 1n } }, { largeValues: { keyword: 'const', values: [{ a: 1n }] } }],
  ],
  items: [
    [{ items: { minimum: 1, format: 'unknown' } }, { items: { minimum: 1 } }],
    ...stays('prefixItems', [true, { minimum: 1 }]),
    [{ prefixItems: [true], items: false }],
    [{ prefixItems: [], items: false }, { items: false }],
    [{ prefixItems: [] }, {}],
    [
      { items: [true], additionalItems: false },
      { prefixItems: [true], items: false },
    ],
    [{ items: [true] }, { prefixItems: [true] }],
    [{ items: [], additionalItems: false }, { items: false }],
    [{ additionalItems: false }, {}],
    ...isRight('it is no list', 'prefixItems', {}),
  ],
  'the items of a list': [
    ...stays('contains', true, { minimum: 1 }),
    [{ contains: true, minContains: 0, maxContains: 2 }],
    [{ minContains: 1 }, {}],
    [
      { contains: true, minContains: -1, maxContains: 1 },
      { contains: true, maxContains: 1, ...un('.minContains: it is no whole number from 0 on') },
    ],
    [
      { contains: true, maxContains: 0.5 },
      { contains: true, ...un('.maxContains: it is no whole number from 0 on') },
    ],
    ...stays('uniqueItems', true),
    [{ uniqueItems: false }, {}],
    ...isRight('it is neither true nor false', 'uniqueItems', 'true'),
  ],
  'items that are not evaluated': [
    ...stays('unevaluatedItems', false),
    [
      { contains: { minimum: 1 }, unevaluatedItems: false },
      { contains: { minimum: 1 }, unevaluatedItems: { anyOf: [{ minimum: 1 }, false] } },
    ],
    [
      { allOf: [{ contains: { minimum: 1 } }, true, { allOf: [{ contains: { minimum: 2 } }] }], unevaluatedItems: false },
      {
        allOf: [{ contains: { minimum: 1 } }, true, { allOf: [{ contains: { minimum: 2 } }] }],
        unevaluatedItems: { anyOf: [{ minimum: 1 }, { minimum: 2 }, false] },
      },
    ],
    ...['anyOf', 'oneOf'].flatMap((keyword): Row[] => [
      [{ [keyword]: [true, { minItems: 1 }], unevaluatedItems: false }],
      [
        { [keyword]: [true, { contains: true }], unevaluatedItems: false },
        {
          [keyword]: [true, { contains: true }],
          ...un('.unevaluatedItems: which items "contains" evaluates in an alternative is not followed'),
        },
      ],
      [
        { allOf: [{ [keyword]: [{ allOf: [{ contains: true }] }] }], unevaluatedItems: false },
        {
          allOf: [{ [keyword]: [{ allOf: [{ contains: true }] }] }],
          ...un('.unevaluatedItems: which items "contains" evaluates in an alternative is not followed'),
        },
      ],
    ]),
    ...['if', 'then', 'else'].map((keyword): Row => [
      { if: true, [keyword]: { contains: true }, unevaluatedItems: false },
      {
        if: true,
        ...(keyword === 'if' && { then: true }),
        [keyword]: { contains: true },
        ...un('.unevaluatedItems: which items "contains" evaluates in an alternative is not followed'),
      },
    ]),
    [
      { anyOf: {}, unevaluatedItems: false },
      { unevaluatedItems: false, ...un('.anyOf: it is no list') },
    ],
    [
      { $schema: draft2019, contains: true, unevaluatedItems: false },
      { contains: true, unevaluatedItems: false },
    ],
  ],
  required: [
    ...stays('required', [], ['a', 'b']),
    [{ required: ['a', 'a'] }, { required: ['a'] }],
    ...isRight('it is a boolean: list the property in "required" of its object', 'required', true, false),
    ...isRight('it is no list of names', 'required', 'a', [1], {}),
  ],
  properties: [
    [{ properties: { a: { format: 'unknown' }, b: false } }, { properties: { a: {}, b: false } }],
    ...['properties', 'patternProperties', 'dependentRequired', 'dependentSchemas', 'dependencies'].flatMap((keyword): Row[] => [
      ...isRight('it is no object', keyword, [], 1),
      [{ [keyword]: {} }, {}],
    ]),
    [{ patternProperties: { a: { minimum: 1 } } }],
    [
      { patternProperties: { '(': true, a: true } },
      { patternProperties: { a: true }, ...un('.patternProperties: "(": it is no regular expression of ECMAScript') },
    ],
    [
      JSON.parse('{"properties":{"__proto__":{"minimum":1},"a":true}}'),
      { properties: { a: true }, patternProperties: { '^__proto__$': { minimum: 1 } } },
    ],
    ...['propertyNames', 'unevaluatedProperties', 'additionalProperties'].flatMap((keyword) =>
      stays(keyword, false, { minimum: 1 }),
    ),
    [
      { properties: 1, additionalProperties: false, propertyNames: true },
      { propertyNames: true, ...un('.properties: it is no object') },
    ],
  ],
  dependencies: [
    ...stays('dependentRequired', { a: ['b'] }),
    ...stays('dependentSchemas', { a: { minimum: 1 } }),
    [{ dependencies: { a: ['b'], c: false } }, { dependentRequired: { a: ['b'] }, dependentSchemas: { c: false } }],
    ...isRight('what depends on "a" is no list of names', 'dependentRequired', { a: [1] }, { a: true }),
    ...isRight('what depends on "a" is no list of names', 'dependentSchemas', { a: ['b'] }),
    ...isRight('what depends on "a" is no list of names', 'dependencies', { a: [1] }),
    [JSON.parse('{"dependentRequired":{"__proto__":["a"]}}'), { if: { required: ['__proto__'] }, then: { required: ['a'] } }],
    [
      JSON.parse('{"dependentRequired":{"__proto__":["a"],"b":["c"]},"dependentSchemas":{"__proto__":false,"b":false}}'),
      {
        ...{ dependentRequired: { b: ['c'] }, dependentSchemas: { b: false } },
        ...{
          if: { required: ['__proto__'] },
          then: { required: ['a'] },
          allOf: [{ if: { required: ['__proto__'] }, then: false }],
        },
      },
    ],
    [JSON.parse('{"dependentSchemas":{"__proto__":false}}'), { if: { required: ['__proto__'] }, then: false }],
  ],
  combinations: [
    ...['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => [
      ...stays(keyword, [true, { minimum: 1 }]),
      ...isRight('it is no list', keyword, {}),
      ...isRight('it lists no schema', keyword, []),
    ]),
    ...stays('not', false, { minimum: 1 }),
    [{ if: false, then: true, else: { minimum: 1 } }],
    [{ if: false, else: false }],
    [{ if: { minimum: 1 } }, { if: { minimum: 1 }, then: true }],
    [{ then: false, else: false }, {}],
  ],
  references: [
    ...['$ref', '$dynamicRef', '$recursiveRef'].flatMap((keyword) => [
      ...isRight('it is no text', keyword, 1),
      ...isRight('the reference "#/nowhere" points to nothing', keyword, '#/nowhere'),
      ...[
        [
          { [keyword]: '#/components/schemas/T', minimum: 1 },
          { $ref: 'schema0', minimum: 1 },
        ] as Row,
      ],
    ]),
    [
      { $ref: '#/components/schemas/T', $dynamicRef: '#/components/schemas/T' },
      { $ref: 'schema0', allOf: [{ $ref: 'schema0' }] },
    ],
    [{ $schema: draft7, $ref: '#/components/schemas/T', minimum: 1 }, { $ref: 'schema0' }],
    [{ $schema: 'https://x.example/dialect' }, un(': its dialect "https://x.example/dialect" is unknown here')],
  ],
  'what is said of several keywords': [
    [{ minimum: '1', maximum: '2' }, un('.minimum: it is no number', '.maximum: it is no number')],
  ],
};

const of30: Record<string, Row[]> = {
  nullable: [
    [{ type: 'string', nullable: true }, { type: ['string', 'null'] }],
    [{ type: 'string', nullable: false }, { type: 'string' }],
    [{ type: 'null', nullable: true }, { type: 'null' }],
  ],
  'limits that are true': [
    [{ minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
    [{ maximum: 1, exclusiveMaximum: true }, { exclusiveMaximum: 1 }],
    [{ maximum: 1e300, exclusiveMaximum: true }, { largeLimit: { keyword: 'exclusiveMaximum', value: 1e300 } }],
    [{ minimum: 1, exclusiveMinimum: false, exclusiveMaximum: true }, { minimum: 1 }],
    [{ exclusiveMinimum: 1, minimum: 2 }],
    ...isRight('it is no number', 'exclusiveMinimum', 'true'),
    ...isRight('it is no number', 'minimum', true),
  ],
  references: [
    [{ $ref: '#/components/schemas/T', minimum: 1 }, { $ref: 'schema0' }],
    [
      { $dynamicRef: '#/components/schemas/T', minimum: 1 },
      { $ref: 'schema0', minimum: 1 },
    ],
  ],
};

test.each([
  ...Object.entries(of31).map(([what, rows]) => ({ openapi: '3.1.1', what, rows })),
  ...Object.entries(of30).map(([what, rows]) => ({ openapi: '3.0.4', what, rows })),
])('in OpenAPI $openapi, $what are rewritten, and what cannot be checked is said', ({ openapi, rows }) => {
  for (const [schema, rewritten = schema] of rows) {
    const unit = unitOf(schema, { openapi });
    expect(unit.schema).toEqual(rewritten);
    const sentences = sentencesIn(rewritten);
    expect(unit.problems.toSorted()).toEqual(sentences.map((one) => `${one} It is not checked.`).toSorted());
    expect([unit.isIncomplete, unit.key]).toEqual([sentences.length > 0, 'schema0']);
  }
});

test.each<[openapi: string, schema: object, problems: string[]]>([
  ['3.1.1', { nullable: true }, ['nullable: has no effect since OpenAPI 3.1: write "null" among the types']],
  ['3.1.1', { nullable: false }, []],
  ['3.0.4', { nullable: true }, ['nullable: has no effect without "type" (OpenAPI 3.0.3, Schema Object)']],
  ['3.0.4', { type: 'string', nullable: true, enum: ['a', null] }, []],
  [
    '3.0.4',
    { type: 'string', nullable: true, enum: ['a'] },
    ['nullable: has no effect where "enum" does not list null (OpenAPI 3.0.3, Schema Object)'],
  ],
  ['3.0.4', { type: 'string', enum: ['a'] }, []],
  ['3.1.1', { enum: ['a', 'b', 'a'] }, ['enum: the value "a" is in it twice']],
  ['3.1.1', { enum: ['a'.repeat(100), 'a'.repeat(100)] }, [`enum: the value "${'a'.repeat(79)} is in it twice`]],
  ['3.1.1', { enum: Array.from({ length: 999 }, () => 1) }, ['enum: the value 1 is in it twice']],
  ['3.1.1', { enum: Array.from({ length: 1000 }, () => 1) }, []],
])('what has no effect in OpenAPI %s is said of %o', (openapi, schema, problems) => {
  const unit = unitOf(schema, { openapi });
  expect([unit.problems, unit.isIncomplete]).toEqual([problems.map((one) => `components.schemas.T.${one}.`), false]);
});

const id = { readOnly: true };

test.each<[what: string, schema: object, rewritten: object]>([
  ['beside it', { required: ['id', 'a'], properties: { id } }, { required: ['a'], properties: { id: {} } }],
  [
    'not of the other direction',
    { required: ['id'], properties: { id: { writeOnly: true } } },
    { required: ['id'], properties: { id: {} } },
  ],
  [
    'not one that is not marked',
    { required: ['id'], properties: { id: { readOnly: 'true' } } },
    { required: ['id'], properties: { id: {} } },
  ],
  [
    'in parts of the same object',
    { required: ['id'], allOf: [{ properties: { id }, required: ['id'] }, { required: ['id'] }] },
    { required: [], allOf: [{ properties: { id: {} }, required: [] }, { required: [] }] },
  ],
  [
    'by an alternative, for the whole but not for another alternative',
    { required: ['id'], anyOf: [{ properties: { id }, required: ['id'] }, { required: ['id'] }] },
    { required: [], anyOf: [{ properties: { id: {} }, required: [] }, { required: ['id'] }] },
  ],
  [
    'by one of several, a branch or another',
    {
      required: ['a', 'b', 'c', 'd'],
      oneOf: [{ properties: { a: id } }],
      if: true,
      then: { properties: { b: id } },
      else: { properties: { c: id } },
    },
    {
      required: ['d'],
      oneOf: [{ properties: { a: {} } }],
      if: true,
      then: { properties: { b: {} } },
      else: { properties: { c: {} } },
    },
  ],
  [
    'not in what is another value',
    { properties: { id, in: { required: ['id'] } }, items: { required: ['id'] } },
    { properties: { id: {}, in: { required: ['id'] } }, items: { required: ['id'] } },
  ],
  ...['contains', 'unevaluatedItems', 'additionalProperties', 'propertyNames', 'unevaluatedProperties'].map(
    (keyword): [string, object, object] => [
      `not in ${keyword}`,
      { properties: { id }, [keyword]: { required: ['id'] } },
      { properties: { id: {} }, [keyword]: { required: ['id'] } },
    ],
  ),
  [
    'not in a tuple',
    { properties: { id }, prefixItems: [{ required: ['id'] }], items: { required: ['id'] } },
    { properties: { id: {} }, prefixItems: [{ required: ['id'] }], items: { required: ['id'] } },
  ],
  [
    'not after an empty tuple, nor in what is evaluated beside',
    { properties: { id }, prefixItems: [], items: { required: ['id'] }, contains: { required: ['id'] }, unevaluatedItems: false },
    {
      ...{ properties: { id: {} }, items: { required: ['id'] }, contains: { required: ['id'] } },
      unevaluatedItems: { anyOf: [{ required: ['id'] }, false] },
    },
  ],
  [
    'not by a property that refers to itself',
    { required: ['a'], properties: { id, a: { $ref: '#/components/schemas/Round' } } },
    { required: ['a'], properties: { id: {}, a: { $ref: 'schema1' } } },
  ],
  [
    'where another name is there',
    { properties: { id }, dependentRequired: { a: ['id', 'b'] }, dependentSchemas: { a: { required: ['id'] } } },
    { properties: { id: {} }, dependentRequired: { a: ['b'] }, dependentSchemas: { a: { required: [] } } },
  ],
  [
    'by a reference of the property',
    { required: ['id'], properties: { id: { $ref: '#/components/schemas/Id' } } },
    { required: [], properties: { id: { $ref: 'schema1' } } },
  ],
  [
    'by a part of the property',
    { required: ['id'], properties: { id: { allOf: [{ allOf: [id] }] } } },
    { required: [], properties: { id: { allOf: [{ allOf: [{}] }] } } },
  ],
  ['by a reference of the object', { required: ['id'], $ref: '#/components/schemas/Marked' }, { required: [], $ref: 'schema1' }],
])('a property that is only read need not be sent: %s', (_, schema, rewritten) => {
  const Round = { allOf: [{ $ref: '#/components/schemas/Round' }] };
  const others = { Id: id, Marked: { properties: { id } }, Round };
  expect(unitOf(schema, { others }).schema).toEqual(rewritten);
  const swapped = JSON.parse(
    JSON.stringify(schema).replaceAll(/readOnly|writeOnly/g, (one) => (one === 'readOnly' ? 'writeOnly' : 'readOnly')),
  ) as object;
  const other = { Id: { writeOnly: true }, Marked: { properties: { id: { writeOnly: true } } }, Round };
  expect(unitOf(swapped, { others: other, direction: 'response' }).schema).toEqual(rewritten);
});

test('what stands beside a reference that stands alone marks no property', () => {
  const schema = { required: ['a', 'b'], properties: { a: { $ref: '#/components/schemas/A', readOnly: true }, b: id } };
  expect(unitOf(schema, { openapi: '3.0.4', others: { A: {} } }).schema).toMatchObject({ required: ['a'] });
  expect(unitOf(schema, { others: { A: {} } }).schema).toMatchObject({ required: [] });
});

test('each schema that is referred to is a unit of its own, once for each set of names that may be missing', () => {
  const others = {
    A: { required: ['id'] },
    B: { allOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] },
  };
  const schema = {
    properties: { id, a: { $ref: '#/components/schemas/A' }, b: { $ref: '#/components/schemas/B' } },
    allOf: [{ $ref: '#/components/schemas/A' }],
  };
  const unit = unitOf(schema, { others });
  const known = new Map([...unit.refersTo].map((one) => [one.key, one]));
  expect(unit.schema).toEqual({
    properties: { id: {}, a: { $ref: 'schema1' }, b: { $ref: 'schema2' } },
    allOf: [{ $ref: 'schema3' }],
  });
  expect([known.get('schema1')?.schema, known.get('schema3')?.schema]).toEqual([{ required: ['id'] }, { required: [] }]);
  const circle = known.get('schema2');
  expect(circle?.schema).toEqual({ allOf: [{ $ref: 'schema1' }, { $ref: 'schema2' }] });
  expect([...(circle?.refersTo ?? [])].map(({ key }) => key)).toEqual(['schema1', 'schema2']);
});

test('a dynamic reference leads to the anchor of the outermost schema that has it', () => {
  const Tree = {
    $dynamicAnchor: 'n',
    properties: { in: { $dynamicRef: '#n' }, other: { $dynamicRef: '#/components/schemas/Tree' }, known: { $ref: '#n' } },
  };
  const others = { Tree, A: { $dynamicAnchor: 'n', $ref: '#/components/schemas/Tree' } };
  const unit = unitOf(
    { properties: { a: { $ref: '#/components/schemas/A' }, b: { $ref: '#/components/schemas/Tree' } } },
    { others },
  );
  const [a, plain] = unit.refersTo;
  const [below] = a?.refersTo ?? [];
  expect([a?.key, plain?.key, a?.schema]).toEqual(['schema1', 'schema2', { $ref: below?.key }]);
  const ends = { other: { $ref: below?.key }, known: { $ref: below?.key } };
  expect(below?.schema).toEqual({ properties: { in: { $ref: 'schema1' }, ...ends } });
  const same = { $ref: 'schema2' };
  expect(plain?.schema).toEqual({ properties: { in: same, other: same, known: same } });
});

test.each([
  [true, 'schema0'],
  [false, 'schema1'],
  ['true', 'schema1'],
])('a recursive reference leads to the outermost schema with an anchor that is %s: %s', ($recursiveAnchor, target) => {
  const within = { $schema: draft2019, $id: 'https://x.example/tree', properties: { in: { $recursiveRef: '#' } } };
  const others = { Tree: { ...within, $recursiveAnchor: true } };
  const outer = { $schema: draft2019, $id: 'https://x.example/t', $recursiveAnchor, allOf: [{ $ref: 'tree' }] };
  const [tree] = unitOf(outer, { others }).refersTo;
  expect(tree?.schema).toEqual({ properties: { in: { $ref: target } } });
});

test('items that "contains" of a reference evaluates are not followed', () => {
  const others = {
    C: { contains: true },
    D: { allOf: [{ $ref: '#/components/schemas/C' }] },
    E: { $ref: '#/components/schemas/E' },
  };
  const isKnown = (name: string): boolean =>
    'unevaluatedItems' in
    (unitOf({ allOf: [{ $ref: `#/components/schemas/${name}` }], unevaluatedItems: false }, { others }).schema as object);
  expect(['C', 'D', 'E', 'Nowhere'].map(isKnown)).toEqual([false, false, true, true]);
});

test('an empty enum allows a value that no JSON equals', () => {
  const { schema } = unitOf({ enum: [] });
  expect(schema).toEqual({ enum: [{ none: expect.any(Symbol) as symbol }] });
});
