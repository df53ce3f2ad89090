import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, type TestContext } from 'vitest';
import { bundle, type Bundle } from '../../src/reading/bundle.js';
import { readDescription } from '../../src/reading/description-file.js';
import { unsupportedReason } from '../../src/reading/openapi-version.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/** Bundles files, of which `a.yaml` is the root. */
async function bundled(context: TestContext, files: Record<string, string>, external = false): Promise<Bundle> {
  const directory = await temporaryDirectory(context);
  await mkdir(join(directory, 'parts'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
  const root = join(directory, 'a.yaml');
  const found = await bundle(pathToFileURL(root).href, { root, external });
  return { ...found, files: found.files.map((file) => file.replace(`${directory}/`, '')) };
}

it.for<[what: string, files: Record<string, string>, document: object]>([
  ['one file', { 'a.yaml': 'b: { $ref: "#/c" }\nc: { $ref: "#" }' }, { b: { $ref: '#/c' }, c: { $ref: '#' } }],
  ['a URL that is none', { 'a.yaml': 'b: { $ref: "http://[" }' }, { b: { $ref: 'http://[' } }],
  ['an anchor that is not there', { 'a.yaml': 'b: { $ref: "#c" }' }, { b: { $ref: '#c' } }],
  [
    'the schemas of JSON Schema',
    { 'a.yaml': 'b: { $ref: "https://json-schema.org/draft/2020-12/schema" }\nc: { $ref: "http://json-schema.org/schema#" }' },
    { b: { $ref: 'https://json-schema.org/draft/2020-12/schema' }, c: { $ref: 'http://json-schema.org/schema#' } },
  ],
  [
    'pointers within what has an id',
    { 'a.yaml': 'b: { $id: "http://x/", c: { $ref: "#/d" }, d: { $ref: "http://x/#/c" } }\ne: { $ref: "http://x/#/d" }' },
    { b: { $id: 'http://x/', c: { $ref: '#/d' }, d: { $ref: 'http://x/#/c' } }, e: { $ref: '#/b/d' } },
  ],
  [
    'the first of two parts of one name',
    { 'a.yaml': 'b: { $ref: "parts/d.yaml#y" }\nc: { $id: "parts/d.yaml", $anchor: y }', 'parts/d.yaml': '$anchor: y' },
    { b: { $ref: '#/c' }, c: { $id: 'parts/d.yaml', $anchor: 'y' } },
  ],
  [
    'several files, in the order in which they are named',
    {
      'a.yaml': 'b: { $ref: parts/d.yaml }\nc: [{ $ref: "e f.json#/g~1h" }]',
      'parts/d.yaml': '{ $ref: "../z.yaml#/%25%22%20" }',
      'e f.json': '{"g/h": 1}',
      'z.yaml': '"%\\" ": 2',
    },
    {
      b: { $ref: '#/x-files/parts~1d.yaml' },
      c: [{ $ref: '#/x-files/e%20f.json/g~1h' }],
      'x-files': {
        'parts/d.yaml': { $ref: '#/x-files/z.yaml/%25%22%20' },
        'z.yaml': { '%" ': 2 },
        'e f.json': { 'g/h': 1 },
      },
    },
  ],
  [
    'a fragment whose encoding is broken',
    { 'a.yaml': 'b: { $ref: "parts/d.yaml#/%E0%A4" }', 'parts/d.yaml': '{}' },
    { b: { $ref: '#/x-files/parts~1d.yaml/%25E0%25A4' }, 'x-files': { 'parts/d.yaml': {} } },
  ],
  ['an extension that leads nowhere', { 'a.yaml': 'x-b: { $ref: no.yaml }' }, { 'x-b': { $ref: 'no.yaml' } }],
])('%s is bundled', async ([, files, document], context) => {
  const { document: found, files: read, warnings } = await bundled(context, files);
  expect(JSON.stringify(found)).toBe(JSON.stringify(document));
  const named = JSON.stringify(document).includes('x-files') ? Object.keys(files) : ['a.yaml'];
  expect([read.toSorted(), warnings]).toEqual([named.toSorted(), []]);
});

it.for([
  ['text', 'It holds no object.'],
  ['- a', 'It holds no object.'],
  ['b: { $ref: no.yaml }', /no such file or directory/],
  ['b: { $ref: parts }', /parts is a folder: name a file in it\.$/],
  ['b: { $ref: /etc/hosts }', /leaves the folder/],
] as Array<[string, string | RegExp]>)('%j is refused', async ([text, message], context) => {
  await expect(bundled(context, { 'a.yaml': text })).rejects.toThrow(message);
});

it.for<[example: string, found: unknown, read?: string]>([
  ['externalValue: v.json', { value: { a: 1 } }, 'v.json'],
  ['externalValue: v.YAML', { value: { a: 1 } }, 'v.YAML'],
  ['externalValue: v.yml', { value: { a: 1 } }, 'v.yml'],
  ['externalValue: v.txt', { value: '{"a": 1}' }, 'v.txt'],
  ['externalValue: "v.txt?b.json"', { value: '{"a": 1}' }, 'v.txt'],
  ...['value', 'dataValue', 'serializedValue'].map((field): [string, unknown] => [
    `externalValue: v.json, ${field}: 1`,
    { externalValue: 'v.json', [field]: 1 },
  ]),
  ['externalValue: "http://["', { externalValue: 'http://[' }],
])('the example { %s } becomes %j', async ([example, found, read], context) => {
  const values = Object.fromEntries(['v.json', 'v.YAML', 'v.yml', 'v.txt'].map((name) => [name, '{"a": 1}']));
  const { document, files, warnings } = await bundled(context, { 'a.yaml': `b: { ${example} }`, ...values });
  expect([document.b, files, warnings]).toEqual([found, ['a.yaml', ...(read === undefined ? [] : [read])], []]);
});

it.for([
  ['no.json', /^The externalValue "no\.json" is not read: .*no such file/],
  ['/etc/hosts', /^The externalValue "\/etc\/hosts" is not read: .* leaves the folder/],
] as Array<[string, RegExp]>)('of the example of %s a warning says why it is not read', async ([target, says], context) => {
  const { document, warnings } = await bundled(context, { 'a.yaml': `b: { externalValue: ${target} }` });
  expect([document.b, warnings]).toEqual([{ externalValue: target }, [expect.stringMatching(says)]]);
});

const head = { openapi: '3.1.0', info: { title: 'T', version: '1' } };

it('an object is read as a description, and is not changed', async () => {
  const source = { ...head, paths: { '/a': {} }, 'x-b': { $anchor: 'c' }, components: { schemas: { d: { $ref: '#c' } } } };
  const before = structuredClone(source);
  const { description, name, files, warnings } = await readDescription(source);
  expect([name, files, warnings, source]).toEqual(['(object)', [], [], before]);
  expect(description.components?.schemas?.d).toEqual({ $ref: '#/x-b' });
  const beside = await readDescription({ ...head, paths: { '/a': {} }, b: { $ref: 'package.json' } });
  expect(beside.files).toEqual([join(process.cwd(), 'package.json')]);
});

it.each<[source: object, says: string]>([
  [{ ...head, paths: {} }, 'has no paths: there is nothing to serve.'],
  [head, 'has no paths: there is nothing to serve.'],
  [{ ...head, paths: [] }, 'has no paths: there is nothing to serve.'],
  [{ asyncapi: '3.0.0' }, 'is no description of OpenAPI 3.0 to 3.2: give its version in the field "openapi".'],
  [{ openapi: 3.1 }, 'is no description of OpenAPI 3.0 to 3.2: put its version in quotes, such as openapi: "3.1.0".'],
  [{ openapi: ['3.1.0'] }, 'is no description of OpenAPI 3.0 to 3.2: its field "openapi" is ["3.1.0"].'],
  [{ swagger: '2.0' }, 'is no description of OpenAPI 3.0 to 3.2: convert it from Swagger 2.0.'],
  [{ openapi: '13.1' }, 'is no description of OpenAPI 3.0 to 3.2: its field "openapi" is "13.1".'],
  [{ openapi: '3.10' }, 'is no description of OpenAPI 3.0 to 3.2: its field "openapi" is "3.10".'],
  [{ openapi: 'x'.repeat(30) }, `is no description of OpenAPI 3.0 to 3.2: its field "openapi" is "${'x'.repeat(19)}.`],
])('the object %j is refused', async (source, says) => {
  await expect(readDescription(source)).rejects.toThrow(`The description (object) ${says}`);
});

it('a file whose name is too long is not said to be missing, and one below a folder that is named as a URL is read', async (context) => {
  await expect(bundled(context, { 'a.yaml': `b: { $ref: ${'c'.repeat(300)} }` })).rejects.toMatchObject({ isMissing: false });
  const directory = await temporaryDirectory(context);
  await mkdir(join(directory, 'https:'));
  const path = join(directory, 'https:/a.json');
  await writeFile(path, JSON.stringify({ ...head, paths: { '/a': {} } }));
  expect((await readDescription(path)).files).toEqual([path]);
});

it('what is no object has no version', () => {
  for (const document of ['openapi: 3.1.0', null, ['3.1.0']]) {
    expect(unsupportedReason(document)).toBe('cannot be read: it holds no object.');
  }
});

it.each(['3.0', '3.1', '3.2.0', '3.0.4'])('the version %s is read', async (openapi) => {
  expect((await readDescription({ openapi, paths: { '/a': {} } })).description.openapi).toBe(openapi);
});

it('an object that nests too deeply, or holds itself, is refused', async () => {
  let deep: unknown = 1;
  for (let level = 0; level < 600; level += 1) deep = [deep];
  await expect(readDescription({ ...head, deep })).rejects.toThrow(
    'The description (object) cannot be read: the file nests values more than 500 levels deep.',
  );
});

it('a file is named as from the current folder, and may be given as a URL', async (context) => {
  const text = JSON.stringify({ ...head, paths: { '/a': {} } });
  const directory = await temporaryDirectory(context);
  const path = join(directory, 'a b.json');
  await writeFile(path, text);
  expect(await readDescription(path)).toMatchObject({ name: path, files: [path] });
  expect(await readDescription(pathToFileURL(path).href)).toMatchObject({ files: [path] });
  expect((await readDescription(pathToFileURL(path).href.replace('file', 'FILE'))).files).toEqual([path]);
  expect(await readDescription('generated/openapi.yaml')).toMatchObject({ name: 'generated/openapi.yaml' });
  const said = (source: string): Promise<unknown> => readDescription(source).catch((error: unknown) => (error as Error).message);
  expect(await said('http.yaml')).toBe('The description http.yaml cannot be read: there is no file http.yaml, correct its path.');
  expect(await said(join(directory, 'no.yaml'))).toBe(
    `The description ${directory}/no.yaml cannot be read: there is no file ${directory}/no.yaml, correct its path.`,
  );
  expect(await said(process.cwd())).toMatch(`The description ${process.cwd()} cannot be read: `);
});
