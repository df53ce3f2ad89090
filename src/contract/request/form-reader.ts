import { possibleTypes } from '../../description/possible-types.js';
import { resolve } from '../../description/resolve.js';
import type { Description, Encoding, MediaType, Schema } from '../../description/types.js';

/** Reads a form: the text of its fields becomes the values of the schema. */
export type ReadForm = (bytes: Uint8Array, contentType: string) => Promise<Record<string, unknown> | undefined>;

const separators: Record<string, string> = { spaceDelimited: ' ', pipeDelimited: '|' };

/** More parts than this are no form of a person, and each takes a while to read. */
const mostParts = 1000;

/**
 * Prepares the reading of a form (OpenAPI 3.1.1, section 4.8.15). Prism reads forms, too, yet of a field that is
 * repeated it keeps the last.
 *
 * @returns A function that gives the fields by name; undefined when the bytes are no form, or one of more than 1,000 parts.
 */
export function formReader(description: Description, { schema, encoding = {} }: MediaType): ReadForm {
  return async (bytes, contentType) => {
    const fields = await readFields(bytes, contentType);
    if (!fields) return undefined;
    const read = new Map<string, unknown>();
    for (const [name, texts] of fields) {
      const member = /^([^[]+)\[([^\]]*)\]$/.exec(name);
      const [, owner = '', inner = ''] = member ?? [];
      if (member && encoding[owner]?.style === 'deepObject') {
        const property = propertyOf(description, propertyOf(description, schema, owner), inner);
        const members = (read.get(owner) ?? new Map()) as Map<string, unknown>;
        read.set(owner, members.set(inner, fieldValue(description, property, undefined, texts)));
      } else {
        read.set(name, fieldValue(description, propertyOf(description, schema, name), encoding[name], texts));
      }
    }
    return Object.fromEntries(
      [...read].map(([name, value]) => [name, value instanceof Map ? (Object.fromEntries(value) as unknown) : value]),
    );
  };
}

/** The texts of each field, in the order in which they were sent. */
async function readFields(bytes: Uint8Array, contentType: string): Promise<Map<string, string[]> | undefined> {
  const pairs = /^\s*application\/x-www-form-urlencoded/i.test(contentType)
    ? new URLSearchParams(Buffer.from(bytes).toString())
    : await readParts(bytes, contentType);
  if (!pairs) return undefined;
  const fields = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const text = typeof value === 'string' ? value : await value.text();
    const known = fields.get(name);
    if (known) known.push(text);
    else fields.set(name, [text]);
  }
  return fields;
}

async function readParts(bytes: Uint8Array, contentType: string): Promise<FormData | undefined> {
  if (hasMoreParts(Buffer.from(bytes), mostParts)) return undefined;
  return new Response(Uint8Array.from(bytes), { headers: { 'content-type': contentType } }).formData().catch(() => undefined);
}

/** Whether there are more parts than so many: each has a header of this name. */
function hasMoreParts(bytes: Buffer, most: number): boolean {
  const text = bytes.toString('latin1');
  let count = 0;
  const header = /content-disposition/gi;
  while (header.test(text)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
}

function fieldValue(
  description: Description,
  property: Schema | undefined,
  { style = 'form', explode = style === 'form' }: Encoding = {},
  texts: string[],
): unknown {
  const last = texts.at(-1) ?? '';
  const types = possibleTypes(description, property);
  if (!types.has('array')) return plainValue(types, last);
  // A list of one part may be JSON.
  if (texts.length === 1 && last.startsWith('[')) return plainValue(types, last);
  const items = explode ? texts : last.split(separators[style] ?? ',');
  const itemTypes = possibleTypes(description, property && resolve<Schema>(description, property).items);
  return items.map((text) => plainValue(itemTypes, text));
}

/** A text as the first of the types that it can be; what fits none stays text, and is refused as such. */
function plainValue(types: Set<string>, text: string): unknown {
  const isNumber = (types.has('number') || types.has('integer')) && text.trim() !== '' && Number.isFinite(Number(text));
  if (isNumber) return Number(text);
  if (types.has('boolean') && /^(true|false)$/.test(text)) return text === 'true';
  if (types.has('null') && text === '') return null;
  if (!types.has('object') && !types.has('array')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function propertyOf(description: Description, reference: Schema | undefined, name: string): Schema | undefined {
  if (!reference) return undefined;
  const { properties = {}, allOf = [], anyOf = [], oneOf = [], additionalProperties } = resolve<Schema>(description, reference);
  if (Object.hasOwn(properties, name)) return properties[name];
  const parts = [...allOf, ...anyOf, ...oneOf].map((part) => propertyOf(description, part, name));
  return parts.find(Boolean) ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
}
