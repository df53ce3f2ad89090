import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleDescription } from '../../src/build/redocly/bundle.js';
import { lintConfig } from '../../src/build/redocly/lint.js';
import { createMock } from '../../src/mock/index.js';
import { prepare } from '../../src/verify/prepare.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const head = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\n';
const response = '{ description: Done }';

/** The programs that read a description. All of them must report the same. */
const readers: Record<string, (path: string) => Promise<unknown>> = {
  'the build': async (path) => bundleDescription(await lintConfig(path), { root: path }, dirname(path), false),
  'the mock': (description) => createMock({ description }),
  'the check': (description) => prepare({ description }),
};

/** The content of a file that is not a description; `undefined` for a missing file, `null` for a directory. */
const descriptions: Array<[name: string, text: string | null | undefined, says: RegExp]> = [
  ['a text', 'hello\n', /cannot be read: it holds no object\.$/],
  ['a list', '- a\n', /cannot be read: it holds no object\.$/],
  ['a page', '<html></html>\n', /cannot be read: it holds no object\.$/],
  ['Swagger 2.0', 'swagger: "2.0"\npaths: {}\n', /3\.0 to 3\.2: convert it from Swagger 2\.0\.$/],
  ['another standard', 'asyncapi: 3.0.0\n', /3\.0 to 3\.2: give its version in the field "openapi"\.$/],
  ['another version', 'openapi: 4.0.0\npaths: {}\n', /3\.0 to 3\.2: its field "openapi" is "4\.0\.0"\.$/],
  ['a version that is a number', 'openapi: 3.1\npaths: {}\n', /put its version in quotes, such as openapi: "3\.1\.0"\.$/],
  ['no file', undefined, /cannot be read: there is no file \S*openapi\.yaml, correct its path\.$/],
  ['a folder', null, /cannot be read: .*folder/],
];

describe.each(Object.entries(readers))('%s', (_, read) => {
  test.for(descriptions)('says in one sentence that it is %s', async ([, text, says], context) => {
    const path = join(await temporaryDirectory(context), 'openapi.yaml');
    if (text === null) await mkdir(path);
    else if (text !== undefined) await writeFile(path, text);
    const error: unknown = await read(path).catch((thrown: unknown) => thrown);
    const { name, message } = error as Error;
    expect(name).toBe('InputError');
    expect(message).toMatch(says);
    expect(message).toMatch(/^The description \S*openapi\.yaml [^\n]*[^.]\.$/);
  });
});

test.for(Object.entries(readers))('%s says that references lead to each other alone', async ([, read], context) => {
  const path = join(await temporaryDirectory(context), 'openapi.yaml');
  const content = '{ application/json: { schema: { $ref: "#/components/schemas/A" } } }';
  const schemas = '{ A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } }';
  await writeFile(
    path,
    `${head}paths: { /a: { get: { responses: { 200: { description: A, content: ${content} } } } } }\ncomponents: { schemas: ${schemas} }\n`,
  );
  const sentence = 'cannot be read: a reference leads back to itself by way of references alone: give one of them a target.';
  await expect(read(path)).rejects.toMatchObject({ name: 'InputError', message: expect.stringContaining(sentence) as string });
});

test.for(['thing', 'thing.YAML', 'thing.JSON'])('a schema is read in a file with the name %s', async (file, context) => {
  const path = join(await temporaryDirectory(context), 'openapi.yaml');
  const content = `{ application/json: { schema: { $ref: "./${file}" } } }`;
  await writeFile(path, `${head}paths: { /a: { get: { responses: { 200: { description: A, content: ${content} } } } } }\n`);
  await writeFile(join(dirname(path), file), '{ "type": "object", "title": "Here" }');
  const bundled = await bundleDescription(await lintConfig(path), { root: path }, dirname(path), false);
  expect(JSON.stringify(bundled)).toContain('"title":"Here"');
  expect(JSON.stringify((await prepare({ description: path })).description)).toContain('"title":"Here"');
});

/** Paths that cannot be requested, with the messages of the mock and the check. */
const paths: Array<[name: string, paths: string, says: string]> = [
  [
    'a response that is not there',
    '/a: { get: { responses: { 200: { $ref: "#/none" } } } }',
    'paths./a.get: The reference "#/none" points to nothing: correct it or add its target. The operation is not served.',
  ],
  ['no operation', '/a: { get: null }', 'It has no operations.'],
];
test.for(paths)('a description with nothing but %s is no success of the check', async ([, text, says], context) => {
  const description = join(await temporaryDirectory(context), 'openapi.yaml');
  await writeFile(description, `${head}paths: { ${text} }\n`);
  await expect(prepare({ description })).rejects.toThrow(`asks nothing of a server: ${says}`);
});

test.for([
  ['b: { get: { responses: { 200: %s } } }', 'paths.b: The path has no slash at its beginning and was left out: write "/b".'],
  [
    '/b: { post: { operationId: addB, parameters: [{ name: data, in: body }], responses: { 200: %s } } }',
    'The parameter "data" of addB is not checked: it is in "body", where OpenAPI 3 has none. A body is a "requestBody".',
  ],
  [
    '/b: { get: { operationId: getB, parameters: [{ name: id, in: path, required: true }], responses: { 200: %s } } }',
    'The parameter "id" of getB is not checked: the path /b has no {id}.',
  ],
] as const)('what no request can reach is said: %s', async ([text, says], context) => {
  const description = join(await temporaryDirectory(context), 'openapi.yaml');
  const good = `/a: { get: { responses: { 200: ${response} } } }`;
  await writeFile(description, `${head}paths: { ${good}, ${text.replace('%s', response)} }\n`);
  expect((await prepare({ description })).unchecked).toEqual([says]);
});
