import { bodyKind, documentedMediaType, isJson } from '../../description/media-types.js';
import { pointerTo } from '../../description/references/pointer.js';
import { resolve } from '../../description/references/resolve.js';
import type { Description, Encoding, Header, Parameter } from '../../description/types.js';
import type { ContractMedia } from './media.js';
import { readMediaType } from './media-type.js';
import type { Part } from './multipart.js';
import { violation, type Violation } from '../message/violation.js';
import { parameterViolations } from '../parameters/parameter-violations.js';
import { parameterReader, type ReadParameter } from '../parameters/parameters.js';
import { messageShape } from '../parameters/shape.js';
import type { Direction, Schemas } from '../schema/schemas.js';
import { encodingOf, fieldReader, fieldValue, type SentField } from './form-fields.js';

/** The content of a form or another multipart body. */
export interface FormContent {
  /** The fields by name. For a multipart body that is not a form, a list of its parts. */
  value: unknown;
  /** The problems of parts that cannot be read or have an undocumented media type. */
  violations: Violation[];
  /** The documented headers of the parts. */
  headers: PartHeader[];
}

/** A documented header of a part. */
export interface PartHeader extends ReadParameter {
  /** The path of names from the Media Type Object to the Header Object. */
  fields: string[];
}

/**
 * A part and its Encoding Object. `place` is the place of the part in the body, `fields` that of the Encoding Object in the
 * Media Type Object.
 */
interface EncodedPart {
  part: Part;
  place: string[];
  encoding: Encoding;
  fields: string[];
}

/**
 * Prepares a reader for multipart bodies.
 *
 * @returns A function that reads the parts by name, or else by position (OpenAPI 3.2).
 */
export function partsReader({ description, media, shape }: ContractMedia): (parts: Part[], isNamed: boolean) => FormContent {
  const { itemSchema, encoding = {}, prefixEncoding = [], itemEncoding = {} } = media;
  const items = itemSchema && messageShape(description, itemSchema);
  // Before OpenAPI 3.1, a style was ignored in a multipart body.
  const isStyled = !description.openapi.startsWith('3.0');
  const unstyled = Object.entries(encoding).map(([name, { contentType = '' }]): [string, Encoding] => [name, { contentType }]);
  const readFields = fieldReader({
    shape,
    encoding: isStyled ? encoding : Object.fromEntries(unstyled),
    decode: (text) => text,
    place: ['body'],
  });

  const named = (part: Part): EncodedPart => {
    const name = part.name ?? '';
    return { part, place: ['body', name], encoding: encodingOf(encoding, name), fields: ['encoding', name] };
  };
  const positioned = (part: Part, index: number): EncodedPart => {
    const own = prefixEncoding[index];
    const fields = own ? ['prefixEncoding', String(index)] : ['itemEncoding'];
    return { part, place: ['body', String(index)], encoding: own ?? itemEncoding, fields };
  };
  return (parts, isNamed) => {
    const encoded = parts.map(isNamed ? named : positioned);
    const { value, violations } = isNamed
      ? readFields(parts.map(partField))
      : {
          value: encoded.map((one, index) => fieldValue(items ?? shape.item(index), one.encoding, [partField(one.part)])),
          violations: [],
        };
    const nameless = isNamed && parts.some(({ name }) => name === undefined);
    const unnamed = violation(['body'], 'format', 'has a part without a name (RFC 7578, section 4.2).');
    return {
      value,
      violations: [...violations, ...(nameless ? [unnamed] : []), ...encoded.flatMap(mediaTypeViolations)],
      headers: encoded.flatMap((one) => partHeaders(description, one)),
    };
  };
}

/** Validates the headers of parts against their schemas. */
export function partHeaderViolations(
  schemas: Schemas,
  { pointer }: ContractMedia,
  headers: PartHeader[],
  direction: Direction,
  isShown?: (name: string) => boolean,
): Violation[] {
  const pointers = new Map(headers.map(({ parameter, fields }) => [parameter, `${pointer}${pointerTo(...fields)}/schema`]));
  return parameterViolations(schemas, pointers, headers, direction, isShown);
}

/** Decodes a part by its own media type. Bytes become a string with one character for each byte. */
function partField({ name = '', mediaType = 'text/plain', bytes }: Part): SentField {
  const isBytes = bodyKind(mediaType) === 'bytes';
  const text = isBytes ? bytes.toString('latin1') : decoderFor(mediaType).decode(bytes);
  return { name, text, ...(isJson(mediaType) && { isJson: true }) };
}

function decoderFor(mediaType: string): TextDecoder {
  const charset = readMediaType(mediaType)?.parameters.get('charset') ?? 'utf-8';
  // Only in JSON is a byte order mark not a part of the text (RFC 8259, section 8.1).
  const options = { ignoreBOM: !isJson(mediaType) };
  try {
    return new TextDecoder(charset, options);
  } catch {
    return new TextDecoder('utf-8', options);
  }
}

/** Checks the media type of a part against the `contentType` of its Encoding Object. */
function mediaTypeViolations({ part: { mediaType = 'text/plain' }, place, encoding: { contentType } }: EncodedPart): Violation[] {
  if (contentType === undefined) return [];
  const documented = contentType.split(',').map((one) => one.trim());
  if (documentedMediaType(documented, mediaType) !== undefined) return [];
  return [violation(place, 'media-type', `must be ${documented.join(' or ')}, not ${mediaType.replace(/;.*/s, '')}.`)];
}

/** Reads the documented headers of a part, except `Content-Type`. */
function partHeaders(description: Description, { part, place, encoding, fields }: EncodedPart): PartHeader[] {
  const documented = Object.entries(encoding.headers ?? {}).filter(([name]) => name.toLowerCase() !== 'content-type');
  const parameters = documented.map(([name, header]): Parameter => ({
    ...resolve<Header>(description, header),
    name,
    in: 'header',
  }));
  const read = parameterReader(description, '', parameters, []).read({ path: '', search: '', headers: part.headers });
  return read.map((one) => ({
    ...one,
    path: [...place, ...one.path],
    violations: one.violations.map(({ rule, message }) =>
      violation([...place, ...one.path], rule, message.slice(message.indexOf(' ') + 1)),
    ),
    fields: [...fields, 'headers', one.parameter.name],
  }));
}
