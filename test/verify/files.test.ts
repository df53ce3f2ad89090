import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readValues } from '../../src/verify/files/values-file.js';
import { findWorkflow, readWorkflow } from '../../src/verify/files/workflow-file.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

test('values are texts, and name environment variables', async (context) => {
  const path = join(await temporaryDirectory(context), 'values.yaml');
  await writeFile(path, 'replace:\n  a: b\n  "7": 8\ncredentials:\n  Key: ${SECRET}-x\nskip:\n  op.404: no such thing\n');
  expect(await readValues(path, { SECRET: 's' })).toEqual({
    replace: new Map([
      ['a', 'b'],
      ['7', '8'],
    ]),
    credentials: new Map([['Key', 's-x']]),
    skip: new Map([['op.404', 'no such thing']]),
  });
});

test.for([
  [
    'a variable that is not set',
    'credentials: { Key: "${NOT_SET}" }',
    /environment variable NOT_SET, which .*values\.yaml names, is not set/,
  ],
  ['another section', 'replaces: {}', /has a section "replaces": give only replace, credentials, skip/],
  ['a list', 'replace: [a]', /"replace" in .* is no list of names and values/],
  ['a value that is no text', 'replace: { a: { b: c } }', /"replace: a" in .* is no text/],
  ['broken YAML', 'replace: {', /is not valid YAML or JSON/],
] as const)('%s in the values is refused in one sentence', async ([, text, message], context) => {
  const path = join(await temporaryDirectory(context), 'values.yaml');
  await writeFile(path, text);
  await expect(readValues(path, {})).rejects.toThrow(message);
});

test.for([
  ['values', (path: string) => readValues(path)],
  ['a workflow', readWorkflow],
] as const)('a file of %s that cannot be read is named, and what to do', async ([, read], context) => {
  const folder = await temporaryDirectory(context);
  const said = (path: string): Promise<string> => read(path).then(String, String);
  expect(await said('nowhere.yaml')).toBe('InputError: There is no file nowhere.yaml: correct its path.');
  expect(await said(folder)).toBe(`InputError: ${folder} is a folder: name a file in it.`);
});

const arazzo = `
arazzo: 1.0.1
workflows:
  - steps:
      - { stepId: make, operationId: add, outputs: { id: $response.body#/id, tag: $response.header.ETag } }
      - stepId: change
        operationId: $sourceDescriptions.shop.change
        parameters:
          - { name: id, in: path, value: $steps.make.outputs.id }
          - { name: If-Match, in: header, value: $steps.make.outputs.tag }
          - { name: limit, in: query, value: 3 }
        requestBody: { payload: { parent: { id: $steps.make.outputs.id } } }
  - steps: [{ stepId: again, operationId: add }, { stepId: end, operationId: remove }]
`;

test('a workflow gives the order of the operations, and what they hand on', async (context) => {
  const directory = await temporaryDirectory(context);
  await writeFile(join(directory, 'shop.arazzo.yaml'), arazzo);
  const path = await findWorkflow(directory);
  expect(path).toBe(join(directory, 'shop.arazzo.yaml'));
  const body = { from: 'add', expression: '$response.body#/id', to: 'change' };
  expect(await readWorkflow(path ?? '')).toEqual({
    order: ['add', 'change', 'remove'],
    outputs: [
      { ...body, place: { in: 'path', name: 'id' } },
      { from: 'add', expression: '$response.header.ETag', to: 'change', place: { in: 'header', name: 'If-Match' } },
      { ...body, place: { in: 'body', way: ['parent', 'id'] } },
    ],
  });
});

test('what is no workflow is refused in one sentence', async () => {
  await expect(readWorkflow('generated/openapi.yaml')).rejects.toThrow(
    'The workflow generated/openapi.yaml is no Arazzo description: give one with the fields "arazzo" and "workflows".',
  );
});
