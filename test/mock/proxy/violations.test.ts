import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMock, type LoggedExchange } from '../../../src/mock/index.js';
import { exchangeLines } from '../../../src/mock/log-lines.js';
import { description, get, post, startProxied, things, type Proxied } from './proxied.js';

let proxied: Proxied;
beforeAll(async () => {
  proxied = await startProxied();
});
afterAll(() => proxied.close());

test('what differs from the description stands in sl-violations and in the log, without a value', async () => {
  const { status, body, headers, log } = await proxied.exchange(get, (_request, response) => {
    things(response, '{"token":"s3cr3t"}');
  });
  expect([status, body]).toEqual([200, '{"token":"s3cr3t"}']);
  expect(JSON.parse(headers['sl-violations'] ?? '')).toEqual([
    { location: ['response', 'body'], severity: 'Error', code: 'type', message: 'body must be array.' },
  ]);
  expect(log).toContain('! response: body must be array.');
  expect(log).not.toContain('s3cr3t');
});

test.each([
  [200, true],
  [204, true],
  [299, true],
  [300, false],
  [302, false],
  [304, false],
  [400, false],
  [500, false],
])('%i accepts a request that the description rules out: %s', async (status, isAccepted) => {
  const { headers } = await proxied.exchange({ ...get, path: '/things' }, (_request, response) => {
    response.writeHead(status, { location: '/things?q=1' }).end();
  });
  const violations = JSON.parse(headers['sl-violations'] ?? '') as Array<{ code: string }>;
  expect(violations.some(({ code }) => code === 'accepted')).toBe(isAccepted);
});

test('the log names each difference in a line, also when it shows nothing else', async () => {
  const logged: LoggedExchange[] = [];
  const mock = await createMock({ description, upstream: proxied.upstream, log: (one) => logged.push(one) });
  proxied.respond((_request, response) => response.writeHead(400).end('{'));
  await mock.fetch('/things?token=s3cr3t');
  const lines = logged.map((one) => exchangeLines(one, false, true).replace(/[\d.]+ ms/, '… ms'));
  expect(lines).toEqual([
    [
      'GET /things 400 … ms',
      '  ! request: query.q is required.',
      '  ! response: body has 1 bytes, and no body is documented for 400.',
    ].join('\n'),
  ]);
});

test('a problem body of the server is masked in the log, and does not hide what is wrong with the request', async () => {
  const { headers, log } = await proxied.exchange({ ...get, path: '/things' }, (_request, response) =>
    response
      .writeHead(400, { 'content-type': 'application/problem+json', location: '/?token=s3cr3t' })
      .end('{"detail":"ada@example.org has the token s3cr3t"}'),
  );
  expect(log).toContain('{"detail":"<36 characters>"}');
  for (const secret of ['s3cr3t', 'ada@']) expect(log).not.toContain(secret);
  expect(headers['sl-violations']).toContain('query.q is required');
});

test('with errors, the client gets 500 with all of it', async () => {
  proxied.respond((_request, response) => {
    things(response, '{}');
  });
  const mock = await createMock({ description, upstream: proxied.upstream, errors: true });
  const response = await mock.fetch('/things');
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({
    violations: [
      { location: 'request.query.q', rule: 'required' },
      { location: 'response.status', rule: 'accepted' },
      { location: 'response.body', rule: 'type' },
    ],
  });
  proxied.respond((_request, refused) => refused.writeHead(400).end());
  expect((await mock.fetch('/things')).status).toBe(400);
});

test('a request that is not valid and is accepted all the same is said', async () => {
  const { status, headers } = await proxied.exchange({ ...get, path: '/things' }, (_request, response) => {
    things(response);
  });
  expect(status).toBe(200);
  expect(headers['sl-violations']).toContain('200 accepted a request that is not valid: query.q is required');
  const twice = { ...post, body: '["a","b"]' };
  const { headers: named } = await proxied.exchange(twice, (_request, response) => response.writeHead(204).end());
  const messages = (JSON.parse(named['sl-violations'] ?? '') as Array<{ message: string }>).map(({ message }) => message);
  expect(messages).toContain('status 204 accepted a request that is not valid: body.0 must be integer; body.1 must be integer.');
  const refused = await proxied.exchange({ ...get, path: '/things' }, (_request, response) => response.writeHead(400).end());
  expect(refused.headers['sl-violations']).not.toContain('accepted');
  // The server may support a coding that this process does not.
  const packed = { ...post, headers: { ...post.headers, 'content-encoding': 'compress' }, body: '?' };
  const accepted = await proxied.exchange(packed, (_request, response) => response.writeHead(204).end());
  expect(accepted.headers['sl-violations']).not.toContain('accepted');
});
