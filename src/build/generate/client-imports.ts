import { bodyKind, essenceOf, isJson } from '../../description/media-types.js';
import { mediaTypeBySchema, propertyOf } from '../../description/multipart/parts.js';
import type { DocumentedOperation } from '../../description/operations.js';
import { styledParameter } from '../../description/parameters/styled-parameter.js';
import { resolveIfPossible } from '../../description/references/resolve.js';
import { possibleTypes } from '../../description/schemas/possible-types.js';
import { schemaParts } from '../../description/schemas/schema-parts.js';
import { namedSchemas } from '../../description/schemas/subschemas.js';
import type { Description, Encoding, MediaType, Parameter, Schema } from '../../description/types.js';
import { Expression } from './literal.js';

/**
 * The expression that makes the serializers of an operation; `undefined` when the client's own serialization of parameters and
 * body is right.
 */
export function serializers(description: Description, { parameters, requestBody }: DocumentedOperation): Expression | undefined {
  const styled = parameters.some((parameter) => needsStyle(description, parameter)) ? parameters.map(styledParameter) : [];
  const content = Object.entries(requestBody?.content ?? {});
  const bodies = content.map(([mediaType, media]): [string, Record<string, Encoding>] => {
    const { encoding = {} } = media;
    const isForm = bodyKind(mediaType) === 'multipart';
    return [contentType(mediaType) ?? mediaType, isForm ? { ...encoding, ...bySchema(description, media) } : encoding];
  });
  const isPlain = content.length < 2 && content.every(([mediaType]) => isWrittenAsItIs(mediaType));
  if (styled.length === 0 && isPlain) {
    const hasDate = parameters.some(({ schema }) => isDate(description, schema));
    return hasDate ? new Expression('dateSerializers') : undefined;
  }
  const styles = {
    ...(styled.length > 0 && { parameters: styled }),
    ...(!isPlain && { bodies: Object.fromEntries(bodies) }),
  };
  return new Expression(`/* @__PURE__ */ createSerializers(${JSON.stringify(styles)})`);
}

/**
 * The expression that tells the media types of an operation apart; `undefined` when all are JSON, `text/…` or bytes, which the
 * client knows by itself.
 */
export function mediaTypeReader({ requestBody, responses }: DocumentedOperation): Expression | undefined {
  const contents = [requestBody?.content, ...responses.map(({ response }) => response.content)];
  const isNeeded = contents
    .flatMap((content) => Object.keys(content ?? {}))
    .some((mediaType) => {
      const kind = bodyKind(mediaType);
      return mediaType.includes('*') || !(['json', 'bytes'].includes(kind) || essenceOf(mediaType).startsWith('text/'));
    });
  return isNeeded ? new Expression('mediaTypes') : undefined;
}

/** The encoding of the fields of a multipart form to which their schema gives a media type. The client writes JSON by itself. */
function bySchema(description: Description, { schema, encoding = {} }: MediaType): Record<string, Encoding> {
  const names = schemaParts(description, schema).flatMap(({ properties }) => Object.keys(namedSchemas(properties)));
  const typed = names.flatMap((name): Array<[string, Encoding]> => {
    const type = mediaTypeBySchema(propertyOf(description, schema, name));
    return type === undefined || isJson(type) ? [] : [[name, { contentType: type, ...encoding[name] }]];
  });
  return Object.fromEntries(typed);
}

/** Whether a body needs no serializer. Serializers write forms, and choose a media type for a range such as `image/*`. */
function isWrittenAsItIs(mediaType: string): boolean {
  return !mediaType.includes('*') && !['form', 'multipart'].includes(bodyKind(mediaType));
}

/**
 * Whether a parameter needs a serializer, because openapi-fetch would write it otherwise. openapi-fetch repeats the name for
 * each item of an array in a query, and joins arrays elsewhere. It does not support nested objects, does not encode names in a
 * query, and takes special characters in the name of a path parameter for a style.
 */
function needsStyle(description: Description, parameter: Parameter): boolean {
  const { name, in: place, style, explode, allowReserved, content, schema } = parameter;
  if (content || allowReserved) return true;
  // RFC 3986 allows none of these in a query. URL parsers encode other characters, but leave brackets and braces as they are.
  if (place === 'query' ? /[\s#%&+=[\]{}|\\^`]/.test(name) : place === 'path' && /^[.;]|\*$/.test(name)) return true;
  const types = possibleTypes(description, schema);
  const isAny = types.size === 0 && !isListed(description, schema);
  const canBe = (type: string): boolean => isAny || types.has(type);
  if (place !== 'query') return (style ?? 'simple') !== 'simple' || canBe('array') || canBe('object');
  const repeats = style === undefined || style === 'form' ? explode !== false : explode === true;
  return canBe('object') || (canBe('array') && !(repeats && holdsTexts(description, schema)));
}

/** Whether a schema lists its values. A schema that neither lists values nor names a type allows lists and objects, too. */
function isListed(description: Description, schema: Schema | undefined): boolean {
  const { enum: values, const: only } = (schema && resolveIfPossible<Schema>(description, schema)) ?? {};
  return (values ?? [only]).every((value) => value !== undefined && typeof value !== 'object');
}

/** Whether callers may pass a Date or an array of Dates. openapi-fetch would write a Date as an object without properties. */
function isDate(description: Description, schema: Schema | undefined): boolean {
  const { format = '', items } = (schema && resolveIfPossible<Schema>(description, schema)) ?? {};
  return /^date(-time)?$/.test(format) || (items !== undefined && isDate(description, items));
}

/** Whether all items of an array are plain values. Items that can be null, arrays or objects need a serializer. */
function holdsTexts(description: Description, schema: Schema | undefined): boolean {
  const { items } = (schema && resolveIfPossible<Schema>(description, schema)) ?? {};
  const types = [...possibleTypes(description, items)];
  return types.length > 0 && types.every((type) => !['null', 'array', 'object'].includes(type));
}

/** The `Content-Type` of a request body; `undefined` for JSON, which is the client's default. */
export function contentType(mediaType: string): string | undefined {
  if (/^application\/json$/i.test(mediaType)) return undefined;
  // fetch sends text as UTF-8. Without the charset, some servers read a text type as US-ASCII (RFC 6657).
  return /^text\/[^;]*$/i.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType;
}
