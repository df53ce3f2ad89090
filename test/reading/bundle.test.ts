import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { createMock } from '../../src/mock/index.js';
import { readDescription } from '../../src/reading/description-file.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/** Writes the files of a description. Returns the path of its root file. */
async function write(context: TestContext, files: Record<string, string>): Promise<string> {
  const directory = await temporaryDirectory(context);
  await mkdir(join(directory, 'parts'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
  return join(directory, 'openapi.yaml');
}

/** A description whose only response has this schema or this Media Type Object. */
function root(media: string, more = ''): string {
  return `openapi: 3.2.0
info: { title: T, version: '1' }
paths:
  /a:
    get:
      responses:
        '200': { description: OK, content: { application/json: ${media} } }
${more}`;
}

const nine = '{ type: object, properties: { z: { type: integer, default: 9 } } }';

describe('a reference', () => {
  it.for([
    ['to a component', root('{ schema: { $ref: "#/components/schemas/A" } }', `components: { schemas: { A: ${nine} } }`), {}],
    [
      'by an anchor',
      root('{ schema: { $ref: "#thing" } }', `components: { schemas: { A: { $anchor: thing, ${nine.slice(1)} } }`),
      {},
    ],
    [
      'by an id',
      root(
        '{ schema: { $ref: "https://example.com/a" } }',
        `components: { schemas: { A: { $id: "https://example.com/a", ${nine.slice(1)} } }`,
      ),
      {},
    ],
    [
      'to a part of what has an id',
      root(
        '{ schema: { $ref: "https://example.com/a#/$defs/b" } }',
        `components: { schemas: { A: { $id: "https://example.com/a", $defs: { b: ${nine} } } } }`,
      ),
      {},
    ],
    [
      'by the name that the document gives itself',
      root(
        '{ schema: { $ref: "https://example.com/api#/components/schemas/A" } }',
        `$self: https://example.com/api\ncomponents: { schemas: { A: ${nine} } }`,
      ),
      {},
    ],
    ['to another file', root('{ schema: { $ref: parts/a.yaml } }'), { 'parts/a.yaml': nine }],
    ['to a part of another file', root('{ schema: { $ref: "parts/a.yaml#/b~1c" } }'), { 'parts/a.yaml': `b/c: ${nine}` }],
    [
      'to an anchor in another file',
      root('{ schema: { $ref: "parts/a.yaml#b" } }'),
      { 'parts/a.yaml': `x: { $anchor: b, ${nine.slice(1)}` },
    ],
    [
      'to a file of a file',
      root('{ schema: { $ref: parts/a.yaml } }'),
      { 'parts/a.yaml': '$ref: b.json', 'parts/b.json': JSON.stringify({ default: { z: 9 } }) },
    ],
    ['within another file', root('{ schema: { $ref: parts/a.yaml } }'), { 'parts/a.yaml': `$ref: "#/b"\nb: ${nine}` }],
    [
      'back to the root',
      root('{ schema: { $ref: parts/a.yaml } }', `components: { schemas: { A: ${nine} } }`),
      { 'parts/a.yaml': '$ref: "../openapi.yaml#/components/schemas/A"' },
    ],
    [
      'of a property that is named as a field of data',
      root('{ schema: { type: object, properties: { example: { $ref: parts/a.yaml } } } }'),
      { 'parts/a.yaml': nine },
    ],
  ] as Array<[string, string, Record<string, string>]>)('%s is followed', async ([name, text, files], context) => {
    const mock = await createMock({ description: await write(context, { 'openapi.yaml': text, ...files }) });
    const expected = name.includes('named as') ? { example: { z: 9 } } : { z: 9 };
    expect([mock.warnings, await (await mock.fetch('http://mock/a')).json()]).toEqual([[], expected]);
  });

  it.for([
    ['in an example', root('{ example: { $ref: "#/nowhere" } }')],
    ['in the value of an example', root('{ examples: { one: { value: { $ref: "#/nowhere" } } } }')],
    ['in a default', root('{ schema: { default: { $ref: "#/nowhere" } } }')],
    ['in a constant', root('{ schema: { const: { $ref: "#/nowhere" } } }')],
  ])('%s is data', async ([, text], context) => {
    const mock = await createMock({ description: await write(context, { 'openapi.yaml': text ?? '' }) });
    expect(await (await mock.fetch('http://mock/a')).json()).toEqual({ $ref: '#/nowhere' });
  });

  it('in an extension that leads nowhere costs nothing', async (context) => {
    const description = await write(context, { 'openapi.yaml': root('{ example: 1 }', 'x-more: { $ref: gone.yaml }') });
    expect((await (await createMock({ description })).fetch('http://mock/a')).status).toBe(200);
  });
});

it('the value of an example may have a file of its own, which is read, or a warning says that it is not', async (context) => {
  const media = '{ examples: { one: { externalValue: parts/a.json } } }';
  const files = { 'openapi.yaml': root(media), 'parts/a.json': '{"a": 42}' };
  const read = await readDescription(await write(context, files));
  expect(read.files).toHaveLength(2);
  expect(await (await (await createMock({ description: read.description })).fetch('http://mock/a')).json()).toEqual({ a: 42 });
  for (const target of ['gone.json', '../../outside.json', 'http://127.0.0.1:9/a.json']) {
    const { warnings } = await readDescription(
      await write(context, { 'openapi.yaml': root(media.replace('parts/a.json', target)) }),
    );
    expect(warnings).toEqual([expect.stringMatching(/^The externalValue ".*" is not read: .+\.$/)]);
  }
});

it('integers keep their digits, in YAML and in JSON', async (context) => {
  const digits = '1945044589271781377';
  for (const text of [
    root(`{ example: { id: ${digits} } }`),
    JSON.stringify({
      openapi: '3.1.0',
      paths: {
        '/a': { get: { responses: { 200: { description: 'OK', content: { 'application/json': { example: { id: 7 } } } } } } },
      },
    }).replace('"id":7', `"id":${digits}`),
  ]) {
    const mock = await createMock({ description: await write(context, { 'openapi.yaml': text }) });
    expect(await (await mock.fetch('http://mock/a')).text()).toBe(`{"id":${digits}}`);
  }
});

it('what an alias stands for is served as if it were written twice', async (context) => {
  const text = `openapi: 3.1.0\npaths:\n  /a: &item { get: { responses: { '204': { description: OK } } } }\n  /b: *item\n`;
  const mock = await createMock({ description: await write(context, { 'openapi.yaml': text }) });
  expect(mock.operations.map(({ operationId }) => operationId)).toEqual(['getA', 'getB']);
});
