import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createClient, type ClientOptions } from '../../../src/client/index.js';
import { createMock, type InProcessMock } from '../../../src/mock/index.js';
import { generatedClient } from '../../support/generated-client.js';
import type { Description } from '../../../src/description/types.js';
import { bodyOf, serve } from '../servers.js';

const path = '/words';
/** A description whose mock chooses the response by the body of a GET. */
const description: Description = {
  openapi: '3.1.0',
  info: { title: 'Words', version: '1.0.0' },
  servers: [{ url: 'http://api.test' }],
  security: [],
  paths: {
    [path]: {
      get: {
        operationId: 'find',
        requestBody: {
          content: {
            'application/json': {
              schema: { type: 'object', required: ['word'], properties: { word: { type: 'string', minLength: 1 } } },
              examples: { known: { value: { word: 'tree' } }, unknown: { value: { word: 'eert' } } },
            },
          },
        },
        responses: {
          204: { description: 'Known', 'x-microcks-refs': ['known'] },
          400: { description: 'Wrong' },
          404: { description: 'Unknown', 'x-microcks-refs': ['unknown'] },
        },
      },
    },
  },
};

type Find = (init?: object) => Promise<{ status: number }>;

/** The status of a call with the body, or the name of its error. */
async function find(word: string, options: ClientOptions, use?: object): Promise<number | string> {
  const api = createClient({ ...generatedClient(description), ...options }) as unknown as {
    find: Find;
    raw: { use: (middleware: object) => void };
  };
  if (use) api.raw.use(use);
  return api.find({ body: { word } }).then(
    ({ status }) => status,
    (error: unknown) => (error as Error).name,
  );
}

describe('the mock in this process gets the body of a GET, or the call ends in an UnsupportedBodyError', () => {
  type ClientFetch = NonNullable<ClientOptions['fetch']>;
  const ways: Array<[way: string, arrives: boolean, fetchOf: (mock: InProcessMock) => ClientFetch]> = [
    ['the request', true, (mock) => (request) => mock.fetch(request)],
    ['the request with options', true, (mock) => (request) => mock.fetch(request, { headers: request.headers })],
    ['a clone', true, (mock) => (request) => mock.fetch(request.clone())],
    ['a clone of a clone', true, (mock) => (request) => mock.fetch(request.clone().clone())],
    [
      'the request, after a look at a clone',
      true,
      (mock) => async (request) => {
        await request.clone().text();
        return mock.fetch(request);
      },
    ],
    [
      'the request, after a copy was made of it',
      true,
      (mock) => (request) => {
        new Request(request);
        return mock.fetch(request);
      },
    ],
    ['a copy', false, (mock) => (request) => mock.fetch(new Request(request))],
    ['a copy of a clone', false, (mock) => (request) => mock.fetch(new Request(request.clone()))],
    ['a copy with options', false, (mock) => (request) => mock.fetch(new Request(request, { headers: request.headers }))],
    [
      'a copy, after a look at a clone',
      false,
      (mock) => async (request) => {
        await request.clone().text();
        return mock.fetch(new Request(request));
      },
    ],
  ];

  it.each(ways)('%s', async (_, arrives, fetchOf) => {
    const mock = await createMock({ description });
    const statuses = await Promise.all(['tree', 'eert', ''].map((word) => find(word, { fetch: fetchOf(mock) })));
    expect(statuses).toEqual(arrives ? [204, 404, 400] : Array(3).fill('UnsupportedBodyError'));
  });

  it.each<[string, object]>([
    ['copies it', { onRequest: ({ request }: { request: Request }) => new Request(request, { headers: request.headers }) }],
    ['clones it', { onRequest: ({ request }: { request: Request }) => request.clone() }],
    [
      'reads a clone',
      {
        onRequest: async ({ request }: { request: Request }) => {
          await request.clone().text();
        },
      },
    ],
  ])('after a middleware that %s', async (_, middleware) => {
    const mock = await createMock({ description });
    expect(await find('eert', { fetch: (request) => mock.fetch(request) }, middleware)).toBe(404);
  });

  it('after a hook that sends it twice, and with retries', async () => {
    const mock = await createMock({ description });
    const fetch = (request: Request): Promise<Response> => mock.fetch(request);
    const onAttempt: ClientOptions['onAttempt'] = async ({ send }) => {
      await send();
      return send();
    };
    expect(await find('eert', { fetch, onAttempt, retries: 2 })).toBe(404);
  });
});

it('a double that looks at no body may answer', async () => {
  const fetch = ({ signal }: Request): Promise<Response> => {
    signal.addEventListener('abort', () => undefined);
    return Promise.resolve(new Response(null, { status: 204 }));
  };
  expect(await find('tree', { fetch })).toBe(204);
});

describe('a double in place of the global fetch that copies each request', () => {
  /** Test doubles such as msw and nock copy requests. `npm run test:carriers` calls the client with them. */
  function replaceFetch(respond: (copy: Request) => Promise<Response>): void {
    vi.stubGlobal('fetch', (input: Request, init?: RequestInit) => respond(new Request(input, init)));
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
  }

  it('gives the error, whatever it answers', async () => {
    const mock = await createMock({ description });
    replaceFetch((copy) => mock.fetch(copy));
    expect(await find('eert', {})).toBe('UnsupportedBodyError');
    expect(await find('eert', { fetch: (request) => mock.fetch(request) })).toBe(404);
    mock.next('find', 'unknown');
    const api = createClient({ ...generatedClient(description) }) as unknown as { find: Find };
    expect((await api.find()).status).toBe(404);
    replaceFetch(() => Promise.resolve(new Response(null, { status: 204 })));
    expect(await find('eert', {})).toBe('UnsupportedBodyError');
  });

  it('gives the error of the double, where it lets nothing past', async () => {
    replaceFetch(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await find('eert', {})).toBe('ConnectionError');
  });

  it('that goes on to a server, takes the body along', async () => {
    const { fetch } = globalThis;
    const baseUrl = await serve((request, response) => {
      void bodyOf(request).then((body) => response.writeHead(body === '{"word":"eert"}' ? 204 : 400).end());
    });
    replaceFetch((copy) => fetch(copy));
    expect(await find('eert', { baseUrl })).toBe(204);
  });
});

it('a form has one boundary, in the header and in the body', async () => {
  const form: Description = structuredClone(description);
  const { get } = form.paths?.[path] as { get: { requestBody: object } };
  get.requestBody = { content: { 'multipart/form-data': { schema: { type: 'object' } } } };
  const sent: Array<[type: string | undefined, body: string]> = [];
  const baseUrl = await serve((request, response) => {
    void bodyOf(request).then((body) => {
      sent.push([request.headers['content-type'], body]);
      response.writeHead(sent.length === 1 ? 503 : 204, { 'retry-after': '0' }).end();
    });
  });
  const api = createClient({ ...generatedClient(form), baseUrl, retries: 1 }) as unknown as { find: Find };
  expect((await api.find({ body: { word: 'tree' } })).status).toBe(204);
  expect(sent).toHaveLength(2);
  for (const [type = '', body] of sent) {
    const [, boundary = ''] = type.split('boundary=');
    expect([boundary === '', body.startsWith(`--${boundary}\r\n`)]).toEqual([false, true]);
  }
});
