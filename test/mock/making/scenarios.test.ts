import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documentedOperations } from '../../../src/description/operations.js';
import { mockExamples, mockExampleTable } from '../../../src/build/docs/reference/message/mock-examples.js';
import { responseNamed, scenarios } from '../../../src/description/scenarios.js';
import type { Description, Operation } from '../../../src/description/types.js';

const description = JSON.parse(readFileSync('generated/openapi.json', 'utf8')) as Description;

/** A description of one operation, for features that the project's own description does not have. */
function withOperation(operation: Operation): Description {
  return { openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths: { '/things': { post: operation } } };
}

function only(description: Description): ReturnType<typeof scenarios> {
  return documentedOperations(description).flatMap((operation) => scenarios(description, operation));
}

test('every named request or parameter example of the description leads to a response of the same name', () => {
  for (const operation of documentedOperations(description)) {
    const holders = [...operation.parameters, ...Object.values(operation.requestBody?.content ?? {})];
    const names = new Set(holders.flatMap(({ examples = {} }) => Object.keys(examples)));
    const withoutResponse = [...names].filter((name) => !responseNamed(description, operation, name));
    expect(withoutResponse, operation.operationId).toEqual([]);
    expect(
      scenarios(description, operation).map(({ name }) => name),
      operation.operationId,
    ).toEqual([...names]);
  }
});

test('a scenario has the parameter examples and the body examples of its name', () => {
  const [scenario] = only(
    withOperation({
      parameters: [{ name: 'limit', in: 'query', examples: { few: { value: 1 } } }],
      requestBody: {
        required: true,
        content: { 'application/json': { examples: { few: { summary: 'One', value: { all: false } } } } },
      },
      responses: { 200: { description: '', content: { 'application/json': { examples: { few: { value: [] } } } } } },
    }),
  );
  expect(scenario).toEqual({
    name: 'few',
    status: 200,
    hasBody: true,
    inputs: [
      { in: 'query', name: 'limit', summary: '', value: 1, holdsJson: false, required: false },
      { in: 'body', name: 'application/json', summary: 'One', value: { all: false }, holdsJson: false, required: true },
    ],
  });
});

test('a name that no response carries is no scenario', () => {
  const operation = {
    requestBody: { content: { 'application/json': { examples: { alone: { value: 1 } } } } },
    responses: { 200: { description: '', content: { 'application/json': { examples: { other: { value: 1 } } } } } },
  };
  expect(only(withOperation(operation))).toEqual([]);
});

test.each([
  ['4XX', 400],
  ['default', 500],
  ['409', 409],
])('a scenario of the response %s is sent as %i', (key, status) => {
  const [scenario] = only(
    withOperation({
      requestBody: { content: { 'application/json': { examples: { bad: { value: 1 } } } } },
      responses: { [key]: { description: '', 'x-microcks-refs': ['bad'] } },
    }),
  );
  expect(scenario?.status).toBe(status);
});

test('the table prints JSON in one style and escapes what would end a cell', () => {
  const examples = (value: unknown) => ({ examples: { a: { value } } });
  const operation: Operation = {
    operationId: 'send',
    requestBody: {
      content: {
        'text/plain': { schema: { type: 'string', contentMediaType: 'application/json' }, ...examples('{\n "a|b":1}') },
      },
    },
    responses: { '204': { description: 'Sent', 'x-microcks-refs': ['a'] } },
  };
  const made = withOperation(operation);
  const [documented] = documentedOperations(made);
  expect(mockExampleTable(mockExamples(made, documented!))).toContain('| body `{ "a\\|b": 1 }` | 204 No Content | `a` |');
});
