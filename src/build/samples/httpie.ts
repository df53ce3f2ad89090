import { fullUrl, type SampleBody, type SampleRequest } from '../../requests/sample-request.js';
import type { FormPart } from '../../requests/form-parts.js';
import { shellCommand, shellWord } from './shell.js';

/**
 * Prints an HTTPie command. JSON becomes its request items (`name=value`);
 * any other text is sent as it is, without the line feed that `echo` would add.
 *
 * @returns undefined for a form with a part that HTTPie cannot write.
 */
export function httpie(request: SampleRequest): string | undefined {
  const { method, headers, body } = request;
  const items = body && (body.parts ? formItems(body.parts) : requestItems(body));
  if (body?.parts && !items) return undefined;
  return shellCommand([
    // Without these two, HTTPie waits for input and prints no status once it does not run in a terminal.
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

/** The request items of a form in parts; undefined where HTTPie cannot write one of them. */
function formItems(parts: FormPart[]): string[] | undefined {
  // It knows no media type of a field that is no file.
  const isWritten = parts.every(({ name, text, mediaType, file }) =>
    file === undefined ? mediaType === undefined && !text.includes('\\') && /^[\w-]+$/.test(name) : /^[\w-]+$/.test(name),
  );
  if (!isWritten) return undefined;
  return parts.map(({ name, text, mediaType, file }) =>
    file === undefined ? `${name}=${shellWord(fieldText(text))}` : `${name}@${shellWord(`${file};type=${mediaType}`)}`,
  );
}

/** The request items of a JSON object; undefined where the text has to be sent as it is. */
function requestItems({ contentType, json }: SampleBody): string[] | undefined {
  if (contentType !== 'application/json' || typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const entries = Object.entries(json);
  // A backslash escapes a separator of HTTPie's; other characters in a name may be one.
  const printable = entries.every(([name, value]) => /^[\w-]+$/.test(name) && !JSON.stringify(value).includes('\\'));
  if (!printable || entries.length === 0) return undefined;
  return entries.map(([name, value]) =>
    typeof value === 'string' ? `${name}=${shellWord(fieldText(value))}` : `${name}:=${shellWord(JSON.stringify(value))}`,
  );
}

/** A text behind `=`: another `=` would make it a parameter of the query, and an `@` a file. */
function fieldText(text: string): string {
  return /^[=@]/.test(text) ? `\\${text}` : text;
}
