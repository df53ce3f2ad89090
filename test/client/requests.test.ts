import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createClient, type ClientOptions } from '../../src/client/index.js';
import type { Description, MediaType, Operation, Parameter, PathItem } from '../../src/description/types.js';
import { generatedClient } from '../support/generated-client.js';
import { empty, observedFetch } from './observed-fetch.js';

type Method = (init?: object) => Promise<{ status: number }>;
type Untyped = Record<string, Method> & { with: (options: ClientOptions) => Untyped };

/** A description of one POST, with the fields that a test needs. */
function describing(operation: Partial<Operation>, item: Partial<PathItem> = {}): Description {
  return {
    openapi: '3.1.0',
    info: { title: 'One', version: '1.0.0' },
    servers: [{ url: 'http://api.test/v1' }],
    paths: { '/one': { ...item, post: { operationId: 'one', responses: { 204: { description: 'Done' } }, ...operation } } },
  };
}

function clientOf(description: Description, options: ClientOptions = {}): Untyped {
  return createClient({ ...generatedClient(description), ...options }) as unknown as Untyped;
}

/** The request that a call sends. */
async function sent(description: Description, init?: object, options: ClientOptions = {}): Promise<Request> {
  const { fetch, requests } = observedFetch(empty(204));
  await clientOf(description, { fetch, ...options }).one?.(init);
  return requests[0] as Request;
}

describe('servers', () => {
  const own = [{ url: 'https://uploads.test/v2' }];
  const rows: Array<[name: string, description: Description, options: ClientOptions, url: string]> = [
    ['those of the description', describing({}), {}, 'http://api.test/v1/one'],
    ['those of a path', describing({}, { servers: own }), {}, 'https://uploads.test/v2/one'],
    [
      'those of an operation',
      describing({ servers: own }, { servers: [{ url: 'http://no.test' }] }),
      {},
      'https://uploads.test/v2/one',
    ],
    ['a relative one', describing({ servers: [{ url: '/v3' }] }), {}, 'http://api.test/v3/one'],
    [
      'one with variables',
      describing({ servers: [{ url: 'http://{a}.test', variables: { a: { default: 'b' } } }] }),
      {},
      'http://b.test/one',
    ],
    [
      'the baseUrl of the client before all',
      describing({ servers: own }),
      { baseUrl: 'http://mock.test' },
      'http://mock.test/one',
    ],
  ];
  it.each(rows)('%s', async (_, description, options, url) => {
    expect((await sent(description, {}, options)).url).toBe(url);
  });

  it('get the token of the operations that they serve, and no other server does', async () => {
    const description = describing({ servers: own, security: [{ token: [] }] });
    description.components = { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } };
    expect((await sent(description, {}, { token: 'abc' })).headers.get('authorization')).toBe('Bearer abc');
  });
});

describe('a parameter', () => {
  const content = { 'application/json': {} };
  const anything: Array<[name: string, parameter: Partial<Parameter>, value: unknown, written: string]> = [
    ['of any type: an object', { schema: {} }, { a: 1, b: 'c d' }, '?a=1&b=c%20d'],
    ['of any type: a list', { schema: {} }, ['1', 2], '?p=1&p=2'],
    ['of any type: text', { schema: {} }, 'a b', '?p=a%20b'],
    ['of any type: null', { schema: {} }, null, ''],
    ['of any type, by words alone', { schema: { description: 'Any', minimum: 1 } }, { a: 1 }, '?a=1'],
    ['of a type or null: null', { schema: { type: ['null', 'string'] } }, null, ''],
    ['whose values have lists', { schema: { enum: [['a'], 'b'] } }, ['a'], '?p=a'],
    ['whose values are listed', { schema: { enum: ['a', 1, true] } }, 'a', '?p=a'],
    ['with one value', { schema: { const: 'a' } }, 'a', '?p=a'],
    ['with brackets in its name', { name: 'ids[]', schema: { type: 'array', items: { type: 'string' } } }, ['1'], '?ids%5B%5D=1'],
    ['with a key in its name', { name: 'f[a]', schema: { type: 'string' } }, 'b', '?f%5Ba%5D=b'],
    ...['{', '}', '|', '\\', '^', '`'].map((sign): [string, Partial<Parameter>, unknown, string] => [
      `with ${sign} in its name`,
      { name: `a${sign}`, schema: { type: 'integer' } },
      0,
      `?a${encodeURIComponent(sign)}=0`,
    ]),
    ['with a point and a dollar sign in its name', { name: '$a.b', schema: { type: 'integer' } }, 1, '?$a.b=1'],
    ['of any type, in a header', { in: 'header', schema: {} }, { a: 1 }, 'a,1'],
    ['as JSON in a header', { in: 'header', content }, { a: 'é😀\u007f~' }, '{"a":"\\u00e9\\ud83d\\ude00\\u007f~"}'],
  ];
  it.each(anything)('%s', async (_, parameter, value, written) => {
    const one = { name: 'p', in: 'query', ...parameter } as Parameter;
    const { url, headers } = await sent(describing({ parameters: [one] }), { params: { [one.in]: { [one.name]: value } } });
    expect(one.in === 'header' ? headers.get('p') : new URL(url).search).toBe(written);
  });
});

describe('of several media types', () => {
  const content = (...types: string[]): Partial<Operation> => ({
    requestBody: { content: Object.fromEntries(types.map((type): [string, MediaType] => [type, {}])) },
  });
  const bytes = new TextEncoder().encode('bytes');
  const [json, form, multipart, text, xml, octets] = [
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'text/plain',
    'application/xml',
    'application/octet-stream',
  ] as const;
  const all = [json, form, multipart, text, octets];
  const rows: Array<[types: string[], body: unknown, type: RegExp, written: RegExp]> = [
    [all, { a: 1 }, /^application\/json$/, /^{"a":1}$/],
    [all, [1], /^application\/json$/, /^\[1\]$/],
    [all, 7, /^application\/json$/, /^7$/],
    [all, 'a', /^text\/plain; charset=utf-8$/, /^a$/],
    [all, { file: new Blob(['bytes']) }, /^multipart\/form-data; boundary=/, /name="file"; filename="blob"\r\n.*\r\n\r\nbytes/],
    [all, { files: [new File(['bytes'], 'a.txt')] }, /^multipart\/form-data; boundary=/, /filename="a.txt"\r\n.*\r\n\r\nbytes/],
    [all, new FormData(), /^multipart\/form-data; boundary=/, /^--/],
    [all, new URLSearchParams({ a: 'b' }), /^application\/x-www-form-urlencoded/, /^a=b$/],
    [all, new Blob(['bytes']), /^application\/octet-stream$/, /^bytes$/],
    [all, new Blob(['{}'], { type: json }), /^application\/json$/, /^{}$/],
    [all, bytes, /^application\/octet-stream$/, /^bytes$/],
    [all, bytes.buffer, /^application\/octet-stream$/, /^bytes$/],
    [[json, xml], '<a/>', /^application\/xml$/, /^<a\/>$/],
    [[xml, json], { a: 1 }, /^application\/json$/, /^{"a":1}$/],
    [[form, json], { a: 'b c' }, /^application\/x-www-form-urlencoded$/, /^a=b\+c$/],
    [[json, octets], 'a', /^application\/json$/, /^"a"$/],
    [[json, 'image/*'], new Blob(['x'], { type: 'image/png' }), /^image\/png$/, /^x$/],
    [['*/*'], 'a', /^text\/plain; charset=utf-8$/, /^a$/],
    [['*/*'], { a: 1 }, /^application\/json$/, /^{"a":1}$/],
    [['*/*'], bytes, /^application\/octet-stream$/, /^bytes$/],
    [['image/*'], new Blob(['x'], { type: 'image/png' }), /^image\/png$/, /^x$/],
  ];
  it.each(rows)('%j: %o is sent as %s', async (types, body, type, written) => {
    const request = await sent(describing(content(...types)), { body });
    expect(request.headers.get('content-type')).toMatch(type);
    expect(await request.text()).toMatch(written);
  });

  it('the contentType of the call decides', async () => {
    for (const [contentType, type, body] of [
      [form, form, 'a=1'],
      [text, `${text}; charset=utf-8`, '{"a":1}'],
    ]) {
      const value = contentType === text ? '{"a":1}' : { a: 1 };
      const request = await sent(describing(content(...all)), { body: value, contentType });
      expect([request.headers.get('content-type'), await request.text()]).toEqual([type, body]);
    }
  });

  it.each<[types: string[], body: unknown, problem: RegExp]>([
    [[json, form], new Blob(['x']), /^The body fits none of application\/json, application\/x-www-form-urlencoded: /],
    [[text, xml], { a: new Blob(['x']) }, /^The body fits none of /],
    [['image/*'], bytes, /^The body needs a media type within image\/\*: /],
    [[json, 'image/*'], bytes, /^The body needs a media type within image\/\*: /],
  ])('%j cannot hold %o, and nothing is sent', async (types, body, problem) => {
    await expect(sent(describing(content(...types)), { body })).rejects.toThrow(problem);
  });
});

describe('a form in parts', () => {
  it('has the media types of the Encoding Objects, and application/json for objects', async () => {
    const encoding = {
      rows: { contentType: 'text/csv' },
      pages: { style: 'form', explode: false },
      range: { style: 'deepObject' },
      name: { contentType: 'application/json' },
    };
    const request = await sent(describing({ requestBody: { content: { 'multipart/form-data': { encoding } } } }), {
      body: {
        options: { dry: true },
        rows: 'a,b',
        'a"b': 'x',
        pages: [1, 2],
        range: { from: 1 },
        name: 'n',
        tag: ['a', 'b'],
        none: undefined,
      },
    });
    const boundary = request.headers.get('content-type')?.split('boundary=')[1] ?? '';
    const parts = (await request.text()).split(`--${boundary}`).slice(1, -1);
    expect(parts.map((part) => part.trim().split('\r\n'))).toEqual([
      ['Content-Disposition: form-data; name="options"', 'Content-Type: application/json', '', '{"dry":true}'],
      ['Content-Disposition: form-data; name="rows"', 'Content-Type: text/csv', '', 'a,b'],
      ['Content-Disposition: form-data; name="a%22b"', '', 'x'],
      ['Content-Disposition: form-data; name="pages"', '', '1,2'],
      ['Content-Disposition: form-data; name="range[from]"', '', '1'],
      ['Content-Disposition: form-data; name="name"', 'Content-Type: application/json', '', '"n"'],
      ['Content-Disposition: form-data; name="tag"', '', 'a'],
      ['Content-Disposition: form-data; name="tag"', '', 'b'],
    ]);
  });

  it('may be an object without a prototype', async () => {
    const request = await sent(describing({ requestBody: { content: { 'multipart/form-data': {} } } }), {
      body: Object.assign(Object.create(null) as object, { name: 'n' }),
    });
    expect((await request.formData()).get('name')).toBe('n');
  });

  it.each(['multipart/form-data', 'application/x-www-form-urlencoded'])(
    'says a date as JSON has it, in %s',
    async (mediaType) => {
      const at = new Date(0);
      const file = new File(['x'], 'a.txt');
      const request = await sent(describing({ requestBody: { content: { [mediaType]: {} } } }), {
        body: { at, list: [at], object: { at }, ...(mediaType.startsWith('multipart') && { file }) },
      });
      const { file: sentFile, ...fields } = Object.fromEntries(await request.formData());
      const text = '1970-01-01T00:00:00.000Z';
      expect(fields).toEqual({ at: text, list: text, object: `{"at":"${text}"}` });
      if (sentFile) expect(await (sentFile as File).text()).toBe('x');
    },
  );

  it('is read by a server as it was written', async () => {
    const request = await sent(describing({ requestBody: { content: { 'multipart/form-data': {} } } }), {
      body: { file: new File(['x'], 'ü.txt', { type: 'text/x' }), 'na"me': 'é\r\n' },
    });
    const form = await request.formData();
    const file = form.get('file') as File;
    expect([file.name, file.type, await file.text()]).toEqual(['ü.txt', 'text/x', 'x']);
    expect([...form.values()].at(-1)).toBe('é\r\n');
  });
});

describe('parameters are written as the description says', () => {
  const object = { type: 'object', properties: { a: { type: 'integer' }, b: { type: 'integer' } } } as const;
  const value = { a: 1, b: 2 };
  const json = { content: { 'application/json': { schema: object } } };
  // Values with a `toJSON` method.
  const date = { type: 'string', format: 'date-time' } as const;
  const dates = (['query', 'cookie', 'path', 'header'] as const).flatMap((place): typeof rows => {
    const text = place === 'header' ? '1970-01-01T00:00:00.000Z' : '1970-01-01T00%3A00%3A00.000Z';
    const name = ['query', 'cookie'].includes(place) ? 'p=' : '';
    const parameter = { in: place, ...(place === 'path' && { required: true }) };
    return [
      [{ ...parameter, schema: date }, new Date(0), name + text],
      [
        { ...parameter, schema: { type: 'array', items: date }, explode: false },
        [new Date(0), new Date(0)],
        `${name}${text},${text}`,
      ],
      [{ ...parameter, schema: { type: 'object' }, explode: false }, { a: new Date(0) }, `${name}a,${text}`],
    ];
  });
  const rows: Array<[parameter: Omit<Parameter, 'name'> & { name?: string }, value: unknown, written: string]> = [
    [{ in: 'header', schema: object }, value, 'a,1,b,2'],
    [{ in: 'header', schema: object, explode: true }, value, 'a=1,b=2'],
    [{ in: 'header', ...json }, value, '{"a":1,"b":2}'],
    [{ in: 'header', schema: { type: 'array' } }, [1, 2], '1,2'],
    [{ in: 'cookie', schema: object, explode: false }, value, 'p=a,1,b,2'],
    [{ in: 'cookie', schema: object }, value, 'a=1; b=2'],
    [{ in: 'cookie', ...json }, value, 'p=%7B%22a%22%3A1%2C%22b%22%3A2%7D'],
    [{ in: 'path', required: true, ...json }, value, '%7B%22a%22%3A1%2C%22b%22%3A2%7D'],
    [{ in: 'path', required: true, schema: object }, value, 'a,1,b,2'],
    [{ in: 'path', required: true, schema: object, style: 'matrix', explode: true }, value, ';a=1;b=2'],
    [{ in: 'path', required: true, schema: { type: 'array' }, style: 'label' }, ['x', 'y'], '.x,y'],
    [{ in: 'query', content: { 'application/json': { schema: { type: 'string' } } } }, 'abc', 'p=%22abc%22'],
    [{ in: 'query', schema: { type: 'array' }, style: 'pipeDelimited', explode: false }, ['x', 'y'], 'p=x%7Cy'],
    [{ in: 'query', schema: { type: 'string' }, allowReserved: true }, '/a', 'p=/a'],
    [{ in: 'query', schema: { type: 'array', items: { type: ['string', 'null'] } } }, ['x', null, 'y'], 'p=x&p=y'],
    [{ in: 'query', schema: { type: 'array', items: {} } }, [{ a: 1 }, 'y'], 'p=%7B%22a%22%3A1%7D&p=y'],
    [{ in: 'query', schema: { type: 'array', items: { type: 'array' } } }, [[1, 2], [3]], 'p=%5B1%2C2%5D&p=%5B3%5D'],
    ...dates,
    ...[NaN, Infinity, 12n].map((number): (typeof rows)[number] => [
      { in: 'query', schema: { type: 'object' }, style: 'deepObject' },
      { a: number },
      `p%5Ba%5D=${number}`,
    ]),
    ...['a&b', 'a b', 'a+b', 'a=b', 'a#b', 'a%20b'].map((name): (typeof rows)[number] => [
      { name, in: 'query', schema: { type: 'string' } },
      'x&y',
      `${encodeURIComponent(name)}=x%26y`,
    ]),
    ...['.p', ';p', 'p*'].map((name): (typeof rows)[number] => [
      { name, in: 'path', required: true, schema: { type: 'string' } },
      'a b',
      'a%20b',
    ]),
  ];
  it.each(rows)('%o %o', async (parameter, parameterValue, written) => {
    const { name = parameter.in === 'header' ? 'X-P' : 'p' } = parameter;
    const description = describing({ parameters: [{ ...parameter, name }] });
    if (parameter.in === 'path') description.paths = { [`/one/{${name}}`]: description.paths?.['/one'] ?? {} };
    const request = await sent(description, { params: { [parameter.in]: { [name]: parameterValue } } });
    const url = new URL(request.url);
    const places = {
      header: request.headers.get('x-p'),
      cookie: request.headers.get('cookie'),
      path: url.pathname.replace('/v1/one/', ''),
      query: url.search.slice(1),
    };
    expect(places[parameter.in as keyof typeof places]).toBe(written);
  });

  it('a header that none can be is refused without its value', async () => {
    const description = describing({ parameters: [{ name: 'X-P', in: 'header', schema: { type: 'string' } }] });
    const error: unknown = await sent(description, { params: { header: { 'X-P': 'secret\nx' } } }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).not.toContain('secret');
  });
});

describe('Accept', () => {
  const responses = (...types: string[][]): Partial<Operation> => ({
    responses: Object.fromEntries(
      ['404', 'default', '2XX'].map((status, index) => [
        status,
        { description: 'One', content: Object.fromEntries((types[index] ?? []).map((type) => [type, {}])) },
      ]),
    ),
  });
  const accept = async (
    operation: Partial<Operation>,
    init: object = {},
    options: ClientOptions = {},
  ): Promise<string | null> => {
    const fetch = (request: Request): Promise<Response> => {
      requests.push(request);
      return Promise.resolve(new Response(null, { status: 204 }));
    };
    const requests: Request[] = [];
    await clientOf(describing(operation), { fetch, ...options }).one?.(init);
    return requests[0]?.headers.get('accept') ?? null;
  };

  it('lists what is documented, what a success has first', async () => {
    expect(await accept(responses(['application/problem+json'], ['text/plain'], ['application/vnd.a+json', 'text/csv']))).toBe(
      'application/vnd.a+json, text/csv, application/problem+json, text/plain',
    );
  });
  it('is left to fetch where nothing is documented', async () => {
    expect(await accept({})).toBeNull();
  });
  it('is short enough for a page to send it without asking first', async () => {
    const types = Array.from({ length: 20 }, (_, index) => `application/vnd.example.${index}+json`);
    expect((await accept(responses([], [], types)))?.length).toBeLessThanOrEqual(128);
  });
  it('is that of the client or of the call where they have one', async () => {
    const documented = responses([], [], ['text/csv', 'application/json']);
    expect(await accept(documented, {}, { headers: { Accept: 'text/csv' } })).toBe('text/csv');
    expect(await accept(documented, { headers: { accept: 'application/json' } }, { headers: { Accept: 'text/csv' } })).toBe(
      'application/json',
    );
  });
});

describe('what a caller sets on a request', () => {
  const set = { next: { revalidate: 60 }, cf: { cacheTtl: 5 }, priority: 'high', cache: 'no-store', keepalive: true };
  const rows: Array<[way: string, options: ClientOptions, init: object]> = [
    ['a call', {}, set],
    ['a client', set as ClientOptions, {}],
    ['a call with retries', { retries: 2 }, set],
    ['a client with a hook', { ...(set as ClientOptions), onAttempt: ({ send }) => send({ token: 'x' }) }, {}],
    ['a call with a hook, retries and a limit', { retries: 2, onAttempt: ({ send }) => send(), attemptTimeoutMs: 1000 }, set],
  ];
  it.each(rows)('is on all attempts of %s', async (_, options, init) => {
    for (const body of [undefined, { a: 1 }]) {
      const { fetch, requests } = observedFetch(
        empty(503, { 'retry-after': '0' }),
        empty(503, { 'retry-after': '0' }),
        empty(204),
      );
      const description = describing({ 'x-idempotent': true, requestBody: { content: { 'application/json': {} } } });
      const called = clientOf(description, { fetch, ...options }).one?.({ ...init, body });
      if (options.retries) await called;
      else await called?.catch(() => undefined);
      expect(requests).toHaveLength(options.retries ? 3 : 1);
      for (const request of requests) expect(request).toMatchObject(set);
    }
  });
});

describe('the base URL that passed the check is the one that is used', () => {
  const at = async (baseUrl: string): Promise<string> => (await sent(describing({}), {}, { baseUrl })).url;
  it.each([
    ['http://api.test', 'http://api.test/one'],
    ['HTTP://API.test:80/a/../b/', 'http://api.test/b/one'],
    [' http://api.test/a%20b ', 'http://api.test/a%20b/one'],
  ])('%s', async (baseUrl, url) => {
    expect(await at(baseUrl)).toBe(url);
  });
  it.each(['/', '/api', '/api/'])('on a page: %s', async (baseUrl) => {
    vi.stubGlobal('location', new URL('http://page.test/deep/page.html'));
    onTestFinished(() => void vi.unstubAllGlobals());
    expect(await at(baseUrl)).toBe(`http://page.test${baseUrl.replace(/\/$/, '')}/one`);
  });
  it.each(['http://api.test?key=1', 'http://api.test/#a'])('%s is refused', async (baseUrl) => {
    await expect(at(baseUrl)).rejects.toThrow('contains a query or a fragment');
  });
});

it('React Native, where a URL has getters alone and there is no ReadableStream', async () => {
  const { URL: PlatformUrl } = globalThis;
  class GettersOnly {
    readonly #url: URL;
    constructor(url: string, base?: string) {
      this.#url = new PlatformUrl(url, base);
    }
    get protocol(): string {
      return this.#url.protocol;
    }
    get origin(): string {
      return this.#url.origin;
    }
    get pathname(): string {
      return this.#url.pathname;
    }
  }
  /** Like the polyfill of React Native: without streams. */
  class PolyfilledRequest {
    readonly url: string;
    readonly headers: Headers;
    readonly signal: unknown;
    readonly #body: unknown;
    constructor(input: string | PolyfilledRequest, init: { headers?: Headers; body?: unknown; signal?: unknown } = {}) {
      this.url = typeof input === 'string' ? input : input.url;
      this.headers = new Headers(init.headers ?? (typeof input === 'string' ? {} : input.headers));
      this.signal = init.signal;
      this.#body = init.body;
    }
    text(): Promise<string> {
      return Promise.resolve(String(this.#body));
    }
  }
  vi.stubGlobal('URL', GettersOnly);
  vi.stubGlobal('Request', PolyfilledRequest);
  const removed = [
    [globalThis, 'ReadableStream'],
    [AbortSignal, 'any'],
  ] as const;
  const kept = removed.map(([owner, name]) => Object.getOwnPropertyDescriptor(owner, name) ?? {});
  for (const [owner, name] of removed) Reflect.deleteProperty(owner, name);
  onTestFinished(() => {
    vi.unstubAllGlobals();
    removed.forEach(([owner, name], index) => Object.defineProperty(owner, name, kept[index] ?? {}));
  });
  const { signal } = new AbortController();
  const description = describing({ requestBody: { content: { 'application/json': {} } } });
  const { fetch, requests } = observedFetch(empty(204));
  const api = clientOf(description, { fetch, signal, timeoutMs: 1000, retries: 1, baseUrl: 'http://api.test/v1/' });
  expect((await api.one?.({ body: { a: 1 } }))?.status).toBe(204);
  expect([requests[0]?.url, await requests[0]?.text()]).toEqual(['http://api.test/v1/one', '{"a":1}']);
});
