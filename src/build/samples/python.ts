import type { FormPart } from '../../description/multipart/parts.js';
import { writeJson } from '../../description/write-json.js';
import { fullUrl, type SampleRequest } from '../../requests/sample-request.js';

const functions = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];

/** Writes a Python program that uses requests. The program prints the status code and then the body, which may be empty. */
export function python(request: SampleRequest): string {
  const { method, url, query, headers, body } = request;
  // requests percent-encodes all of a value, also the delimiters between the items of an array.
  const encodes = query.map((pair) => pair.map(encodeURIComponent).join('=')).join('&') === request.search;
  const name = method.toLowerCase();
  const call = functions.includes(name) ? `requests.${name}(` : `requests.request(\n    ${literal(method)},`;
  // With json=, requests itself writes the JSON and the Content-Type application/json. It takes None for no body.
  const sendsJson = body?.contentType === 'application/json' && body.json !== null;
  const { parts } = body ?? {};
  // requests also writes the Content-Type of a multipart form.
  const shownHeaders = headers.filter(([header]) => header !== 'Content-Type' || (!sendsJson && !parts));
  return [
    '# pip install requests',
    'import requests',
    '',
    `response = ${call}`,
    `    ${literal(encodes ? url : fullUrl(request))},`,
    ...(encodes && query.length > 0 ? [`    params=${parameters(query)},`] : []),
    ...(shownHeaders.length > 0 ? [`    headers=${literal(Object.fromEntries(shownHeaders), 4)},`] : []),
    ...(parts ? [`    files=[\n${parts.map(part).join('')}    ],`] : []),
    ...(body && !parts
      ? [`    ${sendsJson ? `json=${literal(body.json, 4)}` : `data=${text(body.text)}.encode("utf-8")`},`]
      : []),
    '    timeout=10,',
    ')',
    '',
    'print(response.status_code)',
    'print(response.text)',
  ].join('\n');
}

function parameters(query: SampleRequest['query']): string {
  const names = query.map(([name]) => name);
  if (new Set(names).size === names.length) return literal(Object.fromEntries(query), 4);
  return `[\n${query.map(([name, value]) => `        (${literal(name)}, ${literal(value)}),\n`).join('')}    ]`;
}

/** Writes a part of a form for requests: the name of the file, its content, and its media type if it has one. */
function part({ name, text: content, mediaType, file }: FormPart): string {
  const value = file === undefined ? `${literal(content)}.encode("utf-8")` : `open(${literal(file)}, "rb")`;
  const type = mediaType === undefined ? '' : `, ${literal(mediaType)}`;
  return `        (${literal(name)}, (${file === undefined ? 'None' : literal(file)}, ${value}${type})),\n`;
}

function text(value: string): string {
  return value.includes('\n') && !/["']{3}|\\|"$|\r/.test(value) ? `"""${value}"""` : literal(value);
}

/** Writes a JSON value as a Python literal. Objects and lists have one entry on each line. */
function literal(value: unknown, indent = 0): string {
  const inner = ' '.repeat(indent + 4);
  const block = (open: string, entries: string[], close: string): string =>
    entries.length === 0
      ? open + close
      : `${open}\n${entries.map((entry) => `${inner}${entry},\n`).join('')}${' '.repeat(indent)}${close}`;
  if (Array.isArray(value))
    return block(
      '[',
      value.map((item) => literal(item, indent + 4)),
      ']',
    );
  if (typeof value === 'object' && value !== null) {
    return block(
      '{',
      Object.entries(value).map(([key, item]) => `${literal(key)}: ${literal(item, indent + 4)}`),
      '}',
    );
  }
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  // A JSON string is also a Python string: all escapes of JSON mean the same in Python. Its integers have any size.
  return writeJson(value);
}
