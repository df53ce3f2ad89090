import { isExactInJavascript, isIdentifier, javascriptLiteral, propertyKey } from './javascript-literal.js';
import type { FormPart } from '../../description/multipart/parts.js';
import type { SampleRequest } from '../../requests/sample-request.js';

/**
 * Writes a TypeScript program that calls the operation with the generated client. The program prints the status code, and
 * the body when a successful response has one.
 *
 * @returns `undefined` when no package exports the client, and for integers that a JavaScript number cannot hold.
 */
export function typescript(request: SampleRequest, packageName?: string): string | undefined {
  if (packageName === undefined || !isExact(request)) return undefined;
  const { operationId, server, body, token, successWithBody } = request;
  const options = { baseUrl: server, ...(token === undefined ? {} : { token }) };
  const places = (['path', 'query', 'header', 'cookie'] as const).flatMap((place) => {
    const inPlace = request.parameters.filter((parameter) => parameter.in === place);
    return inPlace.length > 0 ? [[place, Object.fromEntries(inPlace.map(({ name, value }) => [name, value]))] as const] : [];
  });
  const init = {
    ...(places.length > 0 ? { params: Object.fromEntries(places) } : {}),
    ...(body ? { body: body.parts ? placeholder : body.json === undefined ? body.text : body.json } : {}),
  };
  const files = body?.parts?.some(({ file }) => file !== undefined);
  const printed = Object.keys(init).length > 0 ? javascriptLiteral(init) : '';
  const method = isIdentifier(operationId) ? `.${operationId}` : `[${javascriptLiteral(operationId)}]`;
  return [
    ...(files ? ["import { readFile } from 'node:fs/promises';"] : []),
    `import { createClient } from ${javascriptLiteral(packageName)};`,
    '',
    `const api = createClient(${javascriptLiteral(options)});`,
    '',
    `const result = await api${method}(${body?.parts ? printed.replace(javascriptLiteral(placeholder), () => fieldsLiteral(body.parts ?? [])) : printed});`,
    '',
    'console.log(result.status);',
    ...(successWithBody === undefined ? [] : [`if (result.status === ${successWithBody}) console.log(result.data);`]),
  ].join('\n');
}

/** Whether JavaScript numbers have all digits of the values. */
function isExact({ parameters, body }: SampleRequest): boolean {
  const isRounded = body?.parts?.some(({ mediaType, text }) => mediaType === 'application/json' && /\d{16}/.test(text));
  return !isRounded && isExactInJavascript([parameters, body?.json]);
}

/** A placeholder for the fields of a form, until the rest of the program is written. */
const placeholder = '<the fields of the form>';

/** Writes the fields of a multipart form as the client takes them. A repeated field is an array. */
function fieldsLiteral(parts: FormPart[]): string {
  const values = new Map<string, string[]>();
  for (const { name, text, mediaType, file } of parts) {
    const literal = javascriptLiteral;
    const value =
      file === undefined
        ? mediaType === 'application/json'
          ? javascriptLiteral(JSON.parse(text), 4)
          : literal(text)
        : `new File([await readFile(${literal(file)})], ${literal(file)}, { type: ${literal(mediaType)} })`;
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  const members = [...values].map(([name, [first = '', ...others]]) => {
    return `    ${propertyKey(name)}: ${others.length > 0 ? `[${[first, ...others].join(', ')}]` : first},\n`;
  });
  return `{\n${members.join('')}  }`;
}
