import { writeJson } from '../../../../description/write-json.js';
import { bodyKind } from '../../../../description/media-types.js';
import type { Description, Encoding } from '../../../../description/types.js';
import { blob } from '../marked-types.js';
import type { SchemaHolder } from '../schema-holders.js';
import { followed, isSchema, mapValues, type TypedSchema } from '../subschemas.js';

/**
 * Gives the type of a file to each field of a multipart form that is a file. These are fields with `format: binary`
 * (OpenAPI 3.0), with a binary `contentMediaType` but no `contentEncoding`, and without a schema (OpenAPI 3.1.1, section
 * 4.8.15.1), unless the Encoding Object says otherwise.
 *
 * @returns The schema of the form. It replaces a reference only when the form has a file. Fields of JSON stay unchanged.
 */
export function formOfParts(description: Description, { schema, encoding = {} }: SchemaHolder): TypedSchema {
  return schema ? formOf(description, schema, encoding, []) : {};
}

function formOf(
  description: Description,
  reference: TypedSchema,
  encoding: Record<string, Encoding>,
  seen: TypedSchema[],
): TypedSchema {
  const schema = followed(description, reference);
  if (seen.includes(schema)) return reference;
  const { properties, allOf, anyOf, oneOf } = schema;
  const parts = (list: TypedSchema[]): TypedSchema[] =>
    list.map((part) => formOf(description, part, encoding, [...seen, schema]));
  const form: TypedSchema = {
    ...schema,
    ...(isSchema(properties) && {
      properties: mapValues(properties, (property, name) => fieldOf(description, property, encoding[name])),
    }),
    ...(allOf && { allOf: parts(allOf) }),
    ...(anyOf && { anyOf: parts(anyOf) }),
    ...(oneOf && { oneOf: parts(oneOf) }),
  };
  return writeJson(form) === writeJson(schema) ? reference : form;
}

function fieldOf(description: Description, reference: TypedSchema, encoding: Encoding | undefined): TypedSchema {
  const schema = isSchema(reference) ? followed(description, reference) : {};
  // An array is a field that is sent once for each item.
  if (schema.type === 'array') {
    const items = fieldOf(description, schema.items ?? {}, encoding);
    return items === schema.items ? reference : { ...schema, items };
  }
  if (!isFile(description, schema, encoding?.contentType)) return reference;
  const { description: words } = isSchema(reference) && reference.description !== undefined ? reference : schema;
  return { ...blob, ...(words !== undefined && { description: words }) };
}

function isFile(description: Description, schema: TypedSchema, contentType: string | undefined): boolean {
  const { type, format, contentEncoding, contentMediaType, allOf } = schema;
  if (allOf?.length === 1 && allOf[0] && Object.keys(schema).every((key) => ['allOf', 'description', 'title'].includes(key))) {
    return isFile(description, followed(description, allOf[0]), contentType);
  }
  if (contentEncoding !== undefined || 'enum' in schema || 'const' in schema) return false;
  const isText = type === 'string' || (Array.isArray(type) && type.includes('string'));
  if (format === 'binary' && (type === undefined || isText)) return true;
  const isOpen = type === undefined && !['$ref', 'properties', 'oneOf', 'anyOf', 'allOf', 'not'].some((key) => key in schema);
  // The Encoding Object takes precedence over the schema.
  const mediaType = contentType?.split(',')[0] ?? contentMediaType;
  if (!isText && !isOpen) return false;
  return mediaType === undefined ? isOpen && format === undefined : bodyKind(mediaType) === 'bytes';
}
