import { expect, test } from 'vitest';
import { prepareOperations, type ContractOperation } from '../../../src/contract/operations.js';
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
    {
      name: 'id',
      in: 'query',
      required: true,
      ...examples({ one: 1, two: 2, three: 3, list: [1, { a: 1 }], nil: [null], empty: [{}] }),
    },
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
      content: { 'application/json': examples({ one: 1, two: 2, three: 3, list: 4, lone: 5, nil: 6, empty: 7 }) },
    },
    404: { description: 'B', 'x-microcks-refs': ['gone'] },
    '5XX': { description: 'C', content: { 'application/json': examples({ broken: 1 }) } },
  },
};

/** An operation, prepared anew: what is known of its scenarios is kept with it. */
function contractOf(post: object): ContractOperation {
  const paths = { '/a': { post } };
  const { description } = completeDescription({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths,
  } as unknown as Description);
  const [contract] = prepareOperations(description).operations;
  if (!contract) throw new Error('There is no operation.');
  return contract;
}

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
  return { operation: contractOf(operation), parameters, body: sent } as unknown as MeasuredRequest;
}

const json = 'application/json';
const two = { a: [1, null], b: 'x' };

test.each<[what: string, sent: Parameters<typeof request>, name: string | undefined]>([
  ['a parameter alone', [[1], undefined], 'one'],
  ['a parameter in another reading', [['1', 1], undefined], 'one'],
  ['another value', [[9], undefined], undefined],
  ['no value of what is required', [undefined, ['x']], undefined],
  ['a list', [[[1, { a: 1 }]], undefined], 'list'],
  ['a longer list', [[[1, { a: 1 }, 2]], undefined], undefined],
  ['an object for a list', [[{ 0: 1, 1: { a: 1 } }], undefined], undefined],
  ['a text for a list', [['1'], undefined], undefined],
  ['null for a list', [[null], undefined], undefined],
  ['an object for a number', [[{}], undefined], undefined],
  ['a number for an object, among items', [[[5]], undefined], undefined],
  ['null for an object, among items', [[[null]], undefined], 'nil'],
  ['an object for null, among items', [[[{}]], undefined], 'empty'],
  ['one value and another one that is not its own', [[2], ['y']], undefined],
  ['all values', [[2], ['x'], [json, two]], 'two'],
  ['all values, in another order', [[2], ['x'], [json, { b: 'x', a: [1, null] }]], 'two'],
  ['a body with another member', [[2], ['x'], [json, { ...two, c: 1 }]], undefined],
  ['a body with a member of another name', [[2], ['x'], [json, { a: [1, null], c: 'x' }]], undefined],
  ['a body with an inherited name', [[2], ['x'], [json, { a: [1, null], toString: 'x' }]], undefined],
  ['a body without a member', [[2], ['x'], [json, { a: [1, null] }]], undefined],
  ['a body with a text for a list', [[2], ['x'], [json, { a: '1', b: 'x' }]], undefined],
  ['a body with another item', [[2], ['x'], [json, { a: [1, 0], b: 'x' }]], undefined],
  ['a body that is no object', [[3], undefined, [json, 5]], 'three'],
  ['a body without an optional parameter', [[2], undefined, [json, two]], 'two'],
  ['a text that holds JSON', [[2], undefined, ['text/plain', { a: 2 }]], 'two'],
  ['other JSON in a text', [[2], undefined, ['text/plain', { a: 3 }]], undefined],
  ['a form', [[2], undefined, ['application/x-www-form-urlencoded', { a: 7 }]], 'two'],
  ['a form whose example is an object', [[3], undefined, ['application/x-www-form-urlencoded', { a: 8 }]], 'three'],
  ['a body in a media type without an example', [[3], undefined, ['text/plain', 5]], undefined],
  ['a body where the scenario has none', [[1], undefined, [json, 1]], 'one'],
  ['no body where the scenario has one', [[2], ['x']], 'two'],
])('%s is the scenario that it is', (_, sent, name) => {
  expect(matchScenario(request(...sent))?.name).toBe(name);
});

/** Scenarios that a request can have parts of. Each lists values of the queries `q` and `r`, and of the body. */
const overlapping: Record<string, { q?: number; r?: number; body?: unknown }> = {
  more: { q: 1, body: { x: 0 } },
  alone: { q: 1 },
  less: { q: 1, r: 9 },
  both: { q: 2, r: 3, body: 4 },
  second: { q: 2 },
  third: { q: 5 },
  whole: { q: 5, r: 6 },
  body: { body: 7 },
};
const valuesOf = (input: 'q' | 'r' | 'body'): object =>
  examples(
    Object.fromEntries(
      Object.entries(overlapping).flatMap(([name, values]) => (values[input] === undefined ? [] : [[name, values[input]]])),
    ),
  );

test.each<[sent: { q?: number; r?: number; body?: unknown }, required: boolean, name: string | undefined]>([
  [{}, false, undefined],
  [{ q: 1 }, false, 'alone'],
  [{ q: 1, r: 9 }, false, 'less'],
  [{ q: 1, r: 8 }, false, 'alone'],
  [{ q: 2, r: 3 }, false, 'both'],
  [{ q: 2 }, false, 'second'],
  [{ q: 5 }, false, 'third'],
  [{ q: 5, r: 6 }, false, 'whole'],
  [{ body: 7 }, true, 'body'],
  [{ q: 2, r: 3 }, true, 'second'],
])('of the scenarios that %j matches (the body required: %j), %s has most of it', (sent, required, name) => {
  const operation = contractOf({
    parameters: (['q', 'r'] as const).map((one) => ({ name: one, in: 'query', ...valuesOf(one) })),
    requestBody: { required, content: { [json]: valuesOf('body') } },
    responses: { 200: { description: 'A', content: { [json]: examples(overlapping) } } },
  });
  const parameters = (['q', 'r'] as const).map((one) => ({
    parameter: { in: 'query', name: one },
    present: sent[one] !== undefined,
    readings: [sent[one]],
  }));
  const body = sent.body === undefined ? undefined : { mediaType: json, value: sent.body };
  expect(matchScenario({ operation, parameters, body } as unknown as MeasuredRequest)?.name).toBe(name);
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
  const preferred = preferredResponse(contractOf(operation), asked);
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
      examples: ['one', 'two', 'three', 'list', 'nil', 'empty', 'lone', 'broken'],
    },
  ],
  [
    { code: 418, undocumented: true },
    { detail: 'The description does not document this status. The mock sent it because "undocumented=true" asked for it.' },
  ],
])('what cannot be chosen by %j is said', (asked, said) => {
  const preferred = preferredResponse(contractOf(operation), asked);
  const { response, violations } = preferred as { response: { body: string }; violations?: unknown };
  expect(JSON.parse(response.body)).toMatchObject(said);
  expect(violations).toEqual(asked.undocumented ? undefined : []);
});

test.each([
  [429, { 'mock-undocumented': 'true', 'retry-after': '1', 'content-type': 'application/problem+json' }],
  [304, { 'mock-undocumented': 'true' }],
  [418, { 'mock-undocumented': 'true', 'content-type': 'application/problem+json' }],
])('an undocumented %i has the headers %j', (code, headers) => {
  const preferred = preferredResponse(contractOf(operation), { code, undocumented: true });
  const { response } = preferred as { response: { headers: object; body: unknown } };
  expect([response.headers, response.body === undefined]).toEqual([headers, code === 304]);
});
