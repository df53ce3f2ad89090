import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { prepare, type PreparedWalk, type WalkFiles } from '../../src/verify/prepare.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const of = (operationId: string): object => ({
  operationId,
  parameters: [{ name: 'id', in: 'query', required: true, example: 'old' }],
  responses: { 204: { description: 'Done' }, 400: { description: 'No' } },
});
const things = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1.2' },
  paths: { '/a': { get: of('a'), post: of('b') }, '/c': { get: of('c') } },
};
const steps = [
  { stepId: 'first', operationId: 'c', outputs: { id: '$response.body#/id' } },
  { operationId: 'a', parameters: [{ name: 'id', in: 'query', value: '$steps.first.outputs.id' }] },
];
const workflow = { arazzo: '1.0.1', workflows: [{ steps }] };

/** Prepares a walk from files of these contents. In the message of an error, their folder is a point. */
async function prepared(
  context: TestContext,
  contents: Record<string, object>,
  files: WalkFiles = {},
): Promise<PreparedWalk | string> {
  const folder = await temporaryDirectory(context);
  const all = { 'api.json': things, ...contents };
  await Promise.all(Object.entries(all).map(([name, content]) => writeFile(join(folder, name), JSON.stringify(content))));
  const { workflow: flow, values, ...others } = files;
  const inFolder = { ...(flow && { workflow: join(folder, flow) }), ...(values && { values: join(folder, values) }) };
  return prepare({ description: join(folder, 'api.json'), ...others, ...inFolder }).catch((error: unknown) =>
    String(error).replaceAll(folder, '.'),
  );
}

const planned = (walk: PreparedWalk | string): unknown =>
  typeof walk === 'string'
    ? walk
    : walk.steps.map(({ operation, trigger }) => `${operation.documented.operationId}.${trigger.response}`);

const all = ['a', 'b', 'c'].flatMap((id) => [`${id}.400`, `${id}.204`]);

it.for<[only: string | undefined, steps: string[] | string]>([
  [undefined, all],
  ['', all],
  [' , ', all],
  ['a.204', ['a.204']],
  [' b , a.400,', ['a.400', 'b.400', 'b.204']],
  [
    'd,a,b.404',
    'InputError: --only names d, b.404, which is not in the description: it has a, b, c, each with .status or .example.',
  ],
])('of %j the steps are %j', async ([only, expected], context) => {
  const walk = await prepared(context, {}, only === undefined ? {} : { only });
  expect(planned(walk)).toEqual(expected);
  // Values are checked against all operations, whatever is left out.
  if (typeof walk !== 'string') expect(walk.operations.map(({ documented }) => documented.operationId)).toEqual(['a', 'b', 'c']);
});

describe('a workflow', () => {
  const ordered = ['c', 'a', 'b'].flatMap((id) => [`${id}.400`, `${id}.204`]);
  const output = { from: 'c', to: 'a', expression: '$response.body#/id', place: { in: 'query', name: 'id' } };

  it.for<[files: Record<string, object>, given: string | undefined, isUsed: boolean]>([
    [{}, undefined, false],
    [{ 'any.arazzo.json': workflow }, undefined, true],
    [{ 'flow.json': workflow }, undefined, false],
    [{ 'flow.json': workflow }, 'flow.json', true],
    [{ 'any.arazzo.json': { ...workflow, workflows: [] }, 'flow.json': workflow }, 'flow.json', true],
  ])('of %j, given %s, is used: %s', async ([files, given, isUsed], context) => {
    const walk = await prepared(context, files, given === undefined ? {} : { workflow: given });
    expect(planned(walk)).toEqual(isUsed ? ordered : all);
    expect(walk).toMatchObject({ outputs: isUsed ? [output] : [] });
  });
});

it.for<[description: object, title: string, unchecked: string[]]>([
  [{}, 'Things 1.2', []],
  [{ info: { version: '2' } }, 'API 2', ['info.title: The title is missing. The API is called "API".']],
  [{ info: { title: 'Things' } }, 'Things 0', []],
  [{ info: { title: 'Things', version: '' } }, 'Things', []],
  [
    { paths: { ...things.paths, d: {}, '/e': { get: { ...of('e'), security: [{ key: [] }] } } } },
    'Things 1.2',
    [
      'paths.d: The path has no slash at its beginning and was left out: write "/d".',
      'The security scheme "key" is not documented and was left out: add it to components.securitySchemes.',
    ],
  ],
])('the description %j is called %s, and what is unchecked is said', async ([parts, title, unchecked], context) => {
  expect(await prepared(context, { 'api.json': { ...things, ...parts } })).toMatchObject({ title, unchecked });
});

it.for<[path: object, reason: string]>([
  [{}, 'It has no operations.'],
  [
    { get: { ...of('a'), parameters: [{ $ref: '#/components/parameters/No' }] } },
    'paths./a.get: The reference "#/components/parameters/No" points to nothing: correct it or add its target. The operation is not served.',
  ],
])('a description of the path %j asks nothing of a server', async ([path, reason], context) => {
  expect(await prepared(context, { 'api.json': { ...things, paths: { '/a': path } } })).toBe(
    `InputError: The description ./api.json asks nothing of a server: ${reason}`,
  );
});

it.for<[values: object, expected: unknown]>([
  [
    { replace: { old: 'new' }, skip: { b: 'no' } },
    { replace: new Map([['old', 'new']]), credentials: new Map(), skip: new Map([['b', 'no']]) },
  ],
  [
    { replace: { older: 'new' }, skip: { d: 'no' } },
    [
      'InputError: ./values.json replaces "older", which is no example value of the description: correct it.',
      './values.json skips "d", which is not in the description: it has a, b, c, each with .status or .example.',
    ].join('\n'),
  ],
])('the values %j are read and held to the description', async ([values, expected], context) => {
  // An operation that is left out may be skipped.
  const walk = await prepared(context, { 'values.json': values }, { values: 'values.json', only: 'a' });
  expect(typeof walk === 'string' ? walk : walk.values).toEqual(expected);
});

it('without files, it is the description that ships, with its workflow', async () => {
  const { info } = JSON.parse(await readFile('generated/openapi.json', 'utf8')) as typeof things;
  const walk = await prepare({});
  expect(walk.title).toBe(`${info.title} ${info.version}`);
  expect(walk.outputs.length).toBeGreaterThan(0);
  expect(walk.values).toEqual({ replace: new Map(), credentials: new Map(), skip: new Map() });
});
