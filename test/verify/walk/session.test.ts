import { expect, it } from 'vitest';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { StepOutput } from '../../../src/verify/files/workflow-file.js';
import { noValues, type Values } from '../../../src/verify/files/values-file.js';
import type { LeftOut, Verdict } from '../../../src/verify/walk/judge.js';
import type { Step } from '../../../src/verify/walk/plan.js';
import { Session, type Prepared } from '../../../src/verify/walk/session.js';
import { operationsOf, stepOf, stepsOf } from '../described.js';

const responses = { 204: { description: 'Done' } };
const query = (name: string): object => ({ name, in: 'query', required: true, example: `old-${name}` });

/** `list` gives the values that the requests of `a` and `b` need. */
const steps = stepsOf(
  operationsOf({
    paths: {
      '/list': { get: { operationId: 'list', responses: { ...responses, 503: { description: 'Busy' } } } },
      '/a': { get: { operationId: 'a', parameters: [query('id')], responses } },
      '/c': { get: { operationId: 'c', parameters: [query('tag')], responses } },
      '/b': { get: { operationId: 'b', parameters: [query('id'), query('tag')], responses } },
    },
  }),
);
const byName = (id: string, response = '204'): Step => {
  const step = steps.find((one) => one.operation.documented.operationId === id && one.trigger.response === response);
  if (!step) throw new Error(`There is a step ${id}.${response}.`);
  return step;
};
const [list, busy, a, b, c] = [byName('list'), byName('list', '503'), byName('a'), byName('b'), byName('c')];
const output = (to: string, name: string, expression: string): StepOutput => ({
  ...{ from: 'list', to, expression, place: { in: 'query', name } },
});
const outputs = [
  output('a', 'id', '$response.body#/id'),
  output('b', 'id', '$response.body#/id'),
  output('b', 'tag', '$response.header.ETag'),
  output('c', 'tag', '$response.header.ETag'),
];
const sessionOf = (values: Partial<Values> = {}, dryRun?: boolean): Session =>
  new Session({ outputs, server: 'http://h', values: { ...noValues, ...values } }, dryRun);

/** The query of a request, or why there is none. */
const shown = (prepared: Prepared): unknown => ('request' in prepared ? prepared.request.search : prepared.verdict.reason);

const json = { 'content-type': 'application/json' };
const text = '{"id":"new"}';

it.each<[status: number, headers: Record<string, string>, body: Uint8Array | undefined, search: string | undefined]>([
  [200, json, Buffer.from(text), 'id=new'],
  [399, json, Buffer.from(text), 'id=new'],
  [400, json, Buffer.from(text), undefined],
  [503, json, Buffer.from(text), undefined],
  [200, { ...json, 'content-encoding': 'gzip' }, gzipSync(text), 'id=new'],
  [200, { ...json, 'content-encoding': 'gzip, br' }, brotliCompressSync(gzipSync(text)), 'id=new'],
  [200, { ...json, 'content-encoding': 'gzip' }, Buffer.from(text), undefined],
  [200, { 'content-type': 'application/json; charset=iso-8859-1' }, Buffer.from('{"id":"\u00e9"}', 'latin1'), 'id=%C3%A9'],
  [200, json, undefined, undefined],
])('of a response with %i and %j the next request takes the value: %j', async (status, headers, body, search) => {
  const session = sessionOf();
  await session.keep(list, { status, headers, setCookies: [], repeated: [], body, extraBytes: false, reused: false });
  expect(shown(session.prepare(a))).toBe(
    search ?? 'list gave no value for $response.body#/id, which it needs: give one in the values file: replace: { "old-id": … }.',
  );
});

it('each value is asked for once', () => {
  const session = sessionOf();
  expect([a, b, a, c, c].map((step) => shown(session.prepare(step)))).toEqual([
    'list gave no value for $response.body#/id, which it needs: give one in the values file: replace: { "old-id": … }.',
    'it needs the same value of list.',
    'it needs the same value of list.',
    'list gave no value for $response.header.ETag, which it needs: give one in the values file: replace: { "old-tag": … }.',
    'it needs the same value of list.',
  ]);
});

const leftOut = (because: LeftOut): Verdict => ({ kind: 'left out', because, reason: 'r' });

it.each<[Verdict, kind: Verdict]>([
  [leftOut('skipped'), leftOut('skipped')],
  [leftOut('not confirmed'), leftOut('not confirmed')],
  [leftOut('no means'), leftOut('no means')],
  // It came, so its value was there to take.
  [leftOut('not checked'), { kind: 'not triggered', reason: 'r' }],
  [
    { kind: 'differs', reasons: [], warnings: [] },
    { kind: 'not triggered', reason: 'r' },
  ],
  [
    { kind: 'as documented', warnings: [] },
    { kind: 'not triggered', reason: 'r' },
  ],
  [
    { kind: 'not triggered', reason: 's' },
    { kind: 'not triggered', reason: 'r' },
  ],
])('where the response with the value is %j, its taker is %j', (given, taken) => {
  const session = sessionOf();
  session.note(list, given);
  // Only the success counts.
  session.note(busy, leftOut('only a mock'));
  const reason =
    taken.kind === 'left out'
      ? 'it needs $response.body#/id of list, which was left out.'
      : 'list gave no value for $response.body#/id, which it needs: give one in the values file: replace: { "old-id": … }.';
  expect(session.prepare(a)).toEqual({ verdict: { ...taken, reason } });
  expect([session.hasSucceeded('list'), session.hasSucceeded('a')]).toEqual([given.kind === 'as documented', false]);
});

it('a dry run names the source of a value, and the values of the user come before', () => {
  expect(shown(sessionOf({}, true).prepare(b))).toBe(
    `id=${encodeURIComponent('<$response.body#/id of list>')}&tag=${encodeURIComponent('<$response.header.ETag of list>')}`,
  );
  const values = { replace: new Map(['old-id', 'old-tag'].map((old) => [old, 'mine'])) };
  expect(shown(sessionOf(values).prepare(b))).toBe('id=mine&tag=mine');
});

it.each([
  ['a', 'no'],
  ['a.204', 'never'],
  ['list', undefined],
])('of the skips %s the reason is %s', (name, reason) => {
  const session = sessionOf({ skip: new Map([[name, reason ?? 'x']]), replace: new Map([['old-id', 'x']]) });
  expect(session.prepare(a)).toEqual(
    reason === undefined
      ? { request: expect.anything() as unknown }
      : { verdict: { kind: 'left out', because: 'skipped', reason } },
  );
});

it('a response that only a mock can be asked for is left out', () => {
  expect(sessionOf().prepare(busy)).toEqual({
    verdict: {
      kind: 'left out',
      because: 'only a mock',
      reason:
        'no example of the description leads to it, and only a mock can be asked for a status: add a named example that leads to it, or skip it in the values file.',
    },
  });
});

const bare = (name: string): object => ({ name, in: 'query', required: true, schema: { type: 'string' } });

it.each<[parameters: object[], reason: string]>([
  [[bare('x')], 'query parameter x has no example that can be sent: add one to the description.'],
  [[bare('x'), bare('y')], 'query parameter x, query parameter y have no example that can be sent: add them to the description.'],
])('what has no example is named: %j', (parameters, reason) => {
  expect(sessionOf().prepare(stepOf('get', { parameters, responses }))).toEqual({
    verdict: { kind: 'left out', because: 'no means', reason },
  });
});

it('what has no example of that name is named with it', () => {
  const examples = { one: { value: 'a' } };
  const parameters = [{ name: 'y', in: 'query', examples }, bare('x')];
  const named = { 204: { description: 'Done', 'x-microcks-refs': ['one'] } };
  expect(shown(sessionOf().prepare(stepOf('get', { parameters, responses: named })))).toBe(
    'query parameter x has no example that can be sent: add one to the description named one.',
  );
});

it.each([
  ['\xff', true],
  ['a\n', false],
])('a header with the value %j is sent: %s', (value, isSent) => {
  const parameters = [
    { name: 'X-A', in: 'header', required: true, example: value },
    { name: 'X-B', in: 'header', required: true, example: 'b' },
  ];
  const reason =
    'a header would hold a character that none may hold (RFC 9110, section 5.5): look at the values file, and at what the responses hand on.';
  expect(sessionOf().prepare(stepOf('get', { parameters, responses }))).toEqual(
    isSent ? { request: expect.anything() as unknown } : { verdict: { kind: 'not triggered', reason } },
  );
});

it('a request is made of the changed examples of its operation', () => {
  const step = stepOf('get', { parameters: [query('x')], responses });
  const { documented } = step.operation;
  const parameters = documented.parameters.map((one) => ({ ...one, example: 'changed' }));
  expect(shown(sessionOf().prepare(step, { ...documented, parameters }))).toBe('x=changed');
  expect(shown(sessionOf().prepare(step))).toBe('x=old-x');
});
