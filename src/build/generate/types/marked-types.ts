import type ts from 'typescript';
import type { TypedSchema } from './subschemas.js';

/** The extension that holds the TypeScript type of a schema, for types that no schema can express. */
const extension = 'x-client-type';

/** A response body of bytes. */
export const blob: TypedSchema = { type: 'string', [extension]: 'Blob' };

/** A request body of bytes. The client sends a string as UTF-8. */
export const bytes: TypedSchema = { type: 'string', [extension]: 'Blob | ArrayBuffer | ArrayBufferView | string' };

/** A form without a schema. */
export const formData: TypedSchema = { type: 'string', [extension]: 'FormData' };

/** An object without properties. */
export const noProperties: TypedSchema = { type: 'object', [extension]: 'Record<string, never>' };

const marked = [blob, bytes, formData, noProperties].map((schema) => schema[extension]);

/**
 * Removes the extension from a schema of the description, where it has no meaning. Only this build may set it.
 *
 * @returns The schema without the extension.
 */
export function withoutMark(schema: TypedSchema): TypedSchema {
  if (!(extension in schema)) return schema;
  const { [extension]: _, ...rest } = schema;
  return rest;
}

/**
 * Makes the type that the extension of a schema names.
 *
 * @returns `undefined` for a schema without the extension. openapi-typescript makes the type of such a schema.
 */
export function markedType(schema: object, { factory }: typeof ts): ts.TypeNode | undefined {
  const type: unknown = Reflect.get(schema, extension);
  // Only the texts of this file may get into the generated TypeScript.
  return marked.includes(type) ? factory.createTypeReferenceNode(String(type)) : undefined;
}
