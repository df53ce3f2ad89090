import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test, type TestContext } from 'vitest';
import { readValues } from '../../../src/verify/files/values-file.js';
import { findWorkflow, readWorkflow, type Workflow } from '../../../src/verify/files/workflow-file.js';
import { temporaryDirectory } from '../../support/temporary-directory.js';

test.for([
  ['values', (path: string) => readValues(path)],
  ['a workflow', readWorkflow],
] as const)('a file of %s that cannot be read is named, and what to do', async ([, read], context) => {
  const folder = await temporaryDirectory(context);
  const said = (path: string): Promise<string> => read(path).then(String, String);
  expect(await said('nowhere.yaml')).toBe('InputError: There is no file nowhere.yaml: correct its path.');
  expect(await said(folder)).toBe(`InputError: ${folder} is a folder: name a file in it.`);
});

async function read(context: TestContext, document: object): Promise<Workflow | string> {
  const path = join(await temporaryDirectory(context), 'shop.arazzo.json');
  await writeFile(path, JSON.stringify(document));
  return readWorkflow(path).catch((error: unknown) => String(error).replace(path, 'shop.arazzo.json'));
}

const maker = {
  stepId: 'make',
  operationId: 'add',
  outputs: { id: '$response.body#/id', 'a.b-c': '$response.header.ETag', no: 7 },
};
const unnamed = { stepId: 'nobody', outputs: { id: '$response.body#/id' } };
/** What `change` takes from the steps before it. */
async function taken(context: TestContext, step: object): Promise<unknown> {
  const workflow = await read(context, {
    arazzo: '1.0.1',
    workflows: [{ steps: [maker, unnamed, { stepId: 'change', operationId: 'change', ...step }] }, {}],
  });
  return typeof workflow === 'string' ? workflow : workflow.outputs;
}

const id = { from: 'add', expression: '$response.body#/id', to: 'change' };

test.for<[value: unknown, expression: string | undefined]>([
  ['$steps.make.outputs.id', '$response.body#/id'],
  ['{$steps.make.outputs.id}', '$response.body#/id'],
  ['$steps.make.outputs.a.b-c', '$response.header.ETag'],
  ['$steps.make.outputs.no', undefined],
  ['$steps.make.outputs.other', undefined],
  ['$steps.other.outputs.id', undefined],
  ['$steps.nobody.outputs.id', undefined],
  ['$steps.make.outputs.id!', undefined],
  [' $steps.make.outputs.id', undefined],
  ['$steps.make.outputs.', undefined],
  ['$steps.make!.outputs.id', undefined],
  ['$inputs.id', undefined],
  [3, undefined],
  [undefined, undefined],
])('a parameter of the value %j takes %s', async ([value, expression], context) => {
  const parameters = [{ name: 'id', in: 'path', value }];
  expect(await taken(context, { parameters })).toEqual(
    expression === undefined ? [] : [{ ...id, expression, place: { in: 'path', name: 'id' } }],
  );
});

const value = '$steps.make.outputs.id';

test.for<[step: object, places: object[]]>([
  [
    { parameters: [{ name: 'If-Match', in: 'header', value }, { value }] },
    [
      { in: 'header', name: 'If-Match' },
      { in: 'undefined', name: 'undefined' },
    ],
  ],
  [{ requestBody: { payload: value } }, [{ in: 'body', way: [] }]],
  [
    { requestBody: { payload: { lines: [{ n: 1 }, { id: value, no: null }], x: value } } },
    [
      { in: 'body', way: ['lines', '1', 'id'] },
      { in: 'body', way: ['x'] },
    ],
  ],
  [
    { requestBody: { replacements: [{ target: '/a~1b/0', value }, { target: '/c', value: 1 }, { value }] } },
    [
      { in: 'body', way: ['a/b', '0'] },
      { in: 'body', way: [] },
    ],
  ],
  [{}, []],
  [{ operationId: undefined, parameters: [{ name: 'id', in: 'path', value }] }, []],
])('the step %j takes its value to %j', async ([step, places], context) => {
  expect(await taken(context, step)).toEqual(places.map((place) => ({ ...id, place })));
});

test.for<[step: unknown]>([
  [undefined],
  ['change'],
  [{ operationId: 7 }],
  [{ operationId: 'change', parameters: { id: value } }],
  [{ operationId: 'change', parameters: [null, value] }],
  [{ operationId: 'change', requestBody: value }],
  [{ operationId: 'change', requestBody: { replacements: { target: '/a', value } } }],
])('what is no step, parameter or body is left out: %j', async ([step], context) => {
  const workflow = await read(context, { arazzo: '1.0.1', workflows: [null, { steps: { a: 1 } }, { steps: [maker, step] }] });
  expect(workflow).toMatchObject({ outputs: [] });
});

test('the operations are in the order of the steps, each once, and without the name of their description', async (context) => {
  const steps = [maker, { operationId: '$sourceDescriptions.shop.change.it' }, { operationId: 'x$sourceDescriptions.shop.y' }];
  const again = [{ stepId: 'again', operationId: 'add' }, { stepId: 'none' }, { stepId: 'end', operationId: 'remove' }];
  const workflows = [{ steps }, {}, { steps: again }];
  expect(await read(context, { arazzo: '1.0.1', workflows })).toEqual({
    order: ['add', 'change.it', 'x$sourceDescriptions.shop.y', 'remove'],
    outputs: [],
  });
});

test.for([{ workflows: [] }, { arazzo: 1, workflows: [] }, { arazzo: '1.0.1' }, { arazzo: '1.0.1', workflows: {} }])(
  'what is no workflow is refused in one sentence: %j',
  async (document, context) => {
    expect(await read(context, document)).toBe(
      'InputError: The workflow shop.arazzo.json is no Arazzo description: give one with the fields "arazzo" and "workflows".',
    );
  },
);

test.for<[names: string[], found: string | undefined]>([
  [['b.arazzo.yaml', 'a.arazzo.yml'], 'a.arazzo.yml'],
  [['a.arazzo.yml', 'b.arazzo.yaml'], 'a.arazzo.yml'],
  [['a.yaml', 'c.arazzo.json'], 'c.arazzo.json'],
  [['arazzo.yaml', 'a-arazzo.yaml', 'a.arazzo.yaml~', 'a.arazzo.txt', 'a.arazzo.yyml'], undefined],
  [[], undefined],
])('of the files %j the workflow is %s', async ([names, found], context) => {
  const folder = join(await temporaryDirectory(context), 'openapi');
  expect(await findWorkflow(folder)).toBeUndefined();
  await mkdir(folder);
  // A system may list files in the order in which they were made, or the other way round.
  for (const name of names) await writeFile(join(folder, name), '');
  const path = await findWorkflow(folder);
  expect(path && basename(path)).toBe(found);
  expect(path).toBe(found && join(folder, found));
});
