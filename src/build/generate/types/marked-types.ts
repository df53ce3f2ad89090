import type ts from 'typescript';
import type { TypedSchema } from './subschemas.js';

/** What has no schema and yet a type: the extension that stands for it, by which openapi-typescript is told. */
const extension = 'x-client-type';

/** A body of bytes that arrives. */
export const blob: TypedSchema = { type: 'string', [extension]: 'Blob' };

/** A body of bytes to send. A text is sent as UTF-8. */
export const bytes: TypedSchema = { type: 'string', [extension]: 'Blob | ArrayBuffer | ArrayBufferView | string' };

/** A form without a schema. */
export const formData: TypedSchema = { type: 'string', [extension]: 'FormData' };

/** An object that has no property. */
export const noProperties: TypedSchema = { type: 'object', [extension]: 'Record<string, never>' };

const marked = [blob, bytes, formData, noProperties].map((schema) => schema[extension]);

/**
 * Takes what stands for a type out of a schema of the description: there it means nothing.
 *
 * @returns The schema without it.
 */
export function withoutMark(schema: TypedSchema): TypedSchema {
  if (!(extension in schema)) return schema;
  const { [extension]: _, ...rest } = schema;
  return rest;
}

/**
 * Makes the type that a schema stands for.
 *
 * @returns `undefined` for any other schema, whose type openapi-typescript makes.
 */
export function markedType(schema: object, { factory }: typeof ts): ts.TypeNode | undefined {
  const type: unknown = Reflect.get(schema, extension);
  // As TypeScript it is written by this file alone.
  return marked.includes(type) ? factory.createTypeReferenceNode(String(type)) : undefined;
}
