import { EventEmitter } from 'node:events';
import type { InformationEvent } from 'node:http';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import type { MockRequest } from '../../../src/contract/message/request.js';
import type { Client } from '../../../src/mock/client.js';
import type { SourcedResponse } from '../../../src/mock/making/response-source.js';
import { informationOf } from '../../../src/mock/proxy/information.js';
import { readUpstream, type Upstream } from '../../../src/mock/proxy/upstream.js';
import { upstreamResponses } from '../../../src/mock/proxy/upstream-responses.js';

const request: MockRequest = {
  ...{ method: 'GET', path: '/a', search: '', query: {}, headers: {}, body: new Uint8Array(), malformed: undefined },
};

/**
 * A server that fails with these errors. If no response has begun, the first error comes in its place.
 *
 * @param destroyed Whether the connection is destroyed before the response has ended.
 */
function failing(errors: Error[], hasBegun = false, destroyed = false): Upstream {
  const start = (): EventEmitter => {
    const outgoing = Object.assign(new EventEmitter(), { end: () => setImmediate(act) });
    const act = (): void => {
      const message = Object.assign(Readable.from([Buffer.from('hi')]), {
        ...{ statusCode: 200, headers: { 'content-length': '2' }, rawHeaders: [], rawTrailers: [], socket: { destroyed } },
      });
      if (hasBegun) outgoing.emit('response', message);
      for (const error of errors) outgoing.emit('error', error);
      outgoing.emit('close');
    };
    return outgoing;
  };
  return { ...readUpstream('http://a.example/base'), request: start as never };
}

function responseOf(upstream: Upstream, headers = {}, client?: Client): Promise<SourcedResponse> {
  return Promise.resolve(upstreamResponses(upstream).respondElsewhere?.({ ...request, headers }, client)).then(
    (sourced) => sourced ?? expect.fail('There is no response.'),
  );
}

const failure = (code: string): Error => Object.assign(new Error('No.'), { code });
const violation = (rule: string, message: string): object => ({ severity: 'Error', path: ['connection'], rule, message });
const late = new DOMException('Late.', 'TimeoutError');

test.each<[what: string, upstream: Upstream, status: number, detail: string, message: string]>([
  [
    'refuses the connection',
    failing([failure('ECONNREFUSED')]),
    502,
    'The server at http://a.example gave no response: the connection was refused.',
    'connection gave no response: the connection was refused.',
  ],
  [
    'takes too long',
    failing([late]),
    504,
    'The server at http://a.example gave no response: the server did not respond in time.',
    'connection gave no response: the server did not respond in time.',
  ],
])('of a server that %s, nothing is held to the description', async (_, upstream, status, detail, message) => {
  const { response, ...more } = await responseOf(upstream);
  expect([response.status, JSON.parse(String(response.body))]).toEqual([status, expect.objectContaining({ detail })]);
  expect(more).toEqual({ unanswered: true, violations: [violation('no-response', message)] });
});

test('a request that has come back is not passed on', async () => {
  const upstream = failing([]);
  const { response, ...more } = await responseOf(upstream, { via: `1.1 ${upstream.via}` });
  expect([response.status, String(response.body)]).toEqual([508, expect.stringContaining('passes requests back to this proxy')]);
  expect(more).toEqual({ unanswered: true, violations: [violation('no-response', 'connection leads back to this proxy.')] });
});

test('where the client is gone, the failure is its own', async () => {
  const client: Client = { isGone: () => true, onceGone: () => undefined };
  const { response, ...more } = await responseOf(failing([failure('ECONNREFUSED')]), {}, client);
  expect([response.status, String(response.body)]).toEqual([499, expect.stringContaining('"The client disconnected."')]);
  const message = 'connection was ended by the client before the server responded.';
  expect(more).toEqual({ unanswered: true, violations: [violation('no-response', message)] });
});

test('bytes after the end of a response are named', async () => {
  const { violations } = await responseOf(failing([failure('HPE_INVALID_CONSTANT')], true, true));
  const message = 'connection sent bytes after the end of the response (RFC 9112, section 6.3).';
  expect(violations).toEqual([violation('extra-bytes', message)]);
  expect((await responseOf(failing([], true))).violations).toEqual([]);
});

test('each field of an informational response stands for itself', () => {
  const rawHeaders = ['Link', '<a>', 'X-Hint', '1', 'link', '<b>, <c>'];
  expect(informationOf({ statusCode: 103, rawHeaders } as InformationEvent)).toEqual({
    status: 103,
    headers: { link: ['<a>', '<b>, <c>'], 'x-hint': ['1'] },
  });
});
