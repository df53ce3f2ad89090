import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { expect, it, vi } from 'vitest';
import { noValues } from '../../../src/verify/files/values-file.js';
import type { StepOutput } from '../../../src/verify/files/workflow-file.js';
import { isSuccess } from '../../../src/verify/walk/plan.js';
import type { ProbeResult } from '../../../src/verify/probes/probe.js';
import { judgeRequest } from '../../../src/verify/probes/request-judge.js';
import { runProbes } from '../../../src/verify/probes/run-probes.js';
import { Session } from '../../../src/verify/walk/session.js';
import { listen } from '../../client/servers.js';
import { operationsOf, stepsOf } from '../described.js';

interface Run {
  paths: object;
  outputs?: StepOutput[];
  /** The operations whose success came. Default: all. */
  succeeded?: string[];
  respond: (request: IncomingMessage & { body: string }, response: ServerResponse) => unknown;
}

/** Sends the probes of operations. Returns the results, and what was asked, with a mark before each probe of which it is. */
async function run({
  paths,
  outputs = [],
  succeeded,
  respond,
}: Run): Promise<{ results: ProbeResult[]; log: string[]; sockets: Set<Socket> }> {
  const log: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    sockets.add(request.socket);
    log.push(`${request.method ?? ''} ${request.url ?? ''}`);
    void buffer(request).then((body) => respond(Object.assign(request, { body: String(body) }), response), Boolean);
  });
  const url = await listen(server, 'http');
  const operations = operationsOf({ paths });
  const steps = stepsOf(operations);
  const options = {
    steps,
    operations,
    outputs,
    server: url,
    values: noValues,
    timeoutMs: 5000,
    mayChange: true,
    judge: judgeRequest,
  };
  const session = new Session(options);
  for (const step of steps.filter(isSuccess)) {
    const isRight = succeeded?.includes(step.operation.documented.operationId) ?? true;
    session.note(step, isRight ? { kind: 'as documented', warnings: [] } : { kind: 'differs', reasons: [], warnings: [] });
  }
  const results: ProbeResult[] = [];
  for await (const result of runProbes(options, session)) {
    results.push(result);
    log.push(`= ${result.probe.name}: ${result.verdict.kind}`);
  }
  return { results, log, sockets };
}

const responses = { 204: { description: 'Done' }, 400: { description: 'No' } };
const get = (operationId: string, more: object = {}): object => ({
  get: { operationId, responses: { 204: { description: 'Done' } }, ...more },
});
const done = (_request: IncomingMessage, response: ServerResponse): unknown => response.writeHead(204).end();
const named = ({ results }: { results: ProbeResult[] }): string[] =>
  results.map(({ probe }) => `${probe.operation.documented.operationId} ${probe.name}`);
const again = 'once more, on a kept connection';

it('only operations whose success came are asked further, each once', async () => {
  const examples = { one: { value: '1' }, two: { value: '2' } };
  const parameters = [{ name: 'x', in: 'query', examples }];
  const twice = { 204: { description: 'Done', 'x-microcks-refs': ['one', 'two'] } };
  const paths = { '/a': get('a', { parameters, responses: twice }), '/b': get('b'), '/c': get('c') };
  const found = named(await run({ paths, succeeded: ['a', 'c'], respond: done }));
  expect(found.filter((name) => name.endsWith(again))).toEqual([`a ${again}`, `a ${again}`, `c ${again}`]);
  expect(found.filter((name) => name.endsWith(' PUT of the path'))).toEqual(['a PUT of the path', 'c PUT of the path']);
  expect(found.filter((name) => name.startsWith('b'))).toEqual([]);
});

it('the time is that of the request, and one without a response differs', async () => {
  const started = performance.now();
  const { results } = await run({
    paths: { '/a': get('a') },
    respond: (request, response) => (request.method === 'PATCH' ? request.socket.destroy() : done(request, response)),
  });
  for (const { milliseconds } of results) expect(milliseconds).toBeLessThan(performance.now() - started);
  expect(results.find(({ probe }) => probe.name === 'PATCH of the path')?.verdict).toEqual({
    kind: 'differs',
    reasons: ['no response: the connection was cut off before the response ended.'],
    warnings: [],
  });
});

/** `list` gives an id that `take` needs once, and `other` gives nothing. */
const schema = { type: 'object', required: ['size'], properties: { size: { type: 'integer' } } };
const requestBody = { required: true, content: { 'application/json': { schema, example: { size: 1 } } } };
const parameters = [{ name: 'id', in: 'query', required: true, example: 'old', schema: { type: 'string' } }];
const listing = { 200: { description: 'List', content: { 'application/json': { schema: { type: 'object' } } } } };
const outputs = [{ from: 'list', to: 'take', expression: '$response.body#/id', place: { in: 'query', name: 'id' } }];
const taking = (method: string): object => ({
  '/list': get('list', { responses: listing }),
  '/take': { [method]: { operationId: 'take', parameters, requestBody, responses } },
  '/other': get('other'),
});

/** A server that accepts a body cut off, and an empty one, and refuses the rest. It gives as many ids as it may. */
function takingServer(most: number, cutOff = 0): Run['respond'] {
  let count = 0;
  return (request, response) => {
    const { url = '', method, body, headers } = request;
    if (url === '/other') return response.writeHead(204).end();
    if (url === '/list' && method === 'GET') {
      count += 1;
      if (count === cutOff) return request.socket.destroy();
      return response.writeHead(200, { 'content-type': 'application/json' }).end(count > most ? '{}' : `{"id":"new${count}"}`);
    }
    if (!url.startsWith('/take') || !['GET', 'POST'].includes(method ?? '')) {
      return response.writeHead(405, { allow: 'GET, POST' }).end();
    }
    const isRight = url === `/take?id=new${count}` && /^application\/json(;|$)/i.test(headers['content-type'] ?? '');
    const isAccepted = body === '' || body === '{\n  "size": 1\n' || body.replaceAll(/\s/g, '') === '{"size":1}';
    return response.writeHead(isRight && isAccepted ? 204 : 400).end();
  };
}

/** The probes of `take` with their verdicts, and whether a new id was asked for before each. */
function ofTake(log: string[]): Array<[name: string, verdict: string, isNew: boolean]> {
  const before = log.findIndex((line) => line.includes('/take'));
  const lists = log.slice(0, before).filter((line) => line === 'GET /list').length;
  const found: Array<[string, string, boolean]> = [];
  let isNew = lists > 0;
  for (const line of log.slice(before)) {
    if (line === 'GET /list') isNew = true;
    const [, name, verdict] = /^= (body.*|query.*|media.*): (.*)$/.exec(line) ?? [];
    if (name === undefined || verdict === undefined) continue;
    found.push([name, verdict, isNew]);
    isNew = false;
  }
  return found;
}

it.each([
  ['post', true],
  ['get', false],
])('a value that an accepted request has used up is asked for again: %s', async (method, isUnsafe) => {
  const { log } = await run({ paths: taking(method), outputs, respond: takingServer(99) });
  const found = ofTake(log);
  const names = found.map(([name]) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(found).toEqual(
    found.map(([name, verdict], index) => {
      const isAfterAccepted = index === 0 || ['body cut off', 'body empty'].includes(names[index - 1] ?? '');
      const isValid = name.startsWith('media type');
      return [name, verdict, isValid ? isUnsafe : isAfterAccepted];
    }),
  );
  expect(found).toEqual(
    expect.arrayContaining([
      ['body cut off', 'differs', false],
      ['body.size missing', 'as documented', false],
      ['media type with a charset', 'as documented', isUnsafe],
      ['media type in capitals', 'as documented', isUnsafe],
    ]),
  );
  // What gives nothing is asked for itself alone: three times once more, and not before `take`.
  expect(log.filter((line) => line === 'GET /other')).toHaveLength(1);
});

it.each<[most: number, last: [name: string, verdict: string, isNew: boolean]]>([
  [1, ['body cut off', 'differs', false]],
  [2, ['body empty', 'differs', false]],
  [4, ['media type with a charset', 'as documented', true]],
])('where a value comes %i times only, the rest is not sent', async (most, last) => {
  const { log } = await run({ paths: taking('post'), outputs, respond: takingServer(most) });
  expect(ofTake(log).at(-1)).toEqual(last);
  const onceMore = log.filter((line) => line.startsWith(`= ${again}`));
  expect(onceMore).toEqual(Array.from({ length: 3 }, () => `= ${again}: as documented`));
});

it('a value that cannot be asked for again since the connection is cut off leaves the old one', async () => {
  const { log } = await run({ paths: taking('post'), outputs, respond: takingServer(99, 2) });
  expect(ofTake(log).at(-1)).toEqual(['media type in capitals', 'as documented', true]);
});

it('each success is sent once more on one connection, with the values of the responses before, and the first twice', async () => {
  const { log, sockets } = await run({ paths: taking('post'), outputs, respond: takingServer(99) });
  const lines = log.slice(log.findIndex((line) => line === `= ${again}: as documented`) - 1);
  const [, id = ''] = /id=(new\d+)/.exec(lines.find((line) => line.startsWith('POST')) ?? '') ?? [];
  const ok = `= ${again}: as documented`;
  expect(lines).toEqual(['GET /list', ok, 'GET /list', ok, `POST /take?id=${id}`, ok, 'GET /other', ok]);
  // The connection is closed at the end.
  await vi.waitUntil(() => [...sockets].every((socket) => socket.destroyed));
});

it.each([
  ['closes an idle connection', true, 'as documented'],
  ['leaves it open', false, 'differs'],
])('a connection that is cut off before a response: the server %s', async (_, closes, kind) => {
  const used = new WeakSet<Socket>();
  const { results } = await run({
    paths: { '/a': get('a') },
    respond: (request, response) => {
      const { socket } = request;
      if (used.has(socket)) return socket.resetAndDestroy();
      used.add(socket);
      if (closes) response.on('finish', () => setImmediate(() => socket.end()));
      return request.method === 'GET' ? response.writeHead(204).end() : response.writeHead(405, { allow: 'GET' }).end();
    },
  });
  const found = results.filter(({ probe }) => probe.name === again).map(({ verdict }) => verdict.kind);
  expect(found).toEqual(['as documented', kind]);
});
