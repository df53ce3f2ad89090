import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it, type TestContext } from 'vitest';
import { printable } from '../../src/command/printable.js';
import { completeDescription } from '../../src/description/complete.js';
import type { Description } from '../../src/description/types.js';
import { renderClientFiles } from '../../src/build/generate/client-files.js';
import { renderTypes } from '../../src/build/generate/schema-file.js';
import { bundleDescription } from '../../src/build/redocly/bundle.js';
import { lintConfig } from '../../src/build/redocly/lint.js';
import { addCodeSamples } from '../../src/build/samples/add-code-samples.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/** Bundles a description whose only example is a reference. */
async function bundleReference(context: TestContext, reference: string, external = false): Promise<Description> {
  const directory = await temporaryDirectory(context);
  await mkdir(join(directory, 'api'));
  await writeFile(join(directory, 'outside.yaml'), 'value: secret');
  await writeFile(join(directory, 'api/inside.yaml'), 'value: here');
  await symlink('../outside.yaml', join(directory, 'api/link.yaml'));
  const content = { 'application/json': { schema: { type: 'string' }, examples: { one: { $ref: reference } } } };
  const root = join(directory, 'api/openapi.json');
  const paths = { '/a': { get: { responses: { 200: { description: 'Yes', content } } } } };
  await writeFile(root, JSON.stringify({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths }));
  return bundleDescription(await lintConfig(root), { root, external }, directory, false);
}

describe('a reference', () => {
  it.for([
    ['../outside.yaml', 'leaves the folder'],
    ['link.yaml', 'leaves the folder'],
    ['/etc/hosts', 'leaves the folder'],
    ['/dev/null', 'leaves the folder'],
    ['/nowhere/at/all.yaml', 'leaves the folder'],
    ['http://127.0.0.1:9/example.yaml', 'another server'],
  ] as const)('to %s is refused', async ([reference, reason], context) => {
    await expect(bundleReference(context, reference)).rejects.toThrow(reason);
  });

  it('within the folder is followed, and out of it where that is allowed', async (context) => {
    expect(JSON.stringify(await bundleReference(context, 'inside.yaml'))).toContain('here');
    expect(JSON.stringify(await bundleReference(context, '../outside.yaml', true))).toContain('secret');
  });
});

it('a closing brace in the column of its key is read in the root file and in another one', async (context) => {
  const directory = await temporaryDirectory(context);
  const root = join(directory, 'openapi.yaml');
  await writeFile(root, 'openapi: 3.1.0\ninfo: {\n  title: T, version: "1"\n}\npaths: { /a: { $ref: path.yaml } }\n');
  await writeFile(join(directory, 'path.yaml'), 'get: {\n  operationId: getA, responses: {\n}\n}\n');
  const bundled = await bundleDescription(await lintConfig(root), { root }, directory, false);
  expect([bundled.info.title, bundled.paths]).toEqual(['T', { '/a': { get: { operationId: 'getA', responses: {} } } }]);
});

it('a file that holds itself is refused at once', async (context) => {
  const directory = await temporaryDirectory(context);
  const root = join(directory, 'openapi.yaml');
  await writeFile(root, 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\npaths: {}\nx-self: &self [*self]\n');
  await expect(bundleDescription(await lintConfig(root), { root }, directory, false)).rejects.toThrow('aliases of the file');
});

it.for([600, 20_000])('a file that nests values %i levels deep is refused in a sentence', async (levels, context) => {
  const directory = await temporaryDirectory(context);
  const root = join(directory, 'openapi.json');
  const deep = '['.repeat(levels) + ']'.repeat(levels);
  await writeFile(root, `{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}, "x-deep": ${deep}}`);
  const bundled = bundleDescription(await lintConfig(root), { root }, directory, false);
  await expect(bundled).rejects.toThrow(/^openapi\.json:1:\d+: Failed to parse: nesting exceeded maxDepth \(\d+\)$/);
});

/** Texts that break out of a string, a comment, a template or a command if they are not escaped. */
const payloads: Array<[name: string, payload: string]> = [
  ['a comment that ends', '*/ globalThis.injected = true; /*'],
  ['a quote', "'; globalThis.injected = true; '"],
  ['a double quote', '"; globalThis.injected = true; "'],
  ['a template', '`${(globalThis.injected = true)}`'],
  ['a line break', '\nglobalThis.injected = true;\n'],
  ['a line separator', '\u2028globalThis.injected = true;\u2029'],
  ['a backslash', '\\'],
  ['a command', '$(touch /tmp/injected) `touch /tmp/injected`'],
  ['a prototype', '__proto__'],
  ['a constructor', 'constructor'],
];

/** Each field whose text reaches generated TypeScript. */
const fields: Array<[name: string, describe: (text: string) => Partial<Description>]> = [
  ['info.title', (title) => ({ info: { title, version: '1' } })],
  ['summary', (summary) => one({ summary })],
  ['description', (description) => one({ description })],
  ['operationId', (operationId) => one({ operationId })],
  ['tags', (tag) => one({ tags: [tag] })],
  ['a path', (text) => ({ paths: { [`/${text}`]: { get: { operationId: 'get', responses: {} } } } })],
  ['a server', (text) => ({ ...one({}), servers: [{ url: `https://host/${text}` }] })],
  ['a parameter', (name) => one({ parameters: [{ name, in: 'query', schema: { type: 'string' }, example: 'x' }] })],
  ['a header', (name) => one({ parameters: [{ name, in: 'header', required: true, schema: {}, example: 'x' }] })],
  ['an example', (example) => one({ parameters: [{ name: 'q', in: 'query', required: true, schema: {}, example }] })],
  ['a status', (status) => one({ responses: { [status]: { description: '' } } })],
  ['a response', (description) => one({ responses: { 200: { description } } })],
  ['a media type', (type) => one({ responses: { 200: { description: '', content: { [type]: {} } } } })],
  ['a property', (name) => ({ ...one({}), components: { schemas: { A: { type: 'object', properties: { [name]: {} } } } } })],
  ['a schema', (name) => ({ ...one({}), components: { schemas: { [name]: { type: 'string' } } } })],
  ['an enum', (value) => ({ ...one({}), components: { schemas: { A: { enum: [value] } } } })],
];

function one(operation: object): Partial<Description> {
  return { paths: { '/a': { get: { operationId: 'get', responses: { 204: { description: 'Done' } }, ...operation } } } };
}

describe.each(fields)('%s', (_, field) => {
  it.each(payloads)('with %s stays text in generated TypeScript and in code samples', async (_name, payload) => {
    const given = { openapi: '3.1.0', info: { title: 'T', version: '1' }, servers: [{ url: 'https://host' }], ...field(payload) };
    const { description } = completeDescription(given);
    const samples = addCodeSamples(description, 'a-package');
    const scripts = Object.values(samples.paths ?? {}).flatMap((item) =>
      (item.get?.['x-codeSamples'] ?? []).filter(({ lang }) => lang.endsWith('Script')).map(({ source }) => source),
    );
    const client = Object.values(renderClientFiles(description, 'a-package'));
    for (const text of [...client, renderTypes(description), ...scripts]) {
      expect(injected(text), text).toEqual([]);
    }
  });
});

/** The code of a TypeScript text, outside strings and comments, that contains the effect of a payload, and its syntax errors. */
function injected(text: string): string[] {
  const file = ts.createSourceFile('generated.ts', text, ts.ScriptTarget.ES2022, true);
  const found = ts.transpileModule(text, { reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  const problems = (found.diagnostics ?? []).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  const visit = (node: ts.Node): string[] => [
    ...(ts.isIdentifier(node) && node.text === 'injected' ? [node.parent.getText()] : []),
    ...node.getChildren().flatMap(visit),
  ];
  return [...problems, ...visit(file)];
}

it('what a terminal would obey is not printed', () => {
  expect(printable('a\u001b[2Jb\r\u009bc\u202ed\te\n')).toBe('a\ufffd[2Jb\ufffd\ufffdc\ufffdd\te\n');
});
