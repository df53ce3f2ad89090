import { expect, it } from 'vitest';
import { pageRequest, withoutImpossibleBody } from '../../../../src/build/docs/reference/message/page-request.js';
import type { SampleRequest } from '../../../../src/requests/sample-request.js';

const body = { contentType: 'text/plain', text: 'x', json: undefined };
function sample(method: string, headers: SampleRequest['headers'], sent?: typeof body): SampleRequest {
  return {
    ...{ operationId: 'a', method, server: 'https://a.example/v1', url: 'https://a.example/v1/b', query: [], search: 'c=d' },
    ...{ headers, body: sent, parameters: [], token: undefined, successWithBody: undefined },
  };
}

it.each([
  ...['Sec-Fetch-Mode', 'sec-x', 'Proxy-Authorization', 'PROXY-X', 'Cookie', 'Host', 'Via', 'Content-Length', 'set-cookie'].map(
    (name) => [name, `Browsers do not let a page set the header ${name}.`] as const,
  ),
  ...['Section', 'X-Sec-Fetch', 'Proxied', 'Secret', 'Authorization', 'Cookie-Jar'].map((name) => [name, undefined] as const),
])('a page that sets the header %s has the problem %s', (name, problem) => {
  const headers: SampleRequest['headers'] = [
    ['Accept', '*/*'],
    [name, 'x'],
  ];
  expect(pageRequest(sample('POST', headers)).problem).toBe(problem);
});

it.each<[method: string, sent: typeof body | undefined, problem: string | undefined]>([
  ['GET', body, 'Browsers cannot send a body with GET.'],
  ['HEAD', body, 'Browsers cannot send a body with HEAD.'],
  ['GET', undefined, undefined],
  ['DELETE', body, undefined],
  ...['CONNECT', 'TRACE', 'TRACK'].map((method): [string, undefined, string] => [
    method,
    undefined,
    `Browsers cannot send ${method} requests.`,
  ]),
])('a page that sends %s with the body %j has the problem %s', (method, sent, problem) => {
  expect(pageRequest(sample(method, [], sent)).problem).toBe(problem);
});

it('has the path and the query without the server', () => {
  const expected = { method: 'POST', path: '/b?c=d', headers: [['A', 'b']], body: 'x' };
  expect(pageRequest(sample('POST', [['A', 'b']], body))).toEqual(expected);
});

it.each([
  ['GET', false, undefined, ['A']],
  ['GET', true, 'x', ['Content-Type', 'A']],
  ['POST', false, 'x', ['Content-Type', 'A']],
])('of %s with a body that is required: %s, the body %s stays, and the headers %j', (method, isRequired, text, names) => {
  const headers: SampleRequest['headers'] = [
    ['Content-Type', 'text/plain'],
    ['A', 'b'],
  ];
  const left = withoutImpossibleBody(sample(method, headers, body), isRequired);
  expect([left.body?.text, left.headers.map(([name]) => name)]).toEqual([text, names]);
});
