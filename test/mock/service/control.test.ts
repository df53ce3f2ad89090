import { expect, test } from 'vitest';
import type { ContractOperation } from '../../../src/contract/operations.js';
import { prepareOperations } from '../../../src/contract/operations.js';
import { readTarget } from '../../../src/contract/message/request-target.js';
import type { MockResponse } from '../../../src/contract/message/response.js';
import { completeDescription } from '../../../src/description/complete.js';
import type { Operation, PathItem } from '../../../src/description/types.js';
import { NextResponses } from '../../../src/mock/making/next-responses.js';
import { control } from '../../../src/mock/service/control.js';
import { statusControl } from '../../../src/mock/service/status-control.js';

function operationsAt(...paths: string[]): ContractOperation[] {
  const get = (operationId: string): Operation => ({
    operationId,
    responses: {
      200: { description: 'Yes', content: { 'text/plain': { examples: { one: { value: '1' }, two: { value: '2' } } } } },
    },
  });
  const items = paths.map((path, index): [string, PathItem] => [path, { get: get(`get${index}`) }]);
  const { description } = completeDescription({
    ...{ openapi: '3.1.0', info: { title: 'T', version: '1' } },
    paths: Object.fromEntries(items),
  });
  return prepareOperations(description).operations;
}

interface Sent {
  method?: string;
  path?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/**
 * Sends a request to the control API of the mock. Returns the response, and the responses queued for `get0` without a key and
 * with `k`.
 */
function controlled(
  sent: Sent,
  operations = operationsAt('/a', '/b'),
): { response: MockResponse | undefined; waiting: unknown[] } {
  const next = new NextResponses();
  const { method = 'POST', path = '/_mock/next', body = '', headers = {} } = sent;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = control(next, () => operations)({ method, ...readTarget(path), headers, body: Buffer.from(text) });
  const take = (key: string): unknown => next.take('get0', { 'mock-key': key });
  return { response, waiting: ['', 'k'].map(take).filter((one) => one !== undefined) };
}

const detailOf = (response: MockResponse | undefined): unknown => {
  const { status, detail } = JSON.parse(String(response?.body)) as { status: number; detail: string };
  expect([status, response?.headers['content-type']]).toEqual([response?.status, 'application/problem+json']);
  return [status, detail];
};

const form = 'Send JSON such as {"operationId": "…", "example": "…"}, or a list of such objects.';

test.each<[sent: unknown, status: number, detail: string]>([
  ['', 400, form],
  ['{', 400, form],
  ['null', 400, form],
  [['x'], 400, form],
  [{}, 400, form],
  [{ operationId: 1, example: 'one' }, 400, form],
  [{ operationId: 'get0', key: 1, example: 'one' }, 400, form],
  [{ operationId: 'get0', example: 1 }, 400, form],
  [{ operationId: 'get0', code: '200' }, 400, form],
  [{ operationId: 'get0' }, 400, 'Say which response comes next: give "example", "code" or "disconnect".'],
  [{ operationId: 'get0', disconnect: 'true' }, 400, 'Say which response comes next: give "example", "code" or "disconnect".'],
  [{ operationId: 'get2', code: 200 }, 400, 'There is no operation "get2": use one of get0, get1.'],
  [{ operationId: 'get0', example: 'x' }, 400, 'The operation get0 has no example "x": use one of one, two.'],
  ...[199, 600, 200.5].map((code): [unknown, number, string] => [
    { operationId: 'get0', code },
    ...([400, `The status ${code} is no status of a response: use 200 to 599.`] as const),
  ]),
  ...[201, 599].map((code): [unknown, number, string] => [
    { operationId: 'get0', code },
    ...([400, `The operation get0 does not document the status ${code}: add "undocumented: true" to send it.`] as const),
  ]),
  [
    { operationId: 'get0', code: 201, undocumented: 'true' },
    400,
    'The operation get0 does not document the status 201: add "undocumented: true" to send it.',
  ],
])('POST /_mock/next with %j is refused', (body, status, detail) => {
  const { response, waiting } = controlled({ body });
  expect(detailOf(response)).toEqual([status, detail]);
  expect(waiting).toEqual([]);
});

test.each<[body: unknown, headers: Record<string, string>, waiting: object[]]>([
  [{ operationId: 'get0', example: 'one' }, {}, [{ example: 'one' }]],
  [{ operationId: 'get0', code: 200, example: 'two', x: 1 }, {}, [{ code: 200, example: 'two' }]],
  [{ operationId: 'get0', code: 200 }, {}, [{ code: 200 }]],
  [{ operationId: 'get0', code: 599, undocumented: true }, {}, [{ code: 599, undocumented: true }]],
  [{ operationId: 'get0', disconnect: true }, {}, [{ disconnect: true }]],
  [
    [
      { operationId: 'get0', code: 200 },
      { operationId: 'get0', key: 'k', example: 'one' },
    ],
    {},
    [{ code: 200 }, { example: 'one' }],
  ],
  [{ operationId: 'get0', example: 'one' }, { 'mock-key': 'k' }, [{ example: 'one' }]],
  [{ operationId: 'get1', example: 'one' }, {}, []],
])('POST /_mock/next with %j queues what it says', (body, headers, expected) => {
  const { response, waiting } = controlled({ body, headers });
  expect(response).toEqual({ status: 204, headers: {}, body: undefined });
  expect(waiting).toEqual(expected);
});

test('a list with one mistake queues nothing', () => {
  const { response, waiting } = controlled({
    body: [
      { operationId: 'get0', code: 200 },
      { operationId: 'x', code: 200 },
    ],
  });
  expect([response?.status, waiting]).toEqual([400, []]);
});

test('DELETE forgets what waits: of a key, or all of it', () => {
  const forget = (headers: Record<string, string>): unknown[] => {
    const next = new NextResponses();
    next.add('get0', { code: 200 }, '');
    next.add('get0', { code: 201 }, 'k');
    const request = { method: 'DELETE', ...readTarget('/_mock/next'), headers, body: Buffer.alloc(0) };
    expect(control(next, () => operationsAt('/a'))(request)).toEqual({ status: 204, headers: {}, body: undefined });
    return ['', 'k'].map((key) => next.take('get0', { 'mock-key': key }));
  };
  expect([forget({}), forget({ 'mock-key': 'k' })]).toEqual([
    [undefined, undefined],
    [{ code: 200 }, undefined],
  ]);
});

test('other methods and paths below /_mock/ are named, and all others are left to the description', () => {
  const put = controlled({ method: 'PUT' }).response;
  expect([detailOf(put), put?.headers.allow]).toEqual([[405, 'This path takes POST or DELETE, not PUT.'], 'POST, DELETE']);
  const detail = 'Path not found. The mock itself takes /_mock/next.';
  expect(detailOf(controlled({ path: '/_mock/other' }).response)).toEqual([404, detail]);
  for (const path of ['/_mock', '/a', '/a/_mock/next']) expect(controlled({ path }).response).toBeUndefined();
  expect(controlled({}, operationsAt('/a', '/_mock/{id}')).response).toBeUndefined();
});

const report = { documented: [], undocumented: [] };
const status = (paths: string[]): Parameters<typeof statusControl>[0] => ({
  title: () => 'T 1',
  operations: () => paths.map((path) => ({ method: 'GET', path })),
  coverage: () => report as never,
});
const ready = { ready: true, title: 'T 1', operations: ['GET /a'] };

test.each<[method: string, path: string, hasRoot: boolean, paths: string[], body: unknown]>([
  ['GET', '/_mock/ready', false, ['/a'], ready],
  ['HEAD', '/_mock/ready', false, ['/a'], ready],
  ['GET', '/_mock/coverage', false, ['/a'], report],
  ['GET', '/', true, ['/a'], ready],
  ['GET', '/', false, ['/a'], undefined],
  ['POST', '/_mock/ready', false, ['/a'], undefined],
  ['GET', '/_mock', true, ['/a'], undefined],
  ['GET', '/', true, ['/a', '/'], undefined],
  ['GET', '/_mock/ready', true, ['/_mock/ready'], undefined],
])('%s %s with the root: %s, and the paths %j', (method, path, hasRoot, paths, body) => {
  const response = statusControl(status(paths), hasRoot)({ method, ...readTarget(path), headers: {}, body: Buffer.alloc(0) });
  expect(response && { ...response, body: JSON.parse(String(response.body)) as unknown }).toEqual(
    body && { status: 200, headers: { 'content-type': 'application/json' }, body },
  );
});
