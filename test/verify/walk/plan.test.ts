import { expect, it } from 'vitest';
import { prepareOperations } from '../../../src/contract/operations.js';
import { completeDescription } from '../../../src/description/complete.js';
import type { StepOutput } from '../../../src/verify/files/workflow-file.js';
import { isSuccess, noWorkflow, planWalk } from '../../../src/verify/walk/plan.js';
import { operationsOf } from '../described.js';

/** The steps of an operation. */
function stepsOf(method: string, operation: object): ReturnType<typeof planWalk>['steps'] {
  const { description } = completeDescription({
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    paths: { '/a': { [method]: { operationId: 'a', ...operation } } },
  });
  return planWalk(prepareOperations(description).operations, noWorkflow).steps;
}

const requestBody = { content: { 'application/json': { example: {} } } };
const responses = { 204: { description: 'Done' } };

it.each([
  ['get', undefined, false],
  ['head', undefined, false],
  ['options', undefined, false],
  ['trace', undefined, false],
  ['get', requestBody, true],
  ['post', undefined, true],
  ['put', requestBody, true],
  ['patch', requestBody, true],
  ['delete', undefined, true],
])('%s with the body %j may change something: %s', (method, body, changes) => {
  const steps = stepsOf(method, { responses, ...(body && { requestBody: body }) });
  expect(steps.map((step) => step.changes)).toEqual([changes]);
});

it.each([
  [['199'], []],
  [['200'], ['200']],
  [['299'], ['299']],
  // A valid request gets a redirect if no 2xx is documented.
  [['300', '400'], ['300']],
  [['399'], ['399']],
  [['400'], []],
  [['3XX'], []],
  [['200', '302'], ['200']],
  [['302', '303'], ['302']],
])('of steps for %j those for %j are to succeed', (statuses, expected) => {
  const steps = stepsOf('get', { responses: Object.fromEntries(statuses.map((status) => [status, { description: 'So' }])) });
  expect(steps.filter(isSuccess).map(({ trigger }) => trigger.response)).toEqual(expected);
});

const of = (operationId: string): object => ({
  operationId,
  responses: { 204: { description: 'Done' }, 400: { description: 'No' } },
});
const four = operationsOf({ paths: { '/a': { get: of('a'), post: of('b') }, '/c': { get: of('c'), put: of('d') } } });
const handOn = (from: string, to: string): StepOutput => ({
  from,
  to,
  expression: '$response.body',
  place: { in: 'query', name: 'q' },
});

/** The steps of a plan as `operationId.response`. */
function planned(order: string[], outputs: StepOutput[] = [], only?: string[]): string[] {
  const { steps } = planWalk(four, { order, outputs }, only);
  return steps.map(({ operation, trigger }) => `${operation.documented.operationId}.${trigger.response}`);
}

it.each([
  [[], ['a', 'b', 'c', 'd']],
  [['c'], ['c', 'a', 'b', 'd']],
  [
    ['d', 'no', 'b'],
    ['d', 'b', 'a', 'c'],
  ],
])('in the order %j each operation comes with its failures first: %j', (order, ids) => {
  expect(planned(order)).toEqual(ids.flatMap((id) => [`${id}.400`, `${id}.204`]));
});

it.each<[only: string[], steps: string[]]>([
  [['a'], ['a.400', 'a.204']],
  [['b.400'], ['b.400']],
  [['b.valid request'], ['b.204']],
  [
    ['a.204', 'no', 'd.Prefer header'],
    ['a.204', 'd.400'],
  ],
  // Those that it takes values from, and those that these take values from.
  [['c.204'], ['a.204', 'b.204', 'c.204']],
  [['c.400'], ['a.204', 'b.204', 'c.400']],
  [['b.400'], ['b.400']],
])('of the names %j the steps are %j', (only, steps) => {
  const outputs = only[0]?.startsWith('c') ? [handOn('b', 'c'), handOn('a', 'b'), handOn('b', 'a'), handOn('d', 'no')] : [];
  expect(planned([], outputs, only)).toEqual(steps);
});

it('a name that is none is said', () => {
  expect(planWalk(four, noWorkflow, ['a', 'e', 'a.404', 'a.204']).unknown).toEqual(['e', 'a.404']);
  expect(planWalk(four, noWorkflow)).toMatchObject({ unknown: [], steps: { length: 8 } });
  expect(noWorkflow).toEqual({ order: [], outputs: [] });
});
