/** A schema while it is converted: any keyword may hold anything. */
export type AnySchema = Record<string, unknown>;

/**
 * Says a schema of OpenAPI 3.1 or 3.2 in the keywords of 3.0, where these can say it; what they cannot say stays for the
 * caller. Schemas inside it are not converted.
 *
 * | later | 3.0 |
 * |---|---|
 * | `true`, `false` | `{}`, `{ not: {} }` |
 * | `$ref` with siblings | `allOf` of the reference, beside them |
 * | `type: [string, 'null']` | `type: string`, `nullable: true`; several types are an `anyOf` |
 * | `type: 'null'` | `enum: [null]`, `nullable: true` |
 * | `const` | `enum` of one value |
 * | a number in `exclusiveMinimum`, `exclusiveMaximum` | the bound, and `true` |
 * | `examples` | the first as `example` |
 * | `contentEncoding: base64`, a file in `contentMediaType` | `format: byte`, `format: binary` |
 * | `prefixItems` | `items` that allow any of them |
 */
export function inKeywordsOf30(schema: unknown): AnySchema {
  if (typeof schema === 'boolean') return schema ? {} : { not: {} };
  if (!isObject(schema)) return {};
  const { $ref, ...siblings } = schema;
  if (typeof $ref === 'string') {
    if (Object.keys(siblings).length === 0) return { $ref };
    const others = Array.isArray(siblings.allOf) ? (siblings.allOf as unknown[]) : [];
    return inKeywordsOf30({ ...siblings, allOf: [{ $ref }, ...others] });
  }
  return steps.reduce((current, step) => step(current), schema);
}

const steps: Array<(schema: AnySchema) => AnySchema> = [
  constant,
  types,
  (schema) => exclusive(schema, 'minimum', 'exclusiveMinimum', Math.max),
  (schema) => exclusive(schema, 'maximum', 'exclusiveMaximum', Math.min),
  example,
  content,
  tuple,
];

/** What allows null alone: `nullable` takes effect beside a type (OpenAPI 3.0.4, section 4.7.24.2). */
const onlyNull = { type: 'string', nullable: true, enum: [null] };

function constant({ const: value, ...schema }: AnySchema): AnySchema {
  if (value === undefined) return schema;
  return { ...schema, ...(value === null ? onlyNull : { enum: [value] }) };
}

function types(schema: AnySchema): AnySchema {
  const { type, ...rest } = schema;
  if (type === 'null') return { ...rest, ...onlyNull };
  if (!Array.isArray(type)) return schema;
  const named = type.filter((one) => one !== 'null');
  const nullable = named.length < type.length && { nullable: true };
  if (named.length === 0) return { ...rest, ...onlyNull };
  if (named.length === 1) return { ...rest, type: named[0] as unknown, ...nullable };
  const { items, allOf = [], anyOf, ...beside } = rest;
  const alternatives = named.map((one) => ({
    type: one as unknown,
    ...(one === 'array' && { items: items ?? {} }),
    ...nullable,
  }));
  const all = [...(allOf as unknown[]), ...(anyOf === undefined ? [] : [{ anyOf }])];
  return { ...beside, ...(all.length > 0 && { allOf: all }), anyOf: alternatives };
}

function exclusive(
  schema: AnySchema,
  bound: 'minimum' | 'maximum',
  keyword: 'exclusiveMinimum' | 'exclusiveMaximum',
  stricter: (...values: number[]) => number,
): AnySchema {
  const { [bound]: inclusive, [keyword]: limit, ...rest } = schema;
  if (typeof limit !== 'number') return schema;
  if (typeof inclusive === 'number' && inclusive !== limit && stricter(inclusive, limit) === inclusive) {
    return { ...rest, [bound]: inclusive };
  }
  return { ...rest, [bound]: limit, [keyword]: true };
}

function example({ examples, ...schema }: AnySchema): AnySchema {
  if (!Array.isArray(examples)) return { ...schema, ...(examples !== undefined && { 'x-examples': examples }) };
  const [first, ...others] = examples as unknown[];
  if ('example' in schema) return { ...schema, 'x-examples': examples };
  return { ...schema, ...(first !== undefined && { example: first }), ...(others.length > 0 && { 'x-examples': examples }) };
}

function content(schema: AnySchema): AnySchema {
  const { contentEncoding, contentMediaType } = schema;
  if (schema.format !== undefined) return schema;
  if (contentEncoding === 'base64' || contentEncoding === 'base64url') return { ...schema, type: 'string', format: 'byte' };
  const isFile = contentEncoding === undefined && contentMediaType === 'application/octet-stream';
  return isFile ? { ...schema, type: 'string', format: 'binary' } : schema;
}

function tuple(schema: AnySchema): AnySchema {
  const { prefixItems, items } = schema;
  if (!Array.isArray(prefixItems)) return schema.type === 'array' && items === undefined ? { ...schema, items: {} } : schema;
  const closed = items === false;
  const anyOf = [...(prefixItems as unknown[]), ...(closed ? [] : [items ?? {}])];
  const maxItems = typeof schema.maxItems === 'number' ? Math.min(schema.maxItems, prefixItems.length) : prefixItems.length;
  return { ...schema, items: { anyOf }, ...(closed && { maxItems }) };
}

export function isObject(value: unknown): value is AnySchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
