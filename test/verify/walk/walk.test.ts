import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { verified, type Respond } from '../any-server.js';

const integer = { type: 'integer', format: 'int64' };
const response = (schema: object): object => ({ description: 'Fine', content: { 'application/json': { schema } } });

/** The response of a list contains the id that later requests have in the path and in a body. */
const items = {
  paths: {
    '/items': { get: { operationId: 'list', responses: { 200: response({ type: 'object' }) } } },
    '/items/{id}': {
      get: {
        operationId: 'read',
        parameters: [{ name: 'id', in: 'path', required: true, example: 1, schema: integer }],
        responses: { 204: { description: 'Read' } },
      },
    },
    '/orders': {
      post: {
        operationId: 'order',
        requestBody: {
          content: { 'application/json': { example: { lines: [{ item: 1, name: 'x' }] }, schema: { type: 'object' } } },
        },
        responses: { 204: { description: 'Ordered' } },
      },
    },
  },
};
const workflow = {
  steps: [
    { stepId: 'list', operationId: 'list', outputs: { id: '$response.body#/items/0/id' } },
    { stepId: 'read', operationId: 'read', parameters: [{ name: 'id', in: 'path', value: '$steps.list.outputs.id' }] },
    {
      stepId: 'order',
      operationId: 'order',
      requestBody: { replacements: [{ target: '/lines/0/item', value: '$steps.list.outputs.id' }] },
    },
  ],
};

const long = '9223372036854775807';

/** A server that knows one id and compresses its responses. */
const packing: Respond = (request, server) => {
  if (request.url === '/items') {
    server.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    return server.end(gzipSync(`\ufeff{"items":[{"id":${long}}]}`));
  }
  const isRight = request.method === 'GET' ? request.url === `/items/${long}` : request.body.includes(`"item": ${long},`);
  return server.writeHead(isRight ? 204 : 404).end();
};

test('a value is handed on with each of its digits, from a packed body with a byte order mark, out of a list', async (context) => {
  const { kept, text } = await verified(context, { description: items, workflow }, packing);
  expect(text).toContain('warning: body begins with a byte order mark');
  expect(text).toContain('3 of 3 as documented, 0 different, 0 not triggered by the server, 0 left out.');
  expect(kept).toBe(true);
});

describe('a server that gives no value', () => {
  const empty: Respond = (request, server) => {
    if (request.url !== '/items')
      return server.writeHead(request.url === '/items/7' || request.body.includes('7') ? 204 : 404).end();
    return server.writeHead(200, { 'content-type': 'application/json' }).end('{"items":[]}');
  };

  test('has kept the rest from being triggered: it is asked for once, and that fails', async (context) => {
    const { kept, text } = await verified(context, { description: items, workflow }, empty);
    expect(text).toContain(
      '✗ 204 No Content (valid request) not triggered: list gave no value for $response.body#/items/0/id, which it needs: give one in the values file: replace: { "1": … }.',
    );
    expect(text).toContain('✗ 204 No Content (valid request) not triggered: it needs the same value of list.');
    expect(text).toContain('1 of 3 as documented, 0 different, 2 not triggered by the server, 0 left out.');
    expect(kept).toBe(false);
  });

  test('goes on with what the values file gives', async (context) => {
    const values = { replace: { 1: 7 } };
    const { kept, text } = await verified(context, { description: items, workflow, values }, empty);
    expect(text).toContain('3 of 3 as documented');
    expect(kept).toBe(true);
  });

  test('is not blamed for what the values file skips', async (context) => {
    const values = { skip: { list: 'not today' } };
    const { kept, text } = await verified(context, { description: items, workflow, values }, empty);
    expect(text).toContain(
      '204 No Content (valid request) left out: it needs $response.body#/items/0/id of list, which was left out.',
    );
    expect(text).toContain(
      '0 of 3 as documented, 0 different, 0 not triggered by the server, 3 left out:\n  3 skipped by the values file.',
    );
    expect(kept).toBe(true);
  });
});

test('what is left out is counted by its reason, and fails where all is required', async (context) => {
  const parameters = [
    { name: 'limit', in: 'query', required: true, schema: integer },
    { name: 'since', in: 'header', required: true, schema: { type: 'string' } },
  ];
  const description = {
    paths: {
      '/a': { get: { operationId: 'a', responses: { 204: { description: 'A' }, 503: { description: 'Busy' } } } },
      '/b': { get: { operationId: 'b', parameters, responses: { 204: { description: 'B' } } } },
    },
  };
  const fine: Respond = (_request, server) => server.writeHead(204).end();
  const { kept, text } = await verified(context, { description }, fine);
  expect(text).toContain(
    '- 204 No Content (valid request) left out: query parameter limit, header parameter since have no example that can be sent: add them to the description.',
  );
  expect(text).toContain(
    [
      '1 of 3 as documented, 0 different, 0 not triggered by the server, 2 left out:',
      '  1 that only a mock can be asked for; --require-all fails on them.',
      '  1 that the description gives no request for; --require-all fails on them.',
    ].join('\n'),
  );
  expect(kept).toBe(true);
  expect((await verified(context, { description }, fine, { requireAll: true })).kept).toBe(false);
  const values = { skip: { 'a.503': 'never busy', b: 'later' } };
  expect((await verified(context, { description, values }, fine, { requireAll: true })).kept).toBe(true);
});

test('a GET that gets the response of one without its body is told so', async (context) => {
  const example = (value: string): object => ({ value });
  const description = {
    paths: {
      '/search': {
        get: {
          operationId: 'search',
          requestBody: {
            content: {
              'text/plain': { schema: { type: 'string' }, examples: { found: example('a'), 'not-found': example('b') } },
            },
          },
          responses: {
            204: { description: 'Found', 'x-microcks-refs': ['found'] },
            404: { description: 'Not found', 'x-microcks-refs': ['not-found'] },
          },
        },
      },
    },
  };
  const { text } = await verified(context, { description }, (_request, server) => server.writeHead(204).end());
  expect(text).toMatch(
    /status 204 instead of 404\.\n +The request without its body gets the same: something between may have dropped the body of the GET/,
  );
});

test('all that is wrong with values is said at once, without them, before anything is sent', async (context) => {
  let requests = 0;
  const values = { replace: { s3cr3t: 'x', y: 's3cr3t' }, credentials: { Token: 's3cr3t' }, skip: { nothing: 'x' } };
  const { kept } = await verified(context, { description: items, values }, () => (requests += 1));
  expect(String(kept).split('\n')).toHaveLength(4);
  expect(kept).toContain('./values.json skips "nothing", which is not in the description: it has list, read, order,');
  expect(requests).toBe(0);
});

// A host name that never resolves (RFC 6761, section 6.4), and a closed port.
test.for(['http://nowhere.invalid', 'http://127.0.0.1:9'])('a walk ends where %s cannot be reached', async (server, context) => {
  const { kept, text } = await verified(context, { description: items }, () => undefined, { server });
  expect(kept).toBe(false);
  expect(text.match(/no response:/g)).toHaveLength(1);
  expect(text.match(/the server cannot be reached\./g)).toHaveLength(2);
});

describe('an operation whose contract is a redirect', () => {
  const description = {
    paths: {
      '/latest': {
        get: {
          operationId: 'latest',
          responses: {
            302: {
              description: 'Found',
              headers: { Location: { required: true, schema: { type: 'string', pattern: '^/items/' } } },
            },
            400: { description: 'Refused' },
          },
        },
      },
    },
  };

  test('is asked for, and not followed', async (context) => {
    const asked: Array<string | undefined> = [];
    const { text } = await verified(context, { description }, (request, server) => {
      asked.push(request.url);
      server.writeHead(302, { location: '/items/1' }).end();
    });
    expect(text).toContain('✓ 302 Found (valid request)');
    expect(asked).toEqual(['/latest']);
  });

  test.each([
    ['another place', 302, { location: '/' }, 'header.location must match pattern'],
    ['a page in its place', 200, {}, 'status 200 instead of 302.'],
  ])('is named: %s', async (_, status, headers, reason) => {
    const { kept, text } = await verified({ onTestFinished }, { description }, (_request, server) =>
      server.writeHead(status, headers).end(),
    );
    expect([kept, text]).toEqual([false, expect.stringContaining(reason)]);
  });
});
