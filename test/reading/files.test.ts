import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { bundleDescription } from '../../src/build/redocly/bundle.js';
import { lintConfig } from '../../src/build/redocly/lint.js';
import { completeDescription } from '../../src/description/complete.js';
import { createMock } from '../../src/mock/index.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/** A description with the given schema for its request body, such as a reference. */
const bodyOf = (schema: string, more = ''): string => `paths:
  /a:
    post:
      requestBody: { content: { application/json: { schema: ${schema} } } }
      responses: { '200': { description: OK } }
${more}`;
const integers = 'type: object\nproperties: { n: { type: integer } }';
const indented = integers.replaceAll('\n', '\n  ');
const body = '{ content: { application/json: { schema: { type: object, properties: { n: { type: integer } } } } } }';
const operation = `requestBody: ${body}\nresponses: { '200': { description: OK } }`;

/** Descriptions in several files. Each one accepts a body whose `n` is an integer. */
const descriptions: Record<string, [root: string, files: Record<string, string>]> = {
  'a file whose name has a space': [bodyOf('{ $ref: "my%20parts/a.yaml" }'), { 'my parts/a.yaml': integers }],
  'a file whose name has one that is not encoded': [bodyOf('{ $ref: "my parts/a.yaml" }'), { 'my parts/a.yaml': integers }],
  'a URL of a file': [bodyOf('{ $ref: "FOLDER/a.yaml" }'), { 'a.yaml': integers }],
  'a name with a slash': [bodyOf('{ $ref: "a.yaml#/x~1y" }'), { 'a.yaml': `x/y:\n  ${indented}` }],
  'a name with a tilde': [bodyOf('{ $ref: "a.yaml#/x~0y" }'), { 'a.yaml': `x~y:\n  ${indented}` }],
  'names with a slash and of what it becomes': [
    bodyOf('{ allOf: [{ $ref: "a.yaml#/x~1y" }, { $ref: "#/components/schemas/x-y" }] }', 'components: { schemas: { x-y: {} } }'),
    { 'a.yaml': `x/y:\n  ${indented}` },
  ],
  'a name with a space and an umlaut': [bodyOf('{ $ref: "a.yaml#/x%20%C3%BC" }'), { 'a.yaml': `"x ü":\n  ${indented}` }],
  'a path item by its path': [
    'paths: { /a: { $ref: "a.yaml#/paths/~1a" } }',
    { 'a.yaml': `paths: { /a: { post: { ${operation.replace('\n', ', ')} } } }` },
  ],
  'a file of all paths': [
    'paths: { $ref: a.yaml }',
    { 'a.yaml': '/a: { $ref: b.yaml }', 'b.yaml': `post: { ${operation.replace('\n', ', ')} }` },
  ],
  'a file of an operation': ['paths: { /a: { post: { $ref: a.yaml } } }', { 'a.yaml': operation }],
  'a file of a content': [
    'paths: { /a: { post: { requestBody: { content: { $ref: a.yaml } }, responses: { 200: { description: OK } } } } }',
    { 'a.yaml': 'application/json: { schema: { type: object, properties: { n: { type: integer } } } }' },
  ],
  'a file of all schemas': [
    bodyOf('{ $ref: "#/components/schemas/A" }', 'components: { schemas: { $ref: a.yaml } }'),
    { 'a.yaml': 'A: { type: object, properties: { n: { $ref: "#/B" } } }\nB: { type: integer }' },
  ],
  'a file of all components': [
    bodyOf('{ $ref: "#/components/schemas/A" }', 'components: { $ref: a.yaml }'),
    { 'a.yaml': 'schemas: { A: { type: object, properties: { n: { type: integer } } } }' },
  ],
  'a file of properties': [bodyOf('{ type: object, properties: { $ref: a.yaml } }'), { 'a.yaml': 'n: { type: integer }' }],
  'a file of listed values': [bodyOf('{ properties: { n: { enum: { $ref: a.yaml } } } }'), { 'a.yaml': '[1, 2]' }],
};

it.for(Object.entries(descriptions))('mock and build read %s alike', async ([, [root, files]], context) => {
  const directory = await temporaryDirectory(context);
  const entry = join(directory, 'openapi.yaml');
  const header = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n";
  for (const [name, text] of Object.entries({ 'openapi.yaml': header + root, ...files })) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), text.replaceAll('FOLDER', pathToFileURL(directory).href));
  }
  const bundle = await bundleDescription(await lintConfig(entry), { root: entry }, directory, false);
  const { description, notes } = completeDescription(bundle);
  expect(notes).toEqual([]);
  for (const read of [entry, description]) {
    const mock = await createMock({ description: read });
    expect(mock.warnings).toEqual([]);
    const statuses = ['{"n":1}', '{"n":"1"}'].map(async (text) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: text };
      return (await mock.fetch('http://mock/a', init)).status;
    });
    expect(await Promise.all(statuses)).toEqual([200, 400]);
  }
});
