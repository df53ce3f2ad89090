import { describe, expect, it } from 'vitest';
import { invalidProbes, methodProbes, successOf, validProbes } from '../../../src/verify/probes/plan-probes.js';
import type { Probe } from '../../../src/verify/probes/probe.js';
import { judgeRequest } from '../../../src/verify/probes/request-judge.js';
import { noValues, type Values } from '../../../src/verify/files/values-file.js';
import type { Step } from '../../../src/verify/walk/plan.js';
import { Session } from '../../../src/verify/walk/session.js';
import { operationsOf, stepOf, stepsOf } from '../described.js';

const server = 'http://127.0.0.1';
const session = (values: Partial<Values> = {}): Session =>
  new Session({ outputs: [], server, values: { ...noValues, ...values } });
const done = { 204: { description: 'Done' } };

/** The probes of a step by their names. */
async function invalid(step: Step, values: Partial<Values> = {}): Promise<Map<string, Probe>> {
  const known = new Set(values.credentials?.keys());
  const probes = await invalidProbes({ step, session: session(values), judge: judgeRequest, known });
  return new Map(probes.map((probe) => [probe.name, probe]));
}

const schema = { type: 'object', properties: { name: { type: 'string' }, size: { type: 'integer' } } };
const requestBody = { content: { 'application/json': { schema, example: { name: 'Ann', size: 1 } } } };

describe('what is invalid', () => {
  it('is refused with the status that is documented for it', async () => {
    const security = { security: [{ key: [] }] };
    const scheme = { components: { securitySchemes: { key: { type: 'http', scheme: 'bearer', 'x-example': 'abc' } } } };
    const documented = { ...done, 400: {}, 401: {}, 415: {} };
    const known = { credentials: new Map([['key', 'real1']]) };
    const all = await invalid(stepOf('post', { requestBody, responses: documented, ...security }, scheme), known);
    const expected = Object.fromEntries([...all].map(([name, probe]) => [name, probe.expected]));
    expect(expected).toMatchObject({
      'body.size of another type': { kind: 'refusal', why: 'body.size must be integer' },
      'body cut off': { kind: 'refusal', why: 'body is not valid JSON: there is an error at line 4, column 1' },
      'body as text/plain': {
        kind: 'refusal',
        why: expect.stringContaining('header.content-type') as string,
        status: '415',
      },
      'wrong credentials': { kind: 'refusal', why: 'the credentials are wrong', status: '401' },
      'credentials without their scheme': { kind: 'refusal', status: '401' },
      'body.name very long': { kind: 'any documented' },
    });
    for (const name of ['body.size of another type', 'body cut off', 'body without a media type']) {
      expect(expected[name], name).not.toHaveProperty('status');
    }
    expect(all.get('wrong credentials')?.request.headers).toContainEqual(['Authorization', 'Bearer aaba0']);

    const bare = await invalid(stepOf('post', { requestBody, responses: done, ...security }, scheme), known);
    for (const name of ['body as text/plain', 'wrong credentials', 'credentials without their scheme']) {
      expect(bare.get(name)?.expected, name).toMatchObject({ kind: 'refusal' });
      expect(bare.get(name)?.expected, name).not.toHaveProperty('status');
    }
    const unknown = await invalid(stepOf('post', { requestBody, responses: done, ...security }, scheme));
    expect([...unknown.keys()]).not.toContain('wrong credentials');
  });

  it('is left out where it is valid after all, but for what is empty', async () => {
    const parameters = [
      { name: 'a', in: 'query', required: true, example: 'x', schema: { type: 'string' } },
      { name: 'b', in: 'query', required: true, example: 'x', schema: { type: 'string', minLength: 1 } },
    ];
    const probes = await invalid(stepOf('get', { parameters, responses: done }));
    expect(probes.get('query a empty')?.expected).toEqual({ kind: 'any documented' });
    expect(probes.get('query b missing')?.expected).toEqual({ kind: 'refusal', why: 'query.b is required' });
    const kinds = [...probes.values()].filter(({ name }) => !name.endsWith(' empty')).map(({ expected }) => expected.kind);
    expect(new Set(kinds)).toEqual(new Set(['refusal']));
    // Each request is sent once, and none is the valid one.
    const keys = [...probes.values()].map(({ request: { url, search, headers, body } }) =>
      JSON.stringify([url, search, headers, body?.text]),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect([...probes.values()].map(({ request }) => request.search)).not.toContain('a=x&b=x');
  });

  it('is that of the named example', async () => {
    const examples = { first: { value: { size: 1 } }, second: { value: { name: 'Ann', size: 2 } } };
    const content = { 'application/json': { schema, examples } };
    const responses = {
      400: { description: 'No', 'x-microcks-refs': ['first'] },
      204: { description: 'Done', 'x-microcks-refs': ['second'] },
    };
    const step = stepsOf(
      operationsOf({ paths: { '/a': { post: { operationId: 'a', requestBody: { content }, responses } } } }),
    ).find(({ name }) => name === 'second');
    const probes = await invalid(step!);
    expect(probes.get('body cut off')?.request.body?.text).toBe('{\n  "name": "Ann",\n  "size": 2\n');
    expect(probes.has('body.name of another type')).toBe(true);
    expect(probes.get('body.size of another type')?.request.body?.text).toMatch(/"size": "/);
  });

  it('is nothing for a step whose request cannot be made', async () => {
    const parameters = [{ name: 'a', in: 'query', required: true, schema: { type: 'string' } }];
    const step = stepOf('get', { parameters, responses: done });
    expect((await invalid(step)).size).toBe(0);
    const parts = { step, session: session(), judge: judgeRequest, known: new Set<string>() };
    expect([validProbes(parts), methodProbes([step], [step.operation], session())]).toEqual([[], []]);
  });
});

it.each([
  [{ name: 'Ann', size: 1, note: 'x' }, ['name', 'note']],
  [{}, []],
  [['Ann'], []],
  ['Ann', []],
  [null, []],
])('of the body %j the texts %j are sent very long', async (example, members) => {
  const content = { 'application/json': { schema: {}, example } };
  const probes = await invalid(stepOf('post', { requestBody: { content }, responses: done }));
  const long = [...probes.values()].filter(({ name }) => name.endsWith(' very long'));
  expect(long.map(({ name }) => name)).toEqual(members.map((member) => `body.${member} very long`));
  for (const [index, { request, expected }] of long.entries()) {
    const body = JSON.parse(request.body?.text ?? '') as Record<string, string>;
    expect(body).toEqual({ ...(example as object), [members[index] ?? '']: 'x'.repeat(5000) });
    expect(expected).toEqual({ kind: 'any documented' });
  }
});

it('a valid request is sent with its media type in other spellings', () => {
  const step = stepOf('post', { requestBody, responses: done });
  const probes = validProbes({ step, session: session(), judge: judgeRequest, known: new Set() });
  expect(probes.map(({ name, expected }) => [name, expected])).toEqual(
    ['media type with a charset', 'media type in capitals'].map((name) => [name, successOf(step)]),
  );
});

it.each([
  ['get', { kind: 'success', response: '204', mayBeDone: false }],
  ['head', { kind: 'success', response: '204', mayBeDone: false }],
  ['post', { kind: 'success', response: '204', mayBeDone: true }],
  ['delete', { kind: 'success', response: '204', mayBeDone: true }],
])('the success of %s once more', (method, expected) => {
  expect(successOf(stepOf(method, { responses: done }))).toEqual(expected);
});

it('each path is asked once with each method that it lacks', () => {
  const of = (operationId: string): object => ({ operationId, responses: done });
  const operations = operationsOf({
    paths: {
      '/a': { get: of('a1'), post: { ...of('a2'), requestBody }, options: of('a3') },
      '/b': { delete: of('b1'), head: of('b2') },
    },
  });
  const steps = stepsOf(operations).filter(({ operation }) => operation.documented.operationId !== 'a1');
  const probes = methodProbes(steps, operations, session());
  const all = probes.map(({ operation, name, request, expected }) => [
    operation.documented.operationId,
    request.method,
    name,
    expected,
  ]);
  const no = (id: string, method: string, methods: string[]): unknown[] => [
    ...[id, method, `${method} of the path`],
    { kind: 'no such method', methods },
  ];
  const without = (id: string, method: string): unknown[] => [id, method, `${method} of the path`, { kind: 'no server error' }];
  const ofA = ['GET', 'POST', 'OPTIONS'];
  const ofB = ['DELETE', 'HEAD'];
  expect(all).toEqual([
    ...['PUT', 'DELETE', 'PATCH'].map((method) => no('a2', method, ofA)),
    without('a2', 'HEAD'),
    ...['GET', 'PUT', 'POST', 'PATCH'].map((method) => no('b1', method, ofB)),
    without('b1', 'OPTIONS'),
  ]);
});
