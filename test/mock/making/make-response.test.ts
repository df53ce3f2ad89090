import { expect, test } from 'vitest';
import { prepareOperations, type ContractOperation } from '../../../src/contract/operations.js';
import { validateRequest } from '../../../src/contract/request/validate-request.js';
import { completeDescription } from '../../../src/description/complete.js';
import { mockedResponses } from '../../../src/mock/making/mocked-responses.js';
import { NextResponses } from '../../../src/mock/making/next-responses.js';
import type { MakingOptions } from '../../../src/mock/making/prefer.js';
import type { SourcedResponse } from '../../../src/mock/making/response-source.js';

/** An operation, prepared anew: the responses that were made are kept with it. */
function contractOf(get: object): ContractOperation {
  const { description } = completeDescription({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: { '/a': { get: { operationId: 'a', ...get } } },
  });
  const [contract] = prepareOperations(description).operations;
  if (!contract) throw new Error('There is no operation.');
  return contract;
}

interface Sent {
  headers?: Record<string, string>;
  query?: Record<string, string>;
  isHead?: boolean;
}

/** Sends requests to an operation, one after the other. */
function sender(get: object, options: MakingOptions = {}, next = new NextResponses()) {
  const operation = contractOf(get);
  const source = mockedResponses(options, next);
  return async ({ headers = {}, query = {}, isHead = false }: Sent = {}): Promise<SourcedResponse> => {
    const search = new URLSearchParams(query).toString();
    const request = { method: 'GET', path: '/a', search, query, headers, isHead, body: new Uint8Array() };
    const measured = await validateRequest(operation, request as never);
    return source.respond({ ...measured, operation, request: request as never });
  };
}

const bodyOf = ({ response }: SourcedResponse): unknown => JSON.parse(String(response.body));
const detailOf = (sourced: SourcedResponse): unknown => (bodyOf(sourced) as { detail: unknown }).detail;
const content = (media: object): object => ({ description: 'A', content: { 'application/json': media } });
const values = (given: Record<string, unknown>): object =>
  content({ examples: Object.fromEntries(Object.entries(given).map(([name, value]) => [name, { value }])) });
const random = { schema: { type: 'integer', minimum: 0, maximum: 1e9 } };
const accept = (type: string): Sent => ({ headers: { accept: type } });
const prefer = (text: string): Sent => ({ headers: { prefer: text } });

const noType = 'The response has no media type that the header Accept takes: send "Accept: */*" or leave it out.';
const impossible = { schema: { type: 'integer', allOf: [{ minimum: 5 }, { maximum: 4 }] } };

test.each<[what: string, responses: object, Sent, status: number, detail: string | RegExp]>([
  ['no response', {}, {}, 501, 'This operation documents no response: add one to its "responses".'],
  ['only an interim response', { 103: { description: 'A' } }, {}, 501, /^This operation documents no response/],
  ['no acceptable media type', { 200: values({ a: 1 }) }, accept('text/plain'), 406, noType],
  [
    'no possible value',
    { 200: content(impossible) },
    {},
    500,
    /^The response 200 of a cannot be made from its schema \(.+\): add an/,
  ],
  ['neither', { 200: content(impossible) }, accept('text/plain'), 500, /^The response 200 of a cannot be made from its schema/],
  ['no status in "code"', { 200: values({ a: 1 }) }, prefer('code=x'), 400, /"code" must be a three-digit status/],
])('the mock explains why it cannot send a response: %s', async (_, responses, sent, status, detail) => {
  const sourced = await sender({ responses })(sent);
  expect(sourced).toMatchObject({ response: { status, explains: true }, violations: [] });
  expect(detailOf(sourced)).toEqual(typeof detail === 'string' ? detail : expect.stringMatching(detail));
});

test.each<[keys: string[], status: number]>([
  [['404', '201'], 201],
  [['404', '300', '103'], 300],
  [['default', '404'], 200],
  [['5XX', '404'], 404],
])('of the responses %j, %i is the usual one', async (keys, status) => {
  const responses = Object.fromEntries(keys.map((key) => [key, { description: 'A' }]));
  expect((await sender({ responses })()).response.status).toBe(status);
});

const callbacks = { done: { '{$request.query.url}': { post: { responses: { 200: { description: 'A' } } } } } };

test.each<[what: string, get: object, MakingOptions, Sent, same: boolean]>([
  ['as a rule', {}, {}, {}, true],
  ['not when it is dynamic', {}, { dynamic: true }, {}, false],
  ['not when the client asks for a dynamic one', {}, {}, prefer('dynamic=true'), false],
  ['when the client asks for one that is not', {}, { dynamic: true }, prefer('dynamic=false'), true],
  ['when the seed is the same', {}, { dynamic: true, seed: 's' }, {}, true],
  ['when the seed of the client is the same', {}, { dynamic: true }, prefer('seed=s'), true],
])('a second request gets the same response: %s', async (_, get, options, sent, same) => {
  const send = sender({ responses: { 200: content(random) }, ...get }, options);
  const [first, second] = [bodyOf(await send(sent)), bodyOf(await send(sent))];
  expect(first === second).toBe(same);
});

test('the seed of the client wins over that of the mock', async () => {
  const send = sender({ responses: { 200: content(random) } }, { dynamic: true, seed: 's' });
  expect(bodyOf(await send(prefer('seed=t')))).not.toBe(bodyOf(await send()));
});

test('a constant response is made once for each choice and each Accept, and those of one operation up to a bound', async () => {
  const responses = { 200: values({ a: 1, b: 2 }), 404: values({ c: 3 }) };
  const send = sender({ responses });
  const first = await send();
  expect((await send()).response).toBe(first.response);
  expect(bodyOf(await send(prefer('example=b')))).toBe(2);
  expect(bodyOf(await send(prefer('code=404')))).toBe(3);
  expect((await send(accept('text/plain'))).response.status).toBe(406);
  // Four are kept already.
  for (let index = 4; index < 99; index += 1) await send(accept(`application/json;v=${index}`));
  const kept = await send(accept('application/json;v=last'));
  expect((await send(accept('application/json;v=last'))).response).toBe(kept.response);
  const made = await send(accept('application/json;v=more'));
  expect((await send(accept('application/json;v=more'))).response).not.toBe(made.response);
  expect((await send()).response).toBe(first.response);
});

test('a response of an operation with callbacks is made for each request', async () => {
  const send = sender({ responses: { 200: values({ a: 1 }) }, callbacks });
  const first = await send();
  const second = await send();
  expect(second).toStrictEqual(first);
  expect(second.response).not.toBe(first.response);
});

const scenario = {
  parameters: [
    { name: 'id', in: 'query', required: true, schema: { type: 'integer' }, examples: { x: { value: 1 }, y: { value: 2 } } },
  ],
  responses: {
    200: content({ schema: { type: 'integer' }, examples: { first: { value: 10 }, x: { value: 11 } } }),
    400: content({ schema: { type: 'string', const: 'made' }, examples: { bad: { value: 'example' } } }),
    404: { description: 'B', 'x-microcks-refs': ['y'] },
  },
};

test.each<[what: string, MakingOptions, Sent, status: number, body: unknown, name?: string]>([
  ['the scenario', {}, { query: { id: '1' } }, 200, 11, 'x'],
  ['a scenario without a body', {}, { query: { id: '2' } }, 404, undefined, 'y'],
  ['no scenario', {}, { query: { id: '3' } }, 200, 10],
  ['a dynamic body', { dynamic: true }, { query: { id: '2' } }, 200, expect.any(Number)],
  ['no examples', { ignoreExamples: true }, { query: { id: '2' } }, 200, expect.any(Number)],
  ['a request that is not valid', {}, { query: { id: 'z' } }, 400, 'example'],
  ['a request that is not valid, without examples', { ignoreExamples: true }, { query: { id: 'z' } }, 400, 'made'],
  ['a request that is not valid, with a choice', {}, { query: { id: 'z' }, ...prefer('code=200') }, 200, 10],
])('what is sent: %s', async (_, options, sent, status, body, name) => {
  const sourced = await sender(scenario, options)(sent);
  expect(sourced.response.status).toBe(status);
  expect(sourced.response.body === undefined ? undefined : bodyOf(sourced)).toEqual(body);
  expect(sourced.scenario).toBe(name);
});

test.each<[what: string, Sent, taken: boolean, breaks: boolean]>([
  ['a request', {}, true, false],
  ['a request for a dynamic body', prefer('dynamic=true'), true, false],
  ['a request with disconnect=false', prefer('disconnect=false'), true, false],
  ['a HEAD request', { isHead: true }, true, false],
  ['a request for a status', prefer('code=200'), false, false],
  ['a request for an example', prefer('example=a'), false, false],
  ['a request that breaks off', prefer('disconnect=true'), false, true],
])('the next response in the queue is for a request that chooses none: %s', async (_, sent, taken, breaks) => {
  const next = new NextResponses();
  next.add('a', { code: 404 }, '');
  const sourced = await sender({ responses: { 200: values({ a: 1 }), 404: values({ b: 2 }) } }, {}, next)(sent);
  expect(sourced.response.status).toBe(taken ? 404 : 200);
  expect(sourced.response.breaksOff).toBe(breaks ? true : undefined);
  expect(next.take('a', {})).toEqual(taken && !sent.isHead ? undefined : { code: 404 });
});

test('a response that breaks off is otherwise the usual one', async () => {
  const send = sender({ responses: { 200: values({ a: 1 }) } });
  const usual = await send();
  expect(await send(prefer('disconnect=true'))).toStrictEqual({ ...usual, response: { ...usual.response, breaksOff: true } });
});
