import { fullUrl, type SampleRequest } from '../../requests/sample-request.js';
import type { FormPart } from '../../description/multipart/parts.js';
import { shellCommand, shellWord } from './shell.js';

/** Writes a curl command. `-i` shows the status code before the body. */
export function curl(request: SampleRequest): string {
  const { method, body } = request;
  const { parts } = body ?? {};
  // curl writes the boundary itself.
  const headers = request.headers.filter(([name]) => !parts || name !== 'Content-Type');
  return shellCommand([
    `curl -i -X ${method} ${shellWord(fullUrl(request))}`,
    ...headers.map(([name, value]) => `-H ${shellWord(`${name}: ${value}`)}`),
    // With -d, curl would read a file when the text begins with @.
    ...(parts?.map((part) => `-F ${shellWord(formField(part))}`) ?? []),
    ...(body && !parts ? [`${body.text.startsWith('@') ? '--data-raw' : '-d'} ${shellWord(body.text)}`] : []),
  ]);
}

/** Writes a field for `-F`. `@` marks a file. In quotes, the characters of a text have no special meaning. */
function formField({ name, text, mediaType, file }: FormPart): string {
  const type = mediaType === undefined ? '' : `;type=${mediaType}`;
  if (file !== undefined) return `${name}=@${file}${type}`;
  const isPlain = /^[^@<"\\;,\s][^"\\;,]*$/.test(text);
  return `${name}=${isPlain ? text : `"${text.replaceAll(/["\\]/g, '\\$&')}"`}${type}`;
}
