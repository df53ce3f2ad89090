import { isJson } from '../../description/media-types.js';
import { parameterPairs } from '../../description/parameters/write.js';
import type { Encoding } from '../../description/types.js';

/**
 * Writes a multipart form (RFC 7578). FormData is not used because it cannot set the media type of a part that is not a file.
 *
 * A list repeats its field. A file keeps its own media type, else it gets that of its Encoding Object, else
 * `application/octet-stream`. Any other part gets that of its Encoding Object, else `application/json` for an object, else
 * none, which means text (OpenAPI 3.1.1, section 4.8.15).
 *
 * @param encoding The Encoding Objects, by field.
 * @returns A Blob whose type contains the boundary.
 */
export function multipartBody(fields: object, encoding: Record<string, Encoding> = {}): Blob {
  const boundary = `----form-${Array.from({ length: 3 }, () => Math.random().toString(36).slice(2)).join('')}`;
  const parts: BlobPart[] = Object.entries(fields).flatMap(([name, field]: [string, unknown]) =>
    partsOf(name, field, encoding[name]).flatMap(([partName, head, content]) => [
      `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(partName)}"${head}\r\n\r\n`,
      content,
      '\r\n',
    ]),
  );
  return new Blob([...parts, `--${boundary}--\r\n`], { type: `multipart/form-data; boundary=${boundary}` });
}

type Part = [name: string, head: string, content: string | Blob];

function partsOf(name: string, field: unknown, encoding: Encoding = {}): Part[] {
  const { style, explode, allowReserved } = encoding;
  if (style !== undefined || explode !== undefined || allowReserved !== undefined) {
    return parameterPairs({ name, in: 'query', style, explode }, field).map(([key, text]): Part => [key, '', text]);
  }
  const values: unknown[] = Array.isArray(field) ? field : [field];
  return values.filter((value) => value != null).map((value) => [name, ...partOf(value, encoding.contentType)]);
}

function plainText(value: unknown): string {
  return String(value);
}

function partOf(value: unknown, documented = ''): [head: string, content: string | Blob] {
  // An Encoding Object may list several media types, and ranges.
  const [first = ''] = documented.split(',').filter((one) => !one.includes('*'));
  if (value instanceof Blob) {
    const fileName = value instanceof File ? value.name : 'blob';
    const type = value.type || first.trim() || 'application/octet-stream';
    return [`; filename="${escaped(fileName)}"\r\nContent-Type: ${type}`, value];
  }
  const isObject = typeof value === 'object';
  const type = first.trim() || (isObject ? 'application/json' : '');
  const text = isObject || isJson(type) ? JSON.stringify(value) : plainText(value);
  return [type && `\r\nContent-Type: ${type}`, text];
}

/** As the HTML Standard defines it ("multipart/form-data encoding algorithm"). */
function escaped(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
