import { isList, isObject, listOf, type Json } from '../../description/json-value.js';

/**
 * Converts the keywords of a schema of OpenAPI 3.1 or 3.2 to those of 3.0, where 3.0 can express them. Other keywords stay
 * unchanged; the caller handles them. Subschemas are not converted.
 *
 * | later | 3.0 |
 * |---|---|
 * | `true`, `false` | `{}`, `{ not: {} }` |
 * | `$ref` with siblings | an `allOf` with the reference, beside the siblings |
 * | `type: [string, 'null']` | `type: string`, `nullable: true`; several types become an `anyOf` |
 * | `type: 'null'` | `enum: [null]`, `nullable: true` |
 * | `const` | `enum` with one value |
 * | a number in `exclusiveMinimum`, `exclusiveMaximum` | the number in `minimum`, `maximum`, and `true` |
 * | `examples` | the first one as `example` |
 * | `contentEncoding: base64`, a file in `contentMediaType` | `format: byte`, `format: binary` |
 * | `prefixItems` | `items` with an `anyOf` of all of them |
 */
export function inKeywordsOf30(schema: unknown): Json {
  if (typeof schema === 'boolean') return schema ? {} : { not: {} };
  if (!isObject(schema)) return {};
  const { $ref, ...siblings } = schema;
  if (typeof $ref === 'string') {
    if (Object.keys(siblings).length === 0) return { $ref };
    return inKeywordsOf30({ ...siblings, allOf: [{ $ref }, ...listOf(siblings.allOf)] });
  }
  return steps.reduce((current, step) => step(current), schema);
}

const steps: Array<(schema: Json) => Json> = [
  constant,
  types,
  (schema) => exclusive(schema, 'minimum', 'exclusiveMinimum', Math.max),
  (schema) => exclusive(schema, 'maximum', 'exclusiveMaximum', Math.min),
  example,
  content,
  tuple,
];

/** A schema that allows only null. It has a type because `nullable` needs one (OpenAPI 3.0.4, section 4.7.24.2). */
const onlyNull = { type: 'string', nullable: true, enum: [null] };

function constant({ const: value, ...schema }: Json): Json {
  if (value === undefined) return schema;
  return { ...schema, ...(value === null ? onlyNull : { enum: [value] }) };
}

function types(schema: Json): Json {
  const { type, ...rest } = schema;
  if (type === 'null') return { ...rest, ...onlyNull };
  if (!isList(type)) return schema;
  const named = type.filter((one) => one !== 'null');
  const nullable = named.length < type.length && { nullable: true };
  if (named.length === 0) return { ...rest, ...onlyNull };
  if (named.length === 1) return { ...rest, type: named[0], ...nullable };
  const { items, allOf, anyOf, ...beside } = rest;
  const alternatives = named.map((one) => ({
    type: one,
    ...(one === 'array' && { items: items ?? {} }),
    ...nullable,
  }));
  const all = [...listOf(allOf), ...(anyOf === undefined ? [] : [{ anyOf }])];
  return { ...beside, ...(all.length > 0 && { allOf: all }), anyOf: alternatives };
}

function exclusive(
  schema: Json,
  bound: 'minimum' | 'maximum',
  keyword: 'exclusiveMinimum' | 'exclusiveMaximum',
  stricter: (...values: number[]) => number,
): Json {
  const { [bound]: inclusive, [keyword]: limit, ...rest } = schema;
  if (typeof limit !== 'number') return schema;
  if (typeof inclusive === 'number' && inclusive !== limit && stricter(inclusive, limit) === inclusive) {
    return { ...rest, [bound]: inclusive };
  }
  return { ...rest, [bound]: limit, [keyword]: true };
}

function example({ examples, ...schema }: Json): Json {
  if (!isList(examples)) return { ...schema, ...(examples !== undefined && { 'x-examples': examples }) };
  const [first, ...others] = examples;
  if ('example' in schema) return { ...schema, 'x-examples': examples };
  return { ...schema, ...(first !== undefined && { example: first }), ...(others.length > 0 && { 'x-examples': examples }) };
}

function content(schema: Json): Json {
  const { contentEncoding, contentMediaType } = schema;
  if (schema.format !== undefined) return schema;
  if (contentEncoding === 'base64' || contentEncoding === 'base64url') return { ...schema, type: 'string', format: 'byte' };
  const isFile = contentEncoding === undefined && contentMediaType === 'application/octet-stream';
  return isFile ? { ...schema, type: 'string', format: 'binary' } : schema;
}

function tuple(schema: Json): Json {
  const { prefixItems, items } = schema;
  if (!isList(prefixItems)) return schema.type === 'array' && items === undefined ? { ...schema, items: {} } : schema;
  const closed = items === false;
  const anyOf = [...prefixItems, ...(closed ? [] : [items ?? {}])];
  const maxItems = typeof schema.maxItems === 'number' ? Math.min(schema.maxItems, prefixItems.length) : prefixItems.length;
  return { ...schema, items: { anyOf }, ...(closed && { maxItems }) };
}
