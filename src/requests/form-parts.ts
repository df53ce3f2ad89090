import { resolve } from '../description/references/resolve.js';
import type { Description, Encoding, MediaType, Schema } from '../description/types.js';

/** A part of a multipart form: a field or a file. */
export interface FormPart {
  name: string;
  /** The text of the field, or the content of the file. */
  text: string;
  /** The media type; `undefined` for text. */
  mediaType: string | undefined;
  /** The name of the file; `undefined` for a field. */
  file: string | undefined;
}

/**
 * The parts of a `multipart/form-data` example (RFC 7578; OpenAPI 3.1.1, section 4.8.15). A list repeats its field, an object
 * is JSON, and a field with a binary schema is a file.
 *
 * @param fields The example, an object.
 */
export function formParts(description: Description, { schema, encoding = {} }: MediaType, fields: object): FormPart[] {
  const properties = schema ? (resolve<Schema>(description, schema).properties ?? {}) : {};
  return Object.entries(fields).flatMap(([name, field]: [string, unknown]) => {
    const reference = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const property = reference && resolve<Schema>(description, reference);
    const item = property?.items ? resolve<Schema>(description, property.items) : property;
    const values: unknown[] = Array.isArray(field) ? field : [field];
    return values
      .filter((value) => value !== undefined && value !== null)
      .map((value) => partOf(name, value, isFile(item), mediaTypeOf(value, item, encoding[name])));
  });
}

function partOf(name: string, value: unknown, isOfFile: boolean, mediaType: string | undefined): FormPart {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (!isOfFile) return { name, text, mediaType, file: undefined };
  const type = mediaType ?? 'application/octet-stream';
  const [, ending = 'bin'] = /^\w+\/(?:.+\+)?(csv|gif|html|jpeg|json|pdf|png|svg|webp|xml|zip)$/.exec(type) ?? [];
  const safe = name.replaceAll(/[^\w-]/g, '_');
  return { name, text, mediaType: type, file: `${safe}.${type.startsWith('text/plain') ? 'txt' : ending}` };
}

function mediaTypeOf(value: unknown, schema: Schema | undefined, { contentType }: Encoding = {}): string | undefined {
  const [first] = (contentType ?? schema?.contentMediaType ?? '').split(',').filter((one) => one !== '' && !one.includes('*'));
  return first?.trim() ?? (typeof value === 'object' ? 'application/json' : undefined);
}

function isFile(schema: (Schema & { contentEncoding?: string }) | undefined): boolean {
  if (schema?.contentEncoding !== undefined) return false;
  if (schema?.format === 'binary') return true;
  const { contentMediaType = '' } = schema ?? {};
  return contentMediaType !== '' && !/^text\/|json|xml/i.test(contentMediaType);
}

const boundary = 'form-boundary';

/** The media type of a multipart form, with the boundary that `formText` writes. */
export const formType: string = `multipart/form-data; boundary=${boundary}`;

/** Writes a multipart form. */
export function formText(parts: FormPart[]): string {
  const written = parts.map(({ name, text, mediaType, file }) => {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"`;
    const fileName = file === undefined ? '' : `; filename="${escaped(file)}"`;
    const type = mediaType === undefined ? '' : `\r\nContent-Type: ${mediaType}`;
    return `${head}${fileName}${type}\r\n\r\n${text}\r\n`;
  });
  return `${written.join('')}--${boundary}--\r\n`;
}

/** As the HTML Standard defines it ("multipart/form-data encoding algorithm"). */
function escaped(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
