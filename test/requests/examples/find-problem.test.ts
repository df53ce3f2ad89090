import { expect, it } from 'vitest';
import { completeDescription } from '../../../src/description/complete.js';
import { documentedOperations } from '../../../src/description/operations.js';
import { problemFinder } from '../../../src/requests/examples/find-problem.js';

const text = { type: 'string' };
const number = { type: 'integer' };
const list = { type: 'array', items: number };

const { description } = completeDescription({
  openapi: '3.1.1',
  info: { title: 'Things', version: '1' },
  components: {
    parameters: { Shared: { name: 'shared', in: 'query', schema: number } },
  },
  paths: {
    '/a/{id}': {
      parameters: [
        { name: 'id', in: 'path', required: true, schema: number },
        { name: 'both', in: 'query', schema: text },
        { name: 'places', in: 'header', schema: number },
        { $ref: '#/components/parameters/Shared' },
      ],
      post: {
        parameters: [
          { name: 'first', in: 'query', schema: text },
          { name: 'both', in: 'query', schema: number },
          { name: 'places', in: 'query', schema: text },
          { name: 'json', in: 'query', content: { 'application/json': { schema: list } } },
          { name: 'unknown', in: 'query', schema: { properties: { a: { type: 'file' } } } },
        ],
        requestBody: {
          content: {
            'text/plain': { schema: text },
            'application/json': { schema: { properties: { l: list, n: { type: ['null', 'integer'] } } } },
          },
        },
        responses: {},
      },
    },
    '/b': { $ref: '#/paths/~1c' },
    '/c': { parameters: [{ name: 'item', in: 'query', schema: number }], post: { responses: {} } },
  },
});
const operations = documentedOperations(description);

function problem(path: string, [name, place]: string[], value: unknown): string[] | undefined {
  const operation = operations.find((one) => one.path === path);
  const holder =
    operation?.parameters.find((one) => one.name === name && one.in === place) ?? operation?.requestBody?.content[name ?? ''];
  if (!operation || !holder) throw new Error(`The description has no ${name}.`);
  return problemFinder(description, operation, holder)(value);
}

it.each<[path: string, input: string[], right: unknown, wrong: unknown, problem: string[]]>([
  ['/a/{id}', ['id', 'path'], 1, 'x', []],
  ['/a/{id}', ['first', 'query'], 'x', 1, []],
  ['/a/{id}', ['both', 'query'], 1, 'x', []],
  ['/a/{id}', ['places', 'query'], 'x', 1, []],
  ['/a/{id}', ['places', 'header'], 1, 'x', []],
  ['/a/{id}', ['shared', 'query'], 1, 'x', []],
  ['/a/{id}', ['json', 'query'], [1], [1, 'x', 'y'], ['1']],
  ['/a/{id}', ['first', 'query'], 'x', null, []],
  ['/a/{id}', ['text/plain'], 'x', 1, []],
  ['/a/{id}', ['application/json'], { l: [1], n: null }, { l: [1, 'x'] }, ['l', '1']],
  ['/a/{id}', ['application/json'], { n: 1 }, { n: 'x' }, ['n']],
  ['/b', ['item', 'query'], 1, 'x', []],
])('in %s, the %s is judged by its own schema: %j is right, %j is wrong', (path, input, right, wrong, where) => {
  expect(problem(path, input, right)).toBeUndefined();
  expect(problem(path, input, wrong)).toEqual(where);
});

it('what cannot be checked is no problem', () => {
  expect(problem('/a/{id}', ['unknown', 'query'], { a: 1 })).toBeUndefined();
});

it('null is no value of a parameter, and one of JSON', () => {
  expect(problem('/a/{id}', ['unknown', 'query'], null)).toEqual([]);
  expect(problem('/a/{id}', ['application/json'], null)).toBeUndefined();
});
