import type { BodyPart, FormPart } from './parts.js';

/**
 * Writes the parts of a multipart body (RFC 2046, section 5.1; RFC 7578).
 *
 * @param boundary A text that no part contains; see `boundaryFor`.
 */
export function multipartText(parts: Array<BodyPart & Partial<FormPart>>, boundary: string): string {
  const written = parts.map(({ name, text, mediaType, file, headers = {} }) => {
    const fileName = file === undefined ? '' : `; filename="${escaped(file)}"`;
    const lines = [
      ...(name === undefined ? [] : [`Content-Disposition: form-data; name="${escaped(name)}"${fileName}`]),
      ...(mediaType === undefined ? [] : [`Content-Type: ${mediaType}`]),
      ...Object.entries(headers).map(([header, value]) => `${header}: ${value}`),
    ];
    return `--${boundary}\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n${text}\r\n`;
  });
  return `${written.join('')}--${boundary}--\r\n`;
}

/** A boundary that no part contains, the same one for the same parts. */
export function boundaryFor(parts: BodyPart[]): string {
  let boundary = 'form-boundary';
  while (parts.some(({ text }) => text.includes(boundary))) boundary += '-';
  return boundary;
}

/** As the HTML Standard defines it ("multipart/form-data encoding algorithm"). */
function escaped(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
