import { possibleTypes } from '../../description/possible-types.js';
import { resolve } from '../../description/resolve.js';
import type { Description, Encoding, MediaType, Schema } from '../../description/types.js';

/** What reading a form takes: the text of its fields becomes the values of the schema. */
export type ReadForm = (bytes: Uint8Array, contentType: string) => Promise<Record<string, unknown> | undefined>;

const separators: Record<string, string> = { spaceDelimited: ' ', pipeDelimited: '|' };

/**
 * Prepares the reading of a form (OpenAPI 3.1.1, section 4.8.15). Prism reads forms, too, yet of a field that is
 * repeated it keeps the last.
 *
 * @returns A function that gives the fields by name; undefined when the bytes are no form.
 */
export function formReader(description: Description, { schema, encoding = {} }: MediaType): ReadForm {
  return async (bytes, contentType) => {
    const form = await new Response(Uint8Array.from(bytes), { headers: { 'content-type': contentType } })
      .formData()
      .catch(() => undefined);
    if (!form) return undefined;
    const fields = new Map<string, string[]>();
    for (const [name, value] of form) {
      fields.set(name, [...(fields.get(name) ?? []), typeof value === 'string' ? value : await value.text()]);
    }
    const read: Array<[string, unknown]> = [];
    for (const [name, texts] of fields) {
      const [, owner = '', inner] = /^([^[]+)\[([^\]]*)\]$/.exec(name) ?? [];
      if (encoding[owner]?.style !== 'deepObject') {
        read.push([name, fieldValue(description, propertyOf(description, schema, name), encoding[name], texts)]);
        continue;
      }
      const property = propertyOf(description, propertyOf(description, schema, owner), inner!);
      const known = read.find(([one]) => one === owner);
      const members = { ...(known?.[1] as object), [inner!]: fieldValue(description, property, undefined, texts) };
      if (known) known[1] = members;
      else read.push([owner, members]);
    }
    return Object.fromEntries(read);
  };
}

function fieldValue(
  description: Description,
  property: Schema | undefined,
  { style = 'form', explode = style === 'form' }: Encoding = {},
  texts: string[],
): unknown {
  const last = texts.at(-1)!;
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
