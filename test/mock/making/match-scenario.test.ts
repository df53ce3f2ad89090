import { expect, test } from 'vitest';
import { prepareOperations } from '../../../src/contract/operations.js';
import { completeDescription } from '../../../src/description/complete.js';
import type { Description } from '../../../src/description/types.js';
import { matchScenario } from '../../../src/mock/making/match-scenario.js';
import { preferredResponse } from '../../../src/mock/making/preferred-response.js';
import type { MeasuredRequest } from '../../../src/mock/making/response-source.js';

const examples = (values: Record<string, unknown>): object => ({
  examples: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
});
const form = { schema: { type: 'object', properties: { a: { type: 'integer' } } } };
const operation = {
  operationId: 'a',
  parameters: [
    { name: 'id', in: 'query', required: true, ...examples({ one: 1, two: 2, three: 3, list: [1, { a: 1 }] }) },
    { name: 'id', in: 'header', ...examples({ two: 'x', three: 'y' }) },
  ],
  requestBody: {
    content: {
      'application/json': examples({ two: { a: [1, null], b: 'x' }, three: 5 }),
      'text/plain': { schema: { type: 'string', contentMediaType: 'application/json' }, ...examples({ two: '{"a":2}' }) },
      'application/x-www-form-urlencoded': { ...form, ...examples({ two: 'a=7', three: { a: 8 } }) },
    },
  },
  responses: {
    200: {
      description: 'A',
      content: { 'application/json': examples({ one: 1, two: 2, three: 3, list: 4, lone: 5 }) },
    },
    404: { description: 'B', 'x-microcks-refs': ['gone'] },
    '5XX': { description: 'C', content: { 'application/json': examples({ broken: 1 }) } },
  },
};
const { description } = completeDescription({
  openapi: '3.1.0',
  info: { title: 'T', version: '1' },
  paths: { '/a': { post: operation } },
} as unknown as Description);
const [contract] = prepareOperations(description).operations;
if (!contract) throw new Error('There is no operation.');

/** A request with some values of its parameters, each with all that its text can mean. */
function request(
  query: unknown[] | undefined,
  header: unknown[] | undefined,
  body?: [mediaType: string, value: unknown],
): MeasuredRequest {
  const read = (place: string, readings: unknown[] | undefined): object => ({
    parameter: { in: place, name: 'id' },
    present: readings !== undefined,
    readings: readings ?? [],
  });
  const parameters = [read('query', query), read('header', header)];
  const sent = body && { mediaType: body[0], value: body[1] };
  return { operation: contract, parameters, body: sent } as unknown as MeasuredRequest;
}

const json = 'application/json';
const two = { a: [1, null], b: 'x' };

test.each<[what: string, measured: MeasuredRequest, name: string | undefined]>([
  ['a parameter alone', request([1], undefined), 'one'],
  ['a parameter in another reading', request(['1', 1], undefined), 'one'],
  ['another value', request([9], undefined), undefined],
  ['no value of what is required', request(undefined, ['x']), undefined],
  ['a list', request([[1, { a: 1 }]], undefined), 'list'],
  ['a longer list', request([[1, { a: 1 }, 2]], undefined), undefined],
  ['an object for a list', request([{ 0: 1, 1: { a: 1 } }], undefined), undefined],
  ['a text for a list', request(['1'], undefined), undefined],
  ['null for a list', request([null], undefined), undefined],
  ['one value and another one that is not its own', request([2], ['y']), undefined],
  ['all values', request([2], ['x'], [json, two]), 'two'],
  ['all values, in another order', request([2], ['x'], [json, { b: 'x', a: [1, null] }]), 'two'],
  ['a body with another member', request([2], ['x'], [json, { ...two, c: 1 }]), undefined],
  ['a body with a member of another name', request([2], ['x'], [json, { a: [1, null], c: 'x' }]), undefined],
  ['a body with an inherited name', request([2], ['x'], [json, { a: [1, null], toString: 'x' }]), undefined],
  ['a body with another item', request([2], ['x'], [json, { a: [1, 0], b: 'x' }]), undefined],
  ['a body that is no object', request([3], undefined, [json, 5]), 'three'],
  ['a body without an optional parameter', request([2], undefined, [json, two]), 'two'],
  ['a text that holds JSON', request([2], undefined, ['text/plain', { a: 2 }]), 'two'],
  ['other JSON in a text', request([2], undefined, ['text/plain', { a: 3 }]), undefined],
  ['a form', request([2], undefined, ['application/x-www-form-urlencoded', { a: 7 }]), 'two'],
  ['a form whose example is an object', request([3], undefined, ['application/x-www-form-urlencoded', { a: 8 }]), 'three'],
  ['a body in a media type without an example', request([3], undefined, ['text/plain', 5]), undefined],
  ['a body where the scenario has none', request([1], undefined, [json, 1]), 'one'],
  ['no body where the scenario has one', request([2], ['x']), 'two'],
])('%s is the scenario that it is', (_, measured, name) => {
  expect(matchScenario(measured)?.name).toBe(name);
});

test.each<[asked: Parameters<typeof preferredResponse>[1], found: unknown]>([
  [{}, undefined],
  [{ code: 200 }, { code: 200 }],
  [{ code: 503 }, { code: 503 }],
  [{ example: 'two' }, { code: 200, exampleKey: 'two' }],
  [{ example: 'lone' }, { code: 200, exampleKey: 'lone' }],
  [{ example: 'gone' }, { code: 404 }],
  [{ example: 'broken' }, { code: 500, exampleKey: 'broken' }],
  [
    { code: 502, example: 'broken' },
    { code: 502, exampleKey: 'broken' },
  ],
  [{ code: 200, example: 'broken' }, 404],
  [{ example: 'nothing' }, 404],
  [{ code: 201 }, 404],
  [{ code: 199 }, 400],
  [{ code: 199, undocumented: true }, 400],
  [{ code: 201, undocumented: true }, 201],
  [{ code: 200, undocumented: true }, { code: 200 }],
])('of what is asked for, %j, the choice is %j', (asked, found) => {
  const preferred = preferredResponse(contract, asked);
  expect(preferred && 'response' in preferred ? preferred.response.status : preferred).toEqual(found);
});

test.each<[asked: Parameters<typeof preferredResponse>[1], said: object]>([
  [{ code: 199 }, { detail: 'The status 199 announces another response, so it cannot be the response: ask for 200 to 599.' }],
  [
    { code: 201 },
    {
      detail:
        'This operation does not document the status 201. Available statuses are listed in "statuses"; "Prefer: code=201, undocumented=true" sends it all the same.',
      statuses: ['200', '404', '5XX'],
    },
  ],
  [
    { example: 'nothing' },
    {
      detail: 'This operation has no example "nothing". Available examples are listed in "examples".',
      examples: ['one', 'two', 'three', 'list', 'lone', 'broken'],
    },
  ],
  [
    { code: 418, undocumented: true },
    { detail: 'The description does not document this status. The mock sent it because "undocumented=true" asked for it.' },
  ],
])('what cannot be chosen by %j is said', (asked, said) => {
  const preferred = preferredResponse(contract, asked);
  const { response, violations } = preferred as { response: { body: string }; violations?: unknown };
  expect(JSON.parse(response.body)).toMatchObject(said);
  expect(violations).toEqual(asked.undocumented ? undefined : []);
});

test.each([
  [429, { 'mock-undocumented': 'true', 'retry-after': '1', 'content-type': 'application/problem+json' }],
  [304, { 'mock-undocumented': 'true' }],
  [418, { 'mock-undocumented': 'true', 'content-type': 'application/problem+json' }],
])('an undocumented %i has the headers %j', (code, headers) => {
  const preferred = preferredResponse(contract, { code, undocumented: true });
  const { response } = preferred as { response: { headers: object; body: unknown } };
  expect([response.headers, response.body === undefined]).toEqual([headers, code === 304]);
});
