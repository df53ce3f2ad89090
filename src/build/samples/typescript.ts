import { isIdentifier, javascriptLiteral } from './javascript-literal.js';
import type { SampleRequest } from '../../requests/sample-request.js';

/**
 * Prints a TypeScript program that calls the operation with the generated client. It shows the status, and the body
 * where a success has one.
 *
 * @returns undefined where no package exports the client.
 */
export function typescript(request: SampleRequest, packageName?: string): string | undefined {
  if (packageName === undefined) return undefined;
  const { operationId, server, body, token, successWithBody } = request;
  const options = { baseUrl: server, ...(token === undefined ? {} : { token }) };
  const places = (['path', 'query', 'header', 'cookie'] as const).flatMap((place) => {
    const inPlace = request.parameters.filter((parameter) => parameter.in === place);
    return inPlace.length > 0 ? [[place, Object.fromEntries(inPlace.map(({ name, value }) => [name, value]))]] : [];
  });
  const init = {
    ...(places.length > 0 ? { params: Object.fromEntries(places) as object } : {}),
    ...(body ? { body: body.json ?? body.text } : {}),
  };
  const method = isIdentifier(operationId) ? `.${operationId}` : `[${javascriptLiteral(operationId)}]`;
  return [
    `import { createClient } from ${javascriptLiteral(packageName)};`,
    '',
    `const api = createClient(${javascriptLiteral(options)});`,
    '',
    `const result = await api${method}(${Object.keys(init).length > 0 ? javascriptLiteral(init) : ''});`,
    '',
    'console.log(result.status);',
    ...(successWithBody === undefined ? [] : [`if (result.status === ${successWithBody}) console.log(result.data);`]),
  ].join('\n');
}
