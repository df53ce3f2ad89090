import dns from 'node:dns';
import type { RequestListener } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import { noValues } from '../../../src/verify/files/values-file.js';
import { dryRun, walk, type StepResult, type WalkOptions } from '../../../src/verify/walk/walk.js';
import { bodyOf, serve, serveBytes } from '../../client/servers.js';
import { operationsOf, stepOf, stepsOf } from '../described.js';

afterEach(() => vi.restoreAllMocks());

const done = { 204: { description: 'Done' } };
const requestBody = { content: { 'text/plain': { example: 'x' } } };
const parameters = [{ name: 'X-A', in: 'header', required: true, example: 'a' }];

async function results(server: string, options: Partial<WalkOptions>): Promise<StepResult[]> {
  const found: StepResult[] = [];
  const given = { steps: [], outputs: [], server, values: noValues, timeoutMs: 5000, mayChange: true, ...options };
  for await (const result of walk(given)) found.push(result);
  return found;
}

const verdicts = async (server: string, options: Partial<WalkOptions>): Promise<unknown[]> =>
  (await results(server, options)).map(({ verdict }) => verdict);

const lost =
  'The request without its body gets the same: something between may have dropped the body of the GET (RFC 9110, section 9.3.1).';
const wrong = ['status 404 instead of 204.', 'status 404 is not documented for this operation (documented: 204).'];

it.each<
  [method: string, operation: object, respond: RequestListener | undefined, reasons: string[] | undefined, requests: number]
>([
  ['get', { requestBody, parameters }, (_, response) => response.writeHead(404).end(), [...wrong, lost], 2],
  ['head', { requestBody }, (_, response) => response.writeHead(404).end(), [...wrong, lost], 2],
  ['get', { requestBody, parameters }, undefined, wrong, 2],
  ['get', {}, (_, response) => response.writeHead(404).end(), wrong, 1],
  ['delete', { requestBody }, (_, response) => response.writeHead(404).end(), wrong, 1],
  ['get', { requestBody }, (_, response) => response.writeHead(204).end(), undefined, 1],
  // As documented, though not the first of its range.
  [
    'get',
    { requestBody, responses: { '2XX': { description: 'Done' } } },
    (_, response) => response.writeHead(201).end(),
    undefined,
    1,
  ],
])(
  '%s of %j that is refused: whether its body is lost on the way is asked once (%#)',
  async (method, operation, respond, reasons, requests) => {
    const asked: Array<[type: string | undefined, header: string | string[] | undefined, body: string]> = [];
    const server = await serve((request, response) => {
      void bodyOf(request).then((body) => {
        asked.push([request.headers['content-type'], request.headers['x-a'], body]);
        if (respond) respond(request, response);
        // Without a body, it gets something else.
        else response.writeHead(body === '' ? 400 : 404).end();
      });
    });
    const step = stepOf(method, { responses: done, ...operation });
    expect(await verdicts(server, { steps: [step] })).toEqual([
      reasons ? { kind: 'differs', reasons, warnings: [] } : { kind: 'as documented', warnings: [] },
    ]);
    expect(asked).toHaveLength(requests);
    const header = 'parameters' in operation ? 'a' : undefined;
    if (requests === 2) expect(asked[1]).toEqual([undefined, header, '']);
  },
);

it('a status that is right keeps the request from being sent without its body', async () => {
  let requests = 0;
  const server = await serve((_request, response) => {
    requests += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end('"a"');
  });
  const responses = { 200: { description: 'One', content: { 'application/json': { schema: { type: 'integer' } } } } };
  expect(await verdicts(server, { steps: [stepOf('get', { requestBody, responses })] })).toEqual([
    { kind: 'differs', reasons: ['body must be integer.'], warnings: [] },
  ]);
  expect(requests).toBe(1);
});

it('a second request that gets no response says nothing of the body', async () => {
  let requests = 0;
  const server = await serve((request, response) => {
    requests += 1;
    if (requests === 1) response.writeHead(404).end();
    else request.socket.destroy();
  });
  const steps = [stepOf('get', { requestBody, responses: done })];
  expect(await verdicts(server, { steps })).toEqual([{ kind: 'differs', reasons: wrong, warnings: [] }]);
});

const three = stepsOf(
  operationsOf({
    paths: Object.fromEntries(['a', 'b', 'c'].map((id) => [`/${id}`, { get: { operationId: id, responses: done } }])),
  }),
);
const noResponse = (why: string): unknown => ({ kind: 'differs', reasons: [`no response: ${why}.`], warnings: [] });
const unreachable = { kind: 'not triggered', reason: 'the server cannot be reached.' };

it.each([
  ['ENOTFOUND', 'the name of the host is not known', true],
  ['EAI_AGAIN', 'the name of the host is not known', true],
  ['ECONNREFUSED', 'the connection was refused', true],
  ['XECONNREFUSED', 'the connection failed (XECONNREFUSED)', false],
  ['ECONNREFUSED2', 'the connection failed (ECONNREFUSED2)', false],
  ['ETIMEDOUT', 'the server did not respond in time', false],
])('where the host gives %s, the walk ends: %s, %s', async (code, why, ends) => {
  vi.spyOn(dns, 'lookup').mockImplementation(((_host: string, _options: object, found: (error: Error) => void) =>
    found(Object.assign(new Error(code), { code }))) as unknown as typeof dns.lookup);
  expect(await verdicts('http://host.invalid', { steps: three })).toEqual([
    noResponse(why),
    ...(ends ? [unreachable, unreachable] : [noResponse(why), noResponse(why)]),
  ]);
});

it('a connection that is cut off ends no walk', async () => {
  const { url } = await serveBytes('');
  const cut = noResponse('the connection was cut off before the response ended');
  expect(await verdicts(url, { steps: three })).toEqual([cut, cut, cut]);
});

it('the time is that of the request, and none where none is sent', async () => {
  const server = await serve((_request, response) => response.writeHead(204).end());
  const started = performance.now();
  const [first, second] = await results(server, { steps: three, values: { ...noValues, skip: new Map([['b', 'no']]) } });
  expect(first?.milliseconds).toBeGreaterThan(0);
  expect(first?.milliseconds).toBeLessThan(performance.now() - started);
  expect(second).toMatchObject({ milliseconds: 0, verdict: { kind: 'left out' } });
});

it('what may change something is not sent before it is confirmed', async () => {
  const asked: string[] = [];
  const server = await serve(({ method = '' }, response) => {
    asked.push(method);
    response.writeHead(204).end();
  });
  const of = (operationId: string): object => ({ operationId, responses: done });
  const steps = stepsOf(operationsOf({ paths: { '/a': { get: of('a'), put: of('b'), delete: of('c') } } }));
  const values = { ...noValues, skip: new Map([['c', 'no']]) };
  const given = { steps, values, mayChange: false };
  expect(await verdicts(server, given)).toEqual([
    { kind: 'as documented', warnings: [] },
    { kind: 'left out', because: 'not confirmed', reason: 'it may change something and was not confirmed (--yes).' },
    { kind: 'left out', because: 'skipped', reason: 'no' },
  ]);
  expect(asked).toEqual(['GET']);
});

it('a dry run names what a request takes', () => {
  const operation = { parameters: [{ name: 'id', in: 'query', required: true, example: 'old' }], responses: done };
  const outputs = [{ from: 'list', to: 'a', expression: '$response.body', place: { in: 'query', name: 'id' } }];
  const [only] = [...dryRun({ steps: [stepOf('get', operation)], outputs, server: 'http://h', values: noValues })];
  expect(only).toMatchObject({ step: { name: 'valid request' }, request: { query: [['id', '<$response.body of list>']] } });
});
