import { isExactInJavascript, javascriptLiteral } from './javascript-literal.js';
import type { FormPart } from '../../description/multipart/parts.js';
import { fullUrl, type SampleRequest } from '../../requests/sample-request.js';

/** Writes an ES module for Node.js. The program prints the status code and then the body, which may be empty. */
export function node(request: SampleRequest): string {
  // The Fetch standard forbids a request body with these two methods.
  const fetchRefuses = request.body && (request.method === 'GET' || request.method === 'HEAD');
  return fetchRefuses ? withNodeHttp(request) : withFetch(request);
}

function withFetch(request: SampleRequest): string {
  const { method, body } = request;
  const { parts } = body ?? {};
  // fetch itself writes the Content-Type of a multipart form, with the boundary.
  const headers = request.headers.filter(([name]) => !parts || name !== 'Content-Type');
  const json = body?.json !== undefined && isExactInJavascript(body.json);
  return [
    ...(parts ? formLines(parts) : []),
    `const response = await fetch(${javascriptLiteral(fullUrl(request))}, {`,
    `  method: ${javascriptLiteral(method)},`,
    ...(headers.length > 0 ? [`  headers: ${javascriptLiteral(Object.fromEntries(headers), 2)},`] : []),
    ...(parts ? ['  body: form,'] : []),
    ...(body && !parts
      ? [`  body: ${json ? `JSON.stringify(${javascriptLiteral(body.json, 2)})` : javascriptLiteral(body.text)},`]
      : []),
    '});',
    '',
    'console.log(response.status);',
    'console.log(await response.text());',
  ].join('\n');
}

/** The lines that build a multipart form. */
function formLines(parts: FormPart[]): string[] {
  const appended = parts.map(({ name, text, mediaType, file }) => {
    const literal = javascriptLiteral;
    const type = mediaType === undefined ? '' : `, { type: ${literal(mediaType)} }`;
    if (file !== undefined)
      return `form.append(${literal(name)}, new Blob([await readFile(${literal(file)})]${type}), ${literal(file)});`;
    return `form.append(${literal(name)}, ${type === '' ? literal(text) : `new Blob([${literal(text)}]${type})`});`;
  });
  const reads = parts.some(({ file }) => file !== undefined);
  return [
    ...(reads ? ["import { readFile } from 'node:fs/promises';", ''] : []),
    'const form = new FormData();',
    ...appended,
    '',
  ];
}

function withNodeHttp(request: SampleRequest): string {
  const { method, url, headers, body } = request;
  const literal = javascriptLiteral(Object.fromEntries(headers), 4);
  // Without Content-Length, Node sends the body of a GET or HEAD request without framing. The server then takes the body for
  // the next request.
  const framed = literal.replace(/\n {4}\}$/, "\n      'Content-Length': Buffer.byteLength(body),\n    }");
  return [
    `// fetch sends no body with ${method}, node:${new URL(url).protocol.slice(0, -1)} does.`,
    `import { request } from 'node:${new URL(url).protocol.slice(0, -1)}';`,
    "import { text } from 'node:stream/consumers';",
    '',
    `const body = ${javascriptLiteral(body?.text)};`,
    '',
    'request(',
    `  ${javascriptLiteral(fullUrl(request))},`,
    '  {',
    `    method: ${javascriptLiteral(method)},`,
    `    headers: ${framed},`,
    '  },',
    '  async (response) => {',
    '    console.log(response.statusCode);',
    '    console.log(await text(response));',
    '  },',
    ').end(body);',
  ].join('\n');
}
