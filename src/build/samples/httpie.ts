import { fullUrl, type SampleBody, type SampleRequest } from '../../requests/sample-request.js';
import { shellCommand, shellWord } from './shell.js';

/**
 * Prints an HTTPie command. JSON becomes its request items (`name=value`);
 * any other text is sent as it is, without the line feed that `echo` would add.
 */
export function httpie(request: SampleRequest): string {
  const { method, headers, body } = request;
  const items = body && requestItems(body);
  return shellCommand([
    // Without these two, HTTPie waits for input and prints no status once it does not run in a terminal.
    `http --ignore-stdin --print=hb ${method} ${shellWord(fullUrl(request))}`,
    ...headers
      .filter(([name]) => !items || name !== 'Content-Type')
      .map(([name, value]) => {
        const header = /^[\w-]+$/.test(name) ? name : shellWord(name);
        return value ? `${header}:${shellWord(value)}` : `${header}\\;`;
      }),
    ...(items ?? (body ? [`--raw ${shellWord(body.text)}`] : [])),
  ]);
}

/** The request items of a JSON object; undefined where the text has to be sent as it is. */
function requestItems({ contentType, json }: SampleBody): string[] | undefined {
  if (contentType !== 'application/json' || typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const entries = Object.entries(json);
  // A backslash escapes a separator of HTTPie's; other characters in a name may be one.
  const printable = entries.every(([name, value]) => /^[\w-]+$/.test(name) && !JSON.stringify(value).includes('\\'));
  if (!printable || entries.length === 0) return undefined;
  return entries.map(([name, value]) =>
    typeof value === 'string' ? `${name}=${shellWord(value)}` : `${name}:=${shellWord(JSON.stringify(value))}`,
  );
}
