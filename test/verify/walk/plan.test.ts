import { expect, it } from 'vitest';
import { prepareOperations } from '../../../src/contract/operations.js';
import { completeDescription } from '../../../src/description/complete.js';
import { isSuccess, noWorkflow, planWalk } from '../../../src/verify/walk/plan.js';

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
