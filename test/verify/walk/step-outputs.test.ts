import { expect, it } from 'vitest';
import type { StepOutput } from '../../../src/verify/files/workflow-file.js';
import { outputsFor } from '../../../src/verify/walk/step-outputs.js';
import { stepOf } from '../described.js';

const responses = { 204: { description: 'Done' } };
const parameters = [{ name: 'id', in: 'query', required: true, example: 'old' }];
const idOf = (expression: string): StepOutput => ({ from: 'list', expression, to: 'a', place: { in: 'query', name: 'id' } });

/** What the request of an operation takes from the response of another. */
function taken(outputs: StepOutput[], body: string | undefined, { given = {}, dryRun = false, operation = { parameters } } = {}) {
  const { description, documented } = stepOf('get', { responses, ...operation }).operation;
  const { trigger } = stepOf('get', { responses, ...operation });
  const parts = { description, operation: documented, trigger, server: 'http://h' };
  const received = new Map([['list', { headers: { etag: 'e' }, body }]]);
  const found = outputsFor(parts, outputs, { received, given: new Map(Object.entries(given)), dryRun });
  return 'missing' in found ? found : Object.fromEntries(found.replace);
}

it.each<[expression: string, body: string | undefined, value: string | undefined]>([
  ['$response.body#/id', '{"id":"new"}', 'new'],
  ['$response.body#/id', '{"id":9223372036854775807}', '9223372036854775807'],
  ['$response.body#/id', '{"id":true}', 'true'],
  ['$response.body#/id', '{"id":["one"]}', 'one'],
  ['$response.body#/id', '{"id":[["one"]]}', 'one'],
  ['$response.body#/id', '{"id":["one","two"]}', undefined],
  ['$response.body#/id', '{"id":[]}', undefined],
  ['$response.body#/id', '{"id":{}}', undefined],
  ['$response.body#/id', '{"id":null}', undefined],
  ['$response.body#/id', '{}', undefined],
  ['$response.body#/id', undefined, undefined],
  ['$response.body#/a~1b/0', '{"a/b":["x","y"]}', 'x'],
  ['$response.body', '"new"', 'new'],
  ['$response.body', '7', '7'],
  ['$response.body', 'plain text', 'plain text'],
  ['$response.body#', 'plain text', 'plain text'],
  ['$response.body#/', '{"":"x"}', 'x'],
  ['$response.body#id', '{"id":"new"}', undefined],
  ['x$response.body#/id', '{"id":"new"}', undefined],
  ['$response.header.ETag', '{}', 'e'],
  ['$response.header.Location', '{}', undefined],
  ['x$response.header.ETag', '{}', undefined],
  ['$response.body#/id', '{"id":"new\\n"}', 'new\n'],
  ['$response.body#/id x', '{}', undefined],
  ['$response.bodyguard', '{}', undefined],
  ['$statusCode', '{}', undefined],
])('the expression %s of the body %s gives %s', (expression, body, value) => {
  const output = idOf(expression);
  expect(taken([output], body)).toEqual(value === undefined ? { missing: { ...output, example: 'old' } } : { old: value });
});

it.each([7, 9_223_372_036_854_775_807n, true, ['old'], [7]])('the example %s is replaced', (example) => {
  const operation = { parameters: [{ name: 'id', in: 'query', required: true, example }] };
  expect(taken([idOf('$response.body#/id')], '{"id":"new"}', { operation: operation as never })).toEqual({
    [String(example)]: 'new',
  });
});

it('a response that did not come gives nothing', () => {
  const output = { ...idOf('$response.body'), from: 'other' };
  expect(taken([output], 'x')).toEqual({ missing: { ...output, example: 'old' } });
});

it('what the user gives comes first, and a dry run names the source', () => {
  const output = idOf('$response.body#/id');
  expect(taken([output], undefined, { given: { old: 'mine' } })).toEqual({});
  expect(taken([output], '{"id":1}', { dryRun: true })).toEqual({ old: '<$response.body#/id of list>' });
});

it('only what this request takes is looked for', () => {
  const output = idOf('$response.body#/id');
  expect(taken([{ ...output, to: 'b' }], undefined)).toEqual({});
  expect(taken([{ ...output, place: { in: 'header', name: 'id' } }], undefined)).toEqual({});
  const withoutExample = { parameters: [{ name: 'id', in: 'query', required: true }] };
  expect(taken([output], undefined, { operation: withoutExample as never })).toEqual({});
});

it('an operation without a success takes nothing', () => {
  const failing = { 404: { description: 'No' } };
  const { operation, trigger } = stepOf('get', { parameters, responses: { ...responses, ...failing } });
  const documented = {
    ...operation.documented,
    responses: operation.documented.responses.filter(({ status }) => status === '404'),
  };
  const parts = { description: operation.description, operation: documented, trigger, server: 'http://h' };
  const options = { received: new Map(), given: new Map<string, string>(), dryRun: false };
  expect(outputsFor(parts, [idOf('$response.body')], options)).toEqual({ replace: new Map() });
});

it('a failure keeps the value that leads to it', () => {
  const examples = { found: { value: 'old' }, 'not-found': { value: 'none' } };
  const named = {
    parameters: [{ name: 'id', in: 'query', required: true, examples }],
    responses: {
      204: { description: 'Found', 'x-microcks-refs': ['found'] },
      404: { description: 'Not found', 'x-microcks-refs': ['not-found'] },
    },
  };
  const { operation, trigger } = stepOf('get', named);
  const parts = { description: operation.description, operation: operation.documented, server: 'http://h' };
  const received = new Map([['list', { headers: {}, body: '{"id":"new"}' }]]);
  const outputs = [idOf('$response.body#/id')];
  const of = (by: string): unknown =>
    outputsFor({ ...parts, trigger: { ...trigger, by: { kind: 'example', name: by } } }, outputs, {
      ...{ received, given: new Map<string, string>(), dryRun: false },
    });
  expect(of('found')).toEqual({ replace: new Map([['old', 'new']]) });
  expect(of('not-found')).toEqual({ replace: new Map() });
});
