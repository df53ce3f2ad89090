import type ts from 'typescript';
import { isSchema, type TypedSchema } from './subschemas.js';

/**
 * Makes the type of an array whose first items have their own schemas (`prefixItems`, JSON Schema 2020-12, section
 * 10.3.1.1). Items are optional from the position `minItems` on. Further items may follow, unless `items` is `false` or
 * `maxItems` excludes them.
 *
 * openapi-typescript 7 would require exactly the items of `prefixItems`.
 *
 * @param typeOf Makes the type of an item.
 * @returns `undefined` for any other schema.
 */
export function tupleType(
  schema: TypedSchema,
  typeOf: (schema: TypedSchema) => ts.TypeNode,
  { factory, SyntaxKind }: typeof ts,
): ts.TypeNode | undefined {
  const { type, prefixItems = [], items, minItems = 0, maxItems } = schema;
  if (!Array.isArray(prefixItems) || (prefixItems.length === 0 && !isFalse(items))) return undefined;
  const others = Array.isArray(type) ? type.filter((one) => one !== 'array') : [];
  if (others.some((one) => one !== 'null')) return undefined;
  const orNull = (tuple: ts.TypeNode): ts.TypeNode =>
    others.length === 0 ? tuple : factory.createUnionTypeNode([tuple, factory.createLiteralTypeNode(factory.createNull())]);
  const elements: ts.TypeNode[] = prefixItems.map((item, index) => {
    const type = typeOf(item);
    return index < minItems ? type : factory.createOptionalTypeNode(factory.createParenthesizedType(type));
  });
  const isClosed = isFalse(items) || (maxItems !== undefined && maxItems <= prefixItems.length);
  if (isClosed) return orNull(factory.createTupleTypeNode(elements));
  const rest = isSchema(items) ? typeOf(items) : factory.createKeywordTypeNode(SyntaxKind.UnknownKeyword);
  const following = factory.createRestTypeNode(factory.createArrayTypeNode(factory.createParenthesizedType(rest)));
  return orNull(factory.createTupleTypeNode([...elements, following]));
}

/** Whether a schema is `false`, which no value satisfies. */
function isFalse(schema: unknown): boolean {
  return schema === false;
}
