import { usualMediaType } from '../media-types.js';
import { namedExamples } from '../operations.js';
import { styledParameter } from '../parameters/styled-parameter.js';
import { parameterPairs } from '../parameters/write.js';
import { resolve, resolveIfPossible } from '../references/resolve.js';
import { schemaParts } from '../schemas/schema-parts.js';
import { namedSchemas } from '../schemas/subschemas.js';
import { writeJson } from '../write-json.js';
import type { Description, Encoding, Header, MediaType, Parameter, Schema } from '../types.js';

/** A part of a multipart body. */
export interface BodyPart {
  /** The content. */
  text: string;
  /** The media type; `undefined` for text. */
  mediaType: string | undefined;
  /** The documented headers that have a value or are required. Absent if there are none. */
  headers?: Record<string, string>;
}

/** A part of a multipart form: a field or a file. */
export interface FormPart extends BodyPart {
  name: string;
  /** The name of the file; `undefined` for a field. */
  file: string | undefined;
}

/**
 * The parts of a multipart body with fields (RFC 7578; OpenAPI 3.1.1, section 4.8.15). A list repeats its field, an object is
 * JSON, and a field with a binary schema is a file.
 *
 * @param fields The fields by name. null and undefined are left out.
 */
export function formParts(description: Description, { schema, encoding = {} }: MediaType, fields: object): FormPart[] {
  // Before OpenAPI 3.1, a style was ignored in a multipart body.
  const isStyled = !description.openapi.startsWith('3.0');
  return Object.entries(fields).flatMap(([name, field]: [string, unknown]): FormPart[] => {
    const property = propertyOf(description, schema, name);
    const own = (Object.hasOwn(encoding, name) && encoding[name]) || {};
    const { style, explode, allowReserved } = own;
    if (isStyled && [style, explode, allowReserved].some((one) => one !== undefined)) {
      const pairs = parameterPairs({ name, in: 'query', style, explode }, field);
      return pairs.map(([key, text]) => ({ name: key, text, mediaType: undefined, file: undefined }));
    }
    const values: unknown[] = Array.isArray(field) ? field : [field];
    return values
      .filter((value) => value !== undefined && value !== null)
      .map((value) => ({ name, ...withFile(bodyPart(description, value, property, own), name, property) }));
  });
}

/** The parts of a multipart body without names, by position (OpenAPI 3.2.0, section 4.14.5). */
export function positionedParts(
  description: Description,
  { schema, itemSchema, prefixEncoding = [], itemEncoding = {} }: MediaType,
  values: unknown[],
): BodyPart[] {
  const whole = schemaParts(description, schema);
  const tuple = whole.find(({ prefixItems }) => prefixItems)?.prefixItems ?? [];
  const rest = itemSchema ?? whole.find(({ items }) => items)?.items;
  return values.map((value, index) => {
    const item = tuple[index] ?? rest;
    const followed = item && resolveIfPossible<Schema>(description, item);
    return bodyPart(description, value, followed, prefixEncoding[index] ?? itemEncoding);
  });
}

/**
 * The media type that the schema of a part gives it: that of its content, or bytes for an encoded text (OpenAPI 3.1.1, section
 * 4.8.15.1.1). `undefined` if the value decides: text, or JSON for an object.
 */
export function mediaTypeBySchema(schema: Schema | undefined): string | undefined {
  if (typeof schema?.contentMediaType === 'string') return schema.contentMediaType;
  return schema?.contentEncoding === undefined ? undefined : 'application/octet-stream';
}

/** The schema of a field, or of each item if the field is a list. `undefined` if the schema of the form does not describe it. */
export function propertyOf(description: Description, schema: Schema | undefined, name: string): Schema | undefined {
  const described = schemaParts(description, schema).map(({ properties }) => namedSchemas(properties));
  const reference = described.find((properties) => Object.hasOwn(properties, name))?.[name];
  const property = reference && resolveIfPossible<Schema>(description, reference);
  return property?.items ? resolveIfPossible<Schema>(description, property.items) : property;
}

function bodyPart(
  description: Description,
  value: unknown,
  schema: Schema | undefined,
  { contentType = mediaTypeBySchema(schema), headers: documented = {} }: Encoding,
): BodyPart {
  const text = typeof value === 'string' ? value : writeJson(value);
  const [first] = (contentType ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .sort((one, other) => Number(one.includes('*')) - Number(other.includes('*')));
  const mediaType = first === undefined ? undefined : usualMediaType(first);
  const headers = Object.entries(documented).flatMap(([name, header]) =>
    headerOf(description, name, resolve(description, header)),
  );
  return {
    text,
    mediaType: mediaType ?? (typeof value === 'object' ? 'application/json' : undefined),
    ...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
  };
}

/** The documented header of a part, with the first value that the description has for it. A required one has a value. */
function headerOf(description: Description, name: string, header: Header): Array<[name: string, text: string]> {
  if (name.toLowerCase() === 'content-type') return [];
  const parameter: Parameter = { ...header, name, in: 'header' };
  const {
    example,
    const: only,
    default: usual,
    enum: [listed] = [],
    type,
  } = (header.schema && resolveIfPossible<Schema>(description, header.schema)) ?? {};
  const [named] = namedExamples(description, header).values();
  const made = type === 'integer' || type === 'number' ? 1 : type === 'boolean' ? true : name;
  const value = header.example ?? named?.value ?? example ?? only ?? usual ?? listed ?? (header.required ? made : undefined);
  return parameterPairs(styledParameter(parameter), value);
}

/** Makes a part of a form a file if its schema is binary. */
function withFile(part: BodyPart, name: string, schema: Schema | undefined): Omit<FormPart, 'name'> {
  if (!isFile(schema)) return { ...part, file: undefined };
  const mediaType = part.mediaType ?? 'application/octet-stream';
  const [, ending = 'bin'] = /^\w+\/(?:.+\+)?(csv|gif|html|jpeg|json|pdf|png|svg|webp|xml|zip)$/.exec(mediaType) ?? [];
  const safe = name.replaceAll(/[^\w-]/g, '_');
  return { ...part, mediaType, file: `${safe}.${mediaType.startsWith('text/plain') ? 'txt' : ending}` };
}

function isFile(schema: Schema | undefined): boolean {
  if (schema?.contentEncoding !== undefined) return false;
  if (schema?.format === 'binary') return true;
  const { contentMediaType = '' } = schema ?? {};
  return contentMediaType !== '' && !/^text\/|json|xml/i.test(contentMediaType);
}
