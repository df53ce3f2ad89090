import type { SampleBody } from '../../requests/sample-body.js';
import { writeJson } from '../../description/write-json.js';
import { fullUrl, type SampleRequest } from '../../requests/sample-request.js';
import type { FormPart } from '../../description/multipart/parts.js';
import { shellCommand, shellWord } from './shell.js';

/**
 * Writes an HTTPie command. JSON becomes request items (`name=value`). Any other text is passed with `--raw`, since a pipe
 * from `echo` would add a line feed.
 *
 * @returns `undefined` for a form with a part that HTTPie cannot send.
 */
export function httpie(request: SampleRequest): string | undefined {
  const { method, headers, body } = request;
  const items = body && (body.parts ? formItems(body.parts) : requestItems(body));
  if (body?.parts && !items) return undefined;
  return shellCommand([
    // Without these two flags, HTTPie outside a terminal waits for input and prints no status.
    `http --ignore-stdin --print=hb ${body?.parts ? '--multipart ' : ''}${method} ${shellWord(fullUrl(request))}`,
    ...headers
      .filter(([name]) => !items || name !== 'Content-Type')
      .map(([name, value]) => {
        const header = /^[\w-]+$/.test(name) ? name : shellWord(name);
        return value ? `${header}:${shellWord(value)}` : `${header}\\;`;
      }),
    ...(items ?? (body ? [`--raw ${shellWord(body.text)}`] : [])),
  ]);
}

/** The request items of a multipart form; `undefined` when HTTPie cannot send one of the parts. */
function formItems(parts: FormPart[]): string[] | undefined {
  // HTTPie can set a media type only for files.
  const isWritten = parts.every(({ name, text, mediaType, file }) =>
    file === undefined ? mediaType === undefined && !text.includes('\\') && /^[\w-]+$/.test(name) : /^[\w-]+$/.test(name),
  );
  if (!isWritten) return undefined;
  return parts.map(({ name, text, mediaType, file }) =>
    file === undefined ? `${name}=${shellWord(fieldText(text))}` : `${name}@${shellWord(`${file};type=${mediaType}`)}`,
  );
}

/** The request items of a JSON object; `undefined` when the body has to be sent as text. */
function requestItems({ contentType, json }: SampleBody): string[] | undefined {
  if (contentType !== 'application/json' || typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const entries = Object.entries(json);
  // HTTPie reads a backslash as an escape, and other characters in a name may be its separators.
  const printable = entries.every(([name, value]) => /^[\w-]+$/.test(name) && !writeJson(value).includes('\\'));
  if (!printable || entries.length === 0) return undefined;
  return entries.map(([name, value]) =>
    typeof value === 'string' ? `${name}=${shellWord(fieldText(value))}` : `${name}:=${shellWord(writeJson(value))}`,
  );
}

/** Escapes a text after `=`. A second `=` would make it a query parameter, and `@` would make it a file. */
function fieldText(text: string): string {
  return /^[=@]/.test(text) ? `\\${text}` : text;
}
