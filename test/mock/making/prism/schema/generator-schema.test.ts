import { expect, test } from 'vitest';
import { Documents } from '../../../../../src/contract/schema/documents/documents.js';
import type { Description } from '../../../../../src/description/types.js';
import { textsOf } from '../../../../../src/mock/making/prism/schema/generator-formats.js';
import { generatorSchema, type Bundled } from '../../../../../src/mock/making/prism/schema/generator-schema.js';
import { found } from '../../../../contract/schema/schemas.js';

/** A schema as it is rewritten for the generators, and the schemas that contain themselves. */
function rewritten(Tested: unknown, schemas: object = {}, openapi = '3.1.0'): { schema: object; bundled: Bundled } {
  const components = { schemas: { ...schemas, Tested } };
  const documents = new Documents({ openapi, info: { title: '', version: '' }, components } as Description);
  const place = documents.at('/components/schemas/Tested');
  if (typeof place === 'string') throw new Error(place);
  const bundled: Bundled = {};
  return { schema: generatorSchema(documents, place, bundled), bundled };
}

/** Schemas, each with what it becomes. */
const schemas: Record<string, string> = {
  'names by a pattern': String.raw`
    {"patternProperties":{".":{"const":1}}} → {"patternProperties":{".":{"const":1}},"additionalProperties":false}
    {"propertyNames":{"pattern":"^a"}} → {"additionalProperties":false,"properties":{"a":{}}}
    {"propertyNames":{"pattern":"^a"},"additionalProperties":{"type":"integer"}} → {"additionalProperties":false,"properties":{"a":{"type":"integer"}}}
    {"propertyNames":{"pattern":"^a"},"additionalProperties":false} → {"additionalProperties":false,"properties":{"a":false}}
    {"propertyNames":{"pattern":"^a"},"patternProperties":{"^b.":{"type":"integer"}}} → {"patternProperties":{"^b.":{"type":"integer"}},"additionalProperties":false}
    {"propertyNames":{"enum":["a.b","(c)",1]}} → {"patternProperties":{"^(a\\.b|\\(c\\)|1)$":{}},"additionalProperties":false}
    {"propertyNames":{"const":"x"}} → {"patternProperties":{"^(x)$":{}},"additionalProperties":false}
    {"propertyNames":{"const":"x","enum":["y"]}} → {"patternProperties":{"^(x)$":{}},"additionalProperties":false}
    {"propertyNames":{"format":"date"}} → {"patternProperties":{"^(2024\\-01\\-02|2024\\-12\\-31)$":{}},"additionalProperties":false}
    {"propertyNames":{"format":"other"}} → {}
    {"propertyNames":true} → {}
    {"propertyNames":{"minLength":2}} → {"patternProperties":{"^[a-z]{2,}$":{}},"additionalProperties":false}
    {"propertyNames":{"maxLength":3}} → {"patternProperties":{"^[a-z]{1,3}$":{}},"additionalProperties":false}
    {"propertyNames":{"minLength":2,"maxLength":3}} → {"patternProperties":{"^[a-z]{2,3}$":{}},"additionalProperties":false}
    {"propertyNames":{"maxLength":0}} → {"patternProperties":{"^[a-z]{1,}$":{}},"additionalProperties":false}
    {"propertyNames":{"enum":[]}} → {}
    {"required":["x-a","x-b","c"],"properties":{"x-b":{"type":"integer"}},"patternProperties":{"^x-.":{"const":2},"^x-a.?":{"const":3}}} → {"required":["x-a","x-b","c"],"properties":{"x-b":{"type":"integer"},"x-a":{"const":2}},"patternProperties":{"^x-.":{"const":2},"^x-a.?":{"const":3}},"additionalProperties":false}
    {"patternProperties":{"^x$":{"type":"integer"},"^y.":{"type":"integer"},"z-1":{"type":"integer"},"^type$":{"type":"integer"}},"properties":{"x":{"const":1}}} → {"patternProperties":{"^y.":{"type":"integer"}},"properties":{"x":{"const":1},"z-1":{"type":"integer"},"\u2063type":{"type":"integer"}},"additionalProperties":false}
    {"patternProperties":{"^x$":{"type":"integer"}}} → {"additionalProperties":false,"properties":{"x":{"type":"integer"}}}
    {"patternProperties":{"^x.":{"type":"integer"}},"additionalProperties":{"type":"integer"}} → {"patternProperties":{"^x.":{"type":"integer"}},"additionalProperties":{"type":"integer"}}
    {"patternProperties":{"a b":{"type":"integer"}}} → {"patternProperties":{"a b":{"type":"integer"}},"additionalProperties":false}
  `,
  'limits and formats of numbers': String.raw`
    {"format":"int32","minimum":-3000000000} → {"format":"int32","minimum":-2147483648}
    {"format":"int32","maximum":3000000000} → {"format":"int32","maximum":2147483647}
    {"multipleOf":1.5e-7,"minimum":3e-7} → {"multipleOf":1.5e-7,"minimum":3e-7}
    {"type":"string","nullable":true} → {"type":["string","null"],"nullable":true}
    {"nullable":true} → {"nullable":true}
    {"type":["string"],"nullable":true} → {"type":["string"],"nullable":true}
    {"type":"string","nullable":false} → {"type":"string","nullable":false}
    {"type":"integer","exclusiveMinimum":3,"exclusiveMaximum":5} → {"type":"integer","minimum":4,"maximum":4}
    {"type":"number","exclusiveMinimum":3,"exclusiveMaximum":5} → {"type":"number","minimum":3,"maximum":5}
    {"type":"integer","minimum":3,"exclusiveMinimum":true,"maximum":9,"exclusiveMaximum":true} → {"type":"integer","minimum":4,"maximum":8}
    {"type":"integer","minimum":3,"exclusiveMinimum":false} → {"type":"integer","minimum":3}
    {"type":"integer","minimum":9,"exclusiveMinimum":3} → {"type":"integer","minimum":9}
    {"type":"integer","minimum":1,"exclusiveMinimum":3} → {"type":"integer","minimum":4}
    {"type":"integer","maximum":3,"exclusiveMaximum":9} → {"type":"integer","maximum":3}
    {"type":"integer","maximum":12,"exclusiveMaximum":9} → {"type":"integer","maximum":8}
    {"exclusiveMinimum":true} → {}
    {"format":"int8"} → {"format":"int8","minimum":-128,"maximum":127}
    {"format":"int32"} → {"format":"int32"}
    {"format":"int32","minimum":5} → {"format":"int32","minimum":5}
    {"format":"int32","maximum":5} → {"format":"int32","maximum":5}
    {"format":"uint8"} → {"format":"uint8","minimum":0,"maximum":255}
    {"format":"uint8","minimum":3,"maximum":400} → {"format":"uint8","minimum":3,"maximum":255}
    {"format":"uint8","minimum":300} → {"format":"uint8","minimum":300,"maximum":255}
    {"format":"int8","minimum":-128,"maximum":127} → {"format":"int8","minimum":-128,"maximum":127}
    {"format":"constructor","maximum":5} → {"format":"constructor","maximum":5}
    {"format":"uint64"} → {"format":"uint64","minimum":0}
    {"minimum":100000000} → {"minimum":100000000,"maximum":200000000}
    {"minimum":99999999} → {"minimum":99999999}
    {"minimum":100000000,"maximum":1000000000} → {"minimum":100000000,"maximum":1000000000}
    {"maximum":-100000000} → {"maximum":-100000000,"minimum":-200000000}
    {"maximum":-99999999} → {"maximum":-99999999}
    {"maximum":-100000000,"minimum":-1000000000} → {"maximum":-100000000,"minimum":-1000000000}
    {"multipleOf":0.01,"minimum":0.05,"maximum":0.2} → {"enum":[0.05,0.06,0.08,0.09,0.1,0.11,0.12,0.13]}
    {"multipleOf":0.1} → {"enum":[0.1,0.2,0.4,0.5,0.8,0.9,1]}
    {"multipleOf":2} → {"multipleOf":2}
    {"multipleOf":0.5,"enum":[1]} → {"multipleOf":0.5,"enum":[1]}
    {"multipleOf":0.5,"minimum":3.1,"maximum":3.2} → {"multipleOf":0.5,"minimum":3.1,"maximum":3.2}
    {"multipleOf":0.3,"maximum":0.9} → {"enum":[0.3,0.6,0.9]}
    {"multipleOf":0} → {}
    {"multipleOf":-0.5} → {}
    {"multipleOf":0.0001,"minimum":0.0003,"maximum":0.0003} → {"enum":[0.0003]}
    {"multipleOf":1e-07} → {"enum":[0,0,0,0,0,0,0,0,0,0]}
    {"multipleOf":0.1,"minimum":0.3,"maximum":0.3} → {"enum":[0.3]}
  `,
  'listed values, examples and patterns': String.raw`
    {"enum":["a","b"],"not":{"enum":["a"]}} → {"enum":["b"]}
    {"enum":["a"],"not":{"enum":["a"]}} → {"enum":["a"]}
    {"not":{"enum":["a"]}} → {"not":{"enum":["a"]}}
    {"enum":["a"],"not":true} → {"enum":["a"]}
    {"enum":["a"],"not":1} → {"enum":["a"]}
    {"example":1} → {"examples":[1]}
    {"example":1,"examples":[2]} → {"examples":[2]}
    {"pattern":"^\\u{61}$"} → {"pattern":"^a$"}
  `,
  'formats of texts': String.raw`
    {"format":"date","pattern":"^2024"} → {"enum":["2024-01-02","2024-12-31"]}
    {"enum":[1,"abc"],"minLength":2} → {"enum":[1,"abc"]}
    {"enum":[1,"a"],"minLength":2} → {"enum":[1]}
    {"format":["date"],"enum":["a"],"maxLength":0} → {"enum":["a"],"maxLength":0}
    {"type":"string","format":"duration"} → {"type":"string","pattern":"^P[1-9]D$"}
    {"type":"string","format":"byte"} → {"type":"string","pattern":"^([A-Za-z0-9+/]{4})+$"}
    {"type":"string","format":"relative-json-pointer"} → {"type":"string","pattern":"^[1-9]/[a-z]+$"}
    {"type":"string","format":"idn-hostname"} → {"type":"string","format":"hostname"}
    {"type":"string","format":"url"} → {"type":"string","pattern":"^https://example\\.com/[a-z]{1,8}$"}
    {"type":"string","format":"base64url"} → {"type":"string","pattern":"^[A-Za-z0-9_-]{8}$"}
    {"type":"string","format":"char"} → {"type":"string","pattern":"^[a-z]$"}
    {"type":"string","format":"decimal"} → {"type":"string","pattern":"^[1-9]\\.[0-9]{2}$"}
    {"type":"string","format":"http-date"} → {"type":"string","pattern":"^Mon, 0[1-9] Jan 2024 10:00:00 GMT$"}
    {"type":"string","format":"media-range"} → {"type":"string","pattern":"^text/plain$"}
    {"type":"string","format":"date-time"} → {"type":"string","format":"date-time"}
    {"type":"string","format":"uuid"} → {"type":"string","format":"uuid"}
    {"type":"string","format":"toString"} → {"type":"string","format":"toString"}
    {"type":"number","format":"decimal"} → {"type":"number"}
    {"type":["null","string"],"format":"char"} → {"type":["null","string"],"pattern":"^[a-z]$"}
    {"format":"char","pattern":"x"} → {"format":"char","pattern":"x"}
    {"format":"char","enum":["ab"]} → {"enum":["ab"]}
    {"format":"date","pattern":"12"} → {"enum":["2024-12-31"]}
    {"format":"date","pattern":"x"} → {"format":"date","pattern":"x"}
    {"format":"time","maxLength":9} → {"enum":["03:04:05Z"]}
    {"format":"time","minLength":14} → {"enum":["03:04:05+01:00"]}
    {"format":"time","maxLength":1} → {"format":"time","maxLength":1}
    {"format":"date","minLength":10,"maxLength":10} → {"format":"date","minLength":10,"maxLength":10}
    {"format":"email","maxLength":6,"minLength":6} → {"enum":["a@b.co"]}
    {"enum":["ab","c",1,"😀"],"maxLength":1} → {"enum":["c",1,"😀"]}
    {"enum":["ab","c"],"minLength":2} → {"enum":["ab"]}
    {"enum":["ab","c"],"pattern":"^c$","format":"date"} → {"enum":["c"]}
    {"enum":["ab"],"pattern":"^c$"} → {"enum":["ab"],"pattern":"^c$"}
    {"type":"integer","enum":[1],"format":"int8"} → {"type":"integer","enum":[1],"minimum":-128,"maximum":127}
  `,
  'tuples and lists': String.raw`
    {"prefixItems":[{"type":"integer"}]} → {"items":[{"type":"integer"}],"additionalItems":true,"minItems":1,"maxItems":1}
    {"prefixItems":[{"type":"integer"}],"items":false} → {"items":[{"type":"integer"}],"additionalItems":false,"minItems":1,"maxItems":1}
    {"prefixItems":[{"type":"integer"}],"items":{"const":1},"minItems":3} → {"items":[{"type":"integer"},{"const":1},{"const":1}],"minItems":3,"additionalItems":{"const":1},"maxItems":3}
    {"prefixItems":[{"type":"integer"}],"minItems":2} → {"minItems":2,"items":[{"type":"integer"},{"type":"string"}],"additionalItems":{"type":"string"},"maxItems":2}
    {"prefixItems":[{"type":"integer"},{"type":"integer"}],"minItems":1} → {"minItems":2,"items":[{"type":"integer"},{"type":"integer"}],"additionalItems":{"type":"string"},"maxItems":2}
    {"items":[{"type":"integer"}],"additionalItems":{"const":1},"minItems":2} → {"items":[{"type":"integer"},{"const":1}],"additionalItems":{"const":1},"minItems":2,"maxItems":2}
    {"items":[{"type":"integer"}],"additionalItems":false} → {"items":[{"type":"integer"}],"additionalItems":false,"minItems":1,"maxItems":1}
    {"contains":{"type":"integer"}} → {"items":[{"type":"integer"}],"additionalItems":true,"minItems":1,"maxItems":1}
    {"contains":{"type":"integer"},"minContains":2,"maxContains":3,"minItems":1} → {"minItems":2,"items":[{"type":"integer"},{"type":"integer"}],"additionalItems":{"type":"string"},"maxItems":2}
    {"contains":{"type":"integer"},"minContains":0} → {}
    {"prefixItems":[{"type":"integer"}],"contains":{"const":1},"items":{"const":2},"minItems":3} → {"items":[{"type":"integer"},{"const":1},{"const":2}],"minItems":3,"additionalItems":{"const":2},"maxItems":3}
    {"maxItems":0,"items":{"type":"integer"}} → {"maxItems":0,"items":{"type":"integer"},"enum":[[]]}
    {"minItems":1} → {"minItems":1,"items":{"type":"string"}}
    {"minItems":1,"items":{}} → {"minItems":1,"items":{"type":"string"}}
    {"minItems":1,"items":true} → {"minItems":1,"items":{"type":"string"}}
    {"minItems":1,"items":{"type":"integer"}} → {"minItems":1,"items":{"type":"integer"}}
    {"items":{}} → {"items":{}}
    {"prefixItems":[{"type":"integer"}],"minItems":2,"items":{}} → {"minItems":2,"items":[{"type":"integer"},{"type":"string"}],"additionalItems":{"type":"string"},"maxItems":2}
    {"items":{"type":"integer"},"minItems":0} → {"items":{"type":"integer"},"minItems":0}
    {"prefixItems":[{"type":"integer"}],"items":false,"minItems":5} → {"items":[{"type":"integer"}],"minItems":5,"additionalItems":false,"maxItems":1}
  `,
  'what depends on a name or a condition': String.raw`
    {"properties":{"a":{"type":"integer"}},"required":["b"],"dependentRequired":{"a":["c","b"],"b":["d"],"x":["y"]}} → {"properties":{"a":{"type":"integer"}},"required":["b","c","d"],"dependentRequired":{"a":["c","b"],"b":["d"],"x":["y"]}}
    {"properties":{"a":{"type":"integer"}},"dependentSchemas":{"a":{"required":["z"]},"x":{}}} → {"properties":{"a":{"type":"integer"}},"dependentSchemas":{"a":{"required":["z"]},"x":{}},"allOf":[{"required":["z"]}]}
    {"properties":{"type":{"type":"integer"}},"dependentRequired":{"type":["enum"]}} → {"properties":{"\u2063type":{"type":"integer"}},"dependentRequired":{"type":["enum"]},"required":["\u2063enum"]}
    {"allOf":[{"type":"integer"}],"required":["a"],"dependentSchemas":{"a":{"const":1}}} → {"allOf":[{"type":"integer"},{"const":1}],"required":["a"],"dependentSchemas":{"a":{"const":1}}}
    {"properties":{"a":{"type":"integer"},"w":{"writeOnly":true}},"required":["a","w"],"dependentRequired":{"a":["w","b"]}} → {"properties":{"a":{"type":"integer"}},"required":["a","b"],"dependentRequired":{"a":["w","b"]}}
    {"if":{"type":"integer"},"then":{"const":1},"else":{"const":2}} → {"anyOf":[{"allOf":[{"type":"integer"},{"const":1}]},{"const":2}]}
    {"if":{"type":"integer"},"then":{"const":1}} → {"anyOf":[{"allOf":[{"type":"integer"},{"const":1}]},{}]}
    {"if":{"type":"integer"},"else":{"const":1}} → {"anyOf":[{"allOf":[{"type":"integer"},{}]},{"const":1}]}
    {"then":{"type":"integer"},"else":{"type":"integer"}} → {}
    {"if":{"type":"integer"},"anyOf":[{"type":"integer"}]} → {"anyOf":[{"type":"integer"}],"allOf":[{"anyOf":[{"allOf":[{"type":"integer"},{}]},{}]}]}
    {"if":{"type":"integer"},"anyOf":[{"type":"integer"}],"allOf":[{"const":1}]} → {"anyOf":[{"type":"integer"}],"allOf":[{"const":1},{"anyOf":[{"allOf":[{"type":"integer"},{}]},{}]}]}
    {"if":false} → {"anyOf":[{"allOf":[false,{}]},{}]}
  `,
  'schemas, references and what is never sent': String.raw`
    {"additionalProperties":{"exclusiveMinimum":1}} → {"additionalProperties":{"minimum":1}}
    {"additionalItems":{"exclusiveMinimum":1}} → {"additionalItems":{"minimum":1}}
    {"items":{"exclusiveMinimum":1}} → {"items":{"minimum":1}}
    {"not":{"exclusiveMinimum":1}} → {"not":{"minimum":1}}
    {"contentSchema":{"exclusiveMinimum":1}} → {"contentSchema":{"minimum":1}}
    {"allOf":[{"exclusiveMinimum":1}]} → {"allOf":[{"minimum":1}]}
    {"anyOf":[{"exclusiveMinimum":1}]} → {"anyOf":[{"minimum":1}]}
    {"oneOf":[{"exclusiveMinimum":1}]} → {"oneOf":[{"minimum":1}]}
    {"properties":{"a":{"exclusiveMinimum":1}}} → {"properties":{"a":{"minimum":1}}}
    {"dependentSchemas":{"a":{"exclusiveMinimum":1}}} → {"dependentSchemas":{"a":{"minimum":1}}}
    {"patternProperties":{"a.":{"exclusiveMinimum":1}}} → {"patternProperties":{"a.":{"minimum":1}},"additionalProperties":false}
    {"contains":{"exclusiveMinimum":1}} → {"items":[{"minimum":1}],"additionalItems":true,"minItems":1,"maxItems":1}
    {"prefixItems":[{"exclusiveMinimum":1}]} → {"items":[{"minimum":1}],"additionalItems":true,"minItems":1,"maxItems":1}
    {"items":[{"exclusiveMinimum":1}]} → {"items":[{"minimum":1}],"additionalItems":true,"minItems":1,"maxItems":1}
    {"if":{"exclusiveMinimum":1},"then":{"exclusiveMinimum":1},"else":{"exclusiveMinimum":1}} → {"anyOf":[{"allOf":[{"minimum":1},{"minimum":1}]},{"minimum":1}]}
    {"required":["w"],"anyOf":[{"properties":{"w":{"writeOnly":true}}}]} → {"required":[],"anyOf":[{"properties":{}}]}
    {"properties":{"w":{"writeOnly":true}},"dependentSchemas":{"w":{"const":1}}} → {"properties":{},"dependentSchemas":{"w":{"const":1}}}
    {"dependentSchemas":{"type":{"const":1}}} → {"dependentSchemas":{"type":{"const":1}}}
    {"unevaluatedProperties":false} → {"unevaluatedProperties":false,"additionalProperties":false}
    {"unevaluatedProperties":false,"additionalProperties":{"type":"integer"}} → {"unevaluatedProperties":false,"additionalProperties":{"type":"integer"}}
    {"unevaluatedProperties":true} → {"unevaluatedProperties":true}
    {"maxProperties":0} → {"maxProperties":0,"enum":[{}]}
    {"maxProperties":0,"enum":[1]} → {"maxProperties":0,"enum":[1]}
    {"maxProperties":1} → {"maxProperties":1}
    true → {}
    false → {"not":{}}
    null → {}
    1 → {}
    {"not":true,"additionalProperties":false,"items":true} → {"not":true,"additionalProperties":false,"items":true}
    {"properties":{"a":true,"b":false,"$ref":{"type":"integer"},"constructor":{"type":"integer"}},"required":["$ref","a"]} → {"properties":{"a":{},"b":{"not":{}},"\u2063$ref":{"type":"integer"},"constructor":{"type":"integer"}},"required":["\u2063$ref","a"]}
    {"allOf":[true,{"const":1},false],"anyOf":[{}],"oneOf":[{}]} → {"allOf":[{},{"const":1},{"not":{}}],"anyOf":[{}],"oneOf":[{}]}
    {"contentSchema":{"type":"integer"}} → {"contentSchema":{"type":"integer"}}
    {"if":true,"then":false} → {"anyOf":[{"allOf":[true,false]},{}]}
    {"$ref":"#/nowhere","minimum":1} → {"minimum":1}
    {"$ref":1,"minimum":1} → {"minimum":1}
    {"properties":{"p":{"properties":{"w":{"writeOnly":true},"r":{"readOnly":true}},"required":["w","r"]}}} → {"properties":{"p":{"properties":{"r":{"readOnly":true}},"required":["r"]}}}
  `,
};

test.each(
  Object.entries(schemas).flatMap(([what, rows]) =>
    rows
      .trim()
      .split('\n')
      .map((row) => [what, ...row.trim().split(' → ')] as const),
  ),
)('%s: for the generators, %s is %s', (_, schema = '', made = '') => {
  expect(rewritten(JSON.parse(schema))).toEqual({ schema: JSON.parse(made) as object, bundled: {} });
});

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const integer = { type: 'integer' };

test.each<[what: string, schema: object, schemas: object, made: object, openapi?: string]>([
  ['its target', ref('A'), { A: integer }, integer],
  ['the last target', ref('B'), { A: integer, B: ref('A') }, integer],
  ['its target and what stands beside it', { ...ref('A'), minimum: 1 }, { A: integer }, { ...integer, minimum: 1 }],
  ['its target alone, where it stands alone', { ...ref('A'), minimum: 1 }, { A: integer }, integer, '3.0.3'],
  ['what stands beside it, where it leads nowhere', { ...ref('A'), minimum: 1 }, {}, { minimum: 1 }],
  ['nothing, where it leads nowhere', ref('A'), {}, {}],
  ['nothing, where it is no text', { $ref: 1, minimum: 1 }, {}, { minimum: 1 }],
  ['its target in each place', { not: ref('A'), items: ref('A') }, { A: integer }, { not: integer, items: integer }],
])('a reference becomes %s', (_, schema, schemas, made, openapi) => {
  expect(rewritten(schema, schemas, openapi)).toEqual({ schema: made, bundled: {} });
});

test('names follow a reference to their schema', () => {
  expect(rewritten({ propertyNames: ref('A') }, { A: { pattern: '^a.' } }).schema).toEqual({
    patternProperties: { '^a.': {} },
    additionalProperties: false,
  });
});

test('the same target is the same object in each place', () => {
  const { schema } = rewritten({ not: ref('A'), items: ref('A') }, { A: integer });
  const { not, items } = schema as { not: object; items: object };
  expect(not).toBe(items);
});

test('a tuple that is filled up to a bound may be longer', () => {
  const { schema } = rewritten({ prefixItems: [integer], items: { const: 1 }, minItems: 150 });
  const { items, ...others } = schema as { items: unknown[] };
  expect([items.length, others]).toEqual([101, { additionalItems: { const: 1 }, minItems: 150 }]);
});

test.each(['date-time', 'date', 'time', 'email', 'hostname', 'ipv4', 'ipv6', 'uri', 'uuid'])(
  'the samples of the format %s are different texts of it',
  (format) => {
    const samples = textsOf(format);
    expect(samples.flatMap((text) => found({ type: 'string', format }, text))).toEqual([]);
    expect([samples.length > 1, new Set(samples).size]).toEqual([true, samples.length]);
    expect(textsOf([format])).toEqual([]);
  },
);

test('a schema that contains itself is in the bundle, and the references lead there', () => {
  const found = rewritten({ properties: { a: ref('A') } }, { A: { items: ref('B') }, B: { not: ref('A'), items: ref('B') } });
  const names = Object.keys(found.bundled);
  expect(names).toHaveLength(2);
  const [b, a] = names.map((name) => ({ $ref: `#/__bundled__/${name}` }));
  const inB = { not: a, items: b };
  expect(found.schema).toEqual({ properties: { a: { items: inB } } });
  expect(Object.values(found.bundled)).toEqual([inB, { items: inB }]);
});

test.each([
  ['$dynamicRef', '$dynamicAnchor', 'n', '#n'],
  ['$recursiveRef', '$recursiveAnchor', true, '#'],
])('where %s leads depends on the schema that is entered first', (reference, anchor, name, target) => {
  const dialect = anchor === '$recursiveAnchor' ? { $schema: 'https://json-schema.org/draft/2019-09/schema' } : {};
  const Tree = { ...dialect, $id: 'https://a.test/tree', [anchor]: name, items: { [reference]: target } };
  const Outer = { ...dialect, $id: 'https://a.test/outer', [anchor]: name, $ref: 'tree', maxItems: 1 };
  const found = rewritten(Outer, { Tree });
  const [bundled] = Object.values(found.bundled);
  expect(found.schema).toMatchObject({ maxItems: 1, items: { $ref: expect.stringContaining('#/__bundled__/') as string } });
  expect(bundled).toEqual(found.schema);
});

test('in another scope, a dynamic reference leads elsewhere', () => {
  const id = (name: string): string => `https://a.test/${name}`;
  const Tree = { $id: id('tree'), $dynamicAnchor: 'n', items: { $dynamicRef: '#n' } };
  const outer = (name: string): object => ({ $id: id(name), $dynamicAnchor: 'n', title: name, $ref: 'tree' });
  const { schema, bundled } = rewritten({ allOf: [ref('One'), ref('Two')] }, { Tree, One: outer('one'), Two: outer('two') });
  const targets = (schema as { allOf: Array<{ items: { $ref: string } }> }).allOf.map(
    ({ items }) => items.$ref.split('/').at(-1) ?? '',
  );
  expect(targets.map((name) => bundled[name]?.title)).toEqual(['one', 'two']);
});
