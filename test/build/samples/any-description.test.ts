import { describe, expect, test } from 'vitest';
import { addCodeSamples } from '../../../src/build/samples/add-code-samples.js';
import { documentedOperations } from '../../../src/description/operations.js';
import type { Description, Operation } from '../../../src/description/types.js';
import { startRecorder } from './recorder.js';
import { pointAt, runSample } from './run-sample.js';

const hostile = [
  `it's "quoted" \\ back\\nslash`,
  '$HOME ${HOME} `id` $(id) %s {{x}} #{x}',
  'naïve 日本 🙂 & <tag> + % ?',
  '@/etc/passwd',
  'a:b=c;d:=e@f',
  '',
];
const lines = `@first line's "end"\n\n  second \\n \`\${line}\` """\n'''third`;
const json = { texts: hostile, lines, 'odd name:=': 1.5, yes: true, no: false, nothing: null, nested: { list: [], object: {} } };

function describeOne(method: string, path: string, operation: Operation): Description {
  return {
    openapi: '3.1.0',
    info: { title: 'Any', version: '1' },
    servers: [{ url: 'https://{host}/base', variables: { host: { default: 'api.example.com' } } }],
    paths: { [path]: { [method]: { operationId: 'any', responses: {}, ...operation } } },
    components: { securitySchemes: { Basic: { type: 'http', scheme: 'basic', 'x-example': 'dXNlcjpwYXNz' } } },
  };
}

const requestBody = (mediaType: string, value: unknown): Operation => ({
  requestBody: { required: true, content: { [mediaType]: { examples: { one: { value } } } } },
});

/** The expected request: the URL, some headers, and the parsed body. */
const cases: Array<[name: string, description: Description, url: string, headers: Record<string, string>, body: unknown]> = [
  [
    'JSON',
    describeOne('post', '/json', requestBody('application/json', json)),
    '/base/json',
    { 'content-type': 'application/json' },
    json,
  ],
  [
    'a flat JSON object',
    describeOne(
      'patch',
      '/flat',
      requestBody('application/json', { email: "o'hara+x@example.com", age: 3, at: '@ann', is: '=1', tags: ['a b', "c'd"] }),
    ),
    '/base/flat',
    { 'content-type': 'application/json' },
    { email: "o'hara+x@example.com", age: 3, at: '@ann', is: '=1', tags: ['a b', "c'd"] },
  ],
  [
    'null as JSON',
    describeOne('post', '/null', requestBody('application/json', null)),
    '/base/null',
    { 'content-type': 'application/json' },
    null,
  ],
  [
    'a JSON dialect',
    describeOne('put', '/merge', requestBody('application/merge-patch+json', [1, 'x'])),
    '/base/merge',
    { 'content-type': 'application/merge-patch+json' },
    [1, 'x'],
  ],
  [
    'text',
    describeOne('put', '/text', requestBody('text/plain', lines)),
    '/base/text',
    { 'content-type': 'text/plain; charset=utf-8' },
    lines,
  ],
  [
    'a GET with text',
    describeOne('get', '/text', requestBody('text/plain', lines)),
    '/base/text',
    { 'content-type': 'text/plain; charset=utf-8' },
    lines,
  ],
  [
    'a form',
    describeOne('post', '/form', requestBody('application/x-www-form-urlencoded', { a: "b & c='d'" })),
    '/base/form',
    { 'content-type': 'application/x-www-form-urlencoded' },
    'a=b+%26+c%3D%27d%27',
  ],
  [
    'parameters and a credential',
    describeOne('delete', '/things/{id}', {
      security: [{ Basic: [] }],
      parameters: [
        { name: 'id', in: 'path', required: true, example: 'a/b c' },
        { name: 'q', in: 'query', example: hostile.slice(0, 4) },
        { name: 'X-Trace', in: 'header', example: `it's "1"; a=b` },
        { name: 'session', in: 'cookie', example: 'x y' },
      ],
    }),
    `/base/things/a%2Fb%20c?${hostile
      .slice(0, 4)
      .map((value) => `q=${encodeURIComponent(value)}`)
      .join('&')}`,
    { authorization: 'Basic dXNlcjpwYXNz', 'x-trace': `it's "1"; a=b`, cookie: 'session=x%20y' },
    '',
  ],
];

describe.concurrent.each(cases)('%s', (_, description, url, headers, body) => {
  const [operation] = documentedOperations(addCodeSamples(description));
  const samples = operation!.operation['x-codeSamples']!.filter(({ label }) => label !== 'TypeScript');

  test.each(samples)('arrives as it is from $label', async ({ label, source }) => {
    const recorder = await startRecorder();
    const { code, stderr } = await runSample(label, pointAt(source, 'https://api.example.com', recorder.url));
    recorder.close();
    expect(code, `${stderr}\n${source}`).toBe(0);
    const [request] = recorder.take();
    expect(request!.method).toBe(operation!.method);
    expect(decoded(request!.url)).toEqual(decoded(url));
    expect(request!.headers).toMatchObject(headers);
    expect(headers['content-type']?.includes('json') ? JSON.parse(request!.body) : request!.body).toEqual(body);
    if (body) expect(request!.headers['content-length']).toBe(String(Buffer.byteLength(request!.body)));
  });
});

/** Normalizes a URL as a server reads it, since tools differ in which harmless characters they encode. */
function decoded(url: string): { path: string; query: Array<[string, string]> } {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  return { path: pathname, query: [...searchParams] };
}

test('Basic credentials without an example are some that a server takes for a user name and a password', () => {
  const description = describeOne('get', '/x', { security: [{ Basic: [] }] });
  description.components = { securitySchemes: { Basic: { type: 'http', scheme: 'basic' } } };
  const [operation] = documentedOperations(addCodeSamples(description));
  const { source } = operation!.operation['x-codeSamples']!.find(({ label }) => label === 'Curl')!;
  const [, credentials] = /Authorization: Basic ([^'\s]+)/.exec(source)!;
  expect(atob(credentials!)).toMatch(/^[^:]+:.+$/);
});

test('samples of the author stay, and the description that was given is not changed', () => {
  const own = [{ lang: 'Shell', label: 'Own', source: 'echo' }];
  const description = describeOne('post', '/x', { 'x-codeSamples': own });
  expect(documentedOperations(addCodeSamples(description))[0]!.operation['x-codeSamples']).toEqual(own);
  const bare = describeOne('get', '/x', {});
  addCodeSamples(bare);
  expect(bare.paths?.['/x']?.get).not.toHaveProperty('x-codeSamples');
});
