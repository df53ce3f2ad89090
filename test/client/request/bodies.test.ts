import { describe, expect, it } from 'vitest';
import { createClient, type ClientOptions } from '../../../src/client/index.js';
import type { Description, MediaType } from '../../../src/description/types.js';
import { generatedClient } from '../../support/generated-client.js';
import { empty, observedFetch } from '../observed-fetch.js';

type Method = (init?: object) => Promise<{ status: number; data?: unknown; error?: unknown; response: Response }>;

const baseUrl = 'http://api.test';

/** A description of one POST. */
function describing(request: Record<string, MediaType>, response: Record<string, MediaType> = {}): Description {
  return {
    openapi: '3.1.0',
    info: { title: 'One', version: '1.0.0' },
    paths: {
      '/one': {
        post: {
          operationId: 'one',
          requestBody: { content: request },
          responses: {
            200: { description: 'Done', content: response },
            204: { description: 'Done' },
            400: { description: 'No', content: response },
          },
        },
      },
    },
  };
}

function methodOf(description: Description, options: ClientOptions): Method {
  return (createClient({ ...generatedClient(description), baseUrl, ...options }) as unknown as { one: Method }).one;
}

/** The request that is sent for a body in a media type. */
async function sent(mediaType: string, body: unknown, init: object = {}, media: MediaType = {}): Promise<Request> {
  const { fetch, requests } = observedFetch(empty(204));
  await methodOf(describing({ [mediaType]: media }), { fetch })({ body, ...init });
  return requests[0] as Request;
}

describe('a request body', () => {
  it('that is JSON as text is written from an object, and a string is sent as it is', async () => {
    const media: MediaType = {
      schema: { type: 'string', contentMediaType: 'application/json', contentSchema: { type: 'object' } },
    };
    expect(await (await sent('text/plain', { email: 'a' }, {}, media)).text()).toBe('{"email":"a"}');
    expect(await (await sent('text/plain', '{ "email": 1 }', {}, media)).text()).toBe('{ "email": 1 }');
  });

  it.each(['text/plain', 'application/xml'])('of type %s must be text', async (mediaType) => {
    await expect(sent(mediaType, { a: 1 })).rejects.toThrow(/^A body of type .* must be a string: pass it as one\.$/);
  });

  it('of another type must not be an object', async () => {
    await expect(sent('image/png', { a: 1 })).rejects.toThrow('must be a Blob, an ArrayBuffer or a string');
  });

  it.each(['application/x-ndjson', 'application/json-seq'])('of type %s, which resembles JSON, is text', async (mediaType) => {
    const request = await sent(mediaType, '{"a":1}\n{"a":2}\n');
    expect([request.headers.get('content-type'), await request.text()]).toEqual([mediaType, '{"a":1}\n{"a":2}\n']);
  });

  it.each(['application/Merge-Patch+JSON', 'Application/JSON; charset=utf-8'])('of type %s is JSON', async (mediaType) => {
    expect(await (await sent(mediaType, 'text')).text()).toBe('"text"');
  });

  it('may be a Blob, sent alone and unchanged', async () => {
    const bytes = new Uint8Array([0, 255, 128, 10]);
    const request = await sent('image/png', new Blob([bytes]));
    expect([request.headers.get('content-type'), new Uint8Array(await request.arrayBuffer())]).toEqual(['image/png', bytes]);
  });

  it('may have a Blob among the fields of a multipart form', async () => {
    const request = await sent('multipart/form-data', {
      file: new Blob(['x']),
      tag: ['a', 'b'],
      about: { n: 1 },
      none: undefined,
    });
    expect(request.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/);
    const form = await request.formData();
    expect(await (form.get('file') as File).text()).toBe('x');
    expect([form.getAll('tag'), form.get('about'), form.has('none')]).toEqual([['a', 'b'], '{"n":1}', false]);
  });

  it('is a form where the media type has a charset', async () => {
    expect(await (await sent('application/x-www-form-urlencoded; charset=UTF-8', { a: '1 2' })).text()).toBe('a=1+2');
  });

  it("is written in the Content-Type of the call, which is the call's alone", async () => {
    const { fetch, requests } = observedFetch(empty(204));
    const one = methodOf(describing({ 'text/plain': {} }), { fetch });
    await one({ body: { a: 1 }, headers: { 'Content-Type': 'application/json' } });
    await one({ body: 'a' });
    expect(
      await Promise.all(requests.map(async (request) => [request.headers.get('content-type'), await request.text()])),
    ).toEqual([
      ['application/json', '{"a":1}'],
      ['text/plain; charset=utf-8', 'a'],
    ]);
  });

  it('is not written in a Content-Type of the client, which knows the operations', async () => {
    const { fetch, requests } = observedFetch(empty(204));
    const one = methodOf(describing({ 'text/plain': {} }), { fetch, headers: { 'Content-Type': 'application/json' } });
    await one({ body: 'a' });
    await one();
    expect(requests.map(({ headers }) => headers.get('content-type'))).toEqual(['text/plain; charset=utf-8', null]);
  });
});

describe('a response body', () => {
  const received = (mediaType: string, body: BodyInit, documented = mediaType, status = 200): ReturnType<Method> =>
    methodOf(describing({}, { [documented]: {} }), {
      fetch: () => Promise.resolve(new Response(body, { status, headers: { 'content-type': mediaType } })),
    })();

  it.each([200, 400])('of a binary media type is a Blob, uncorrupted: %i', async (status) => {
    const bytes = new Uint8Array([137, 80, 78, 71, 0, 255, 254]);
    const { data, error } = await received('image/png', bytes, 'image/*', status);
    expect(new Uint8Array(await ((data ?? error) as Blob).arrayBuffer())).toEqual(bytes);
  });

  it('that resembles JSON is text', async () => {
    expect((await received('application/x-ndjson', '{}\n{}\n')).data).toBe('{}\n{}\n');
  });

  it('of a type that ends in +json is JSON, in any case', async () => {
    expect((await received('Application/Problem+JSON', '{"a":1}')).data).toEqual({ a: 1 });
  });

  it.each([
    ['text', '{"a":1}'],
    ['json', { a: 1 }],
    ['blob', expect.any(Blob)],
    ['arrayBuffer', expect.any(ArrayBuffer)],
    ['stream', expect.any(ReadableStream)],
  ] as const)('is read as the call says: %s', async (parseAs, expected) => {
    const fetch = (): Promise<Response> => Promise.resolve(Response.json({ a: 1 }));
    const one = methodOf(describing({}, { 'application/json': {} }), { fetch });
    expect((await one({ parseAs })).data).toEqual(expected);
  });

  it('that was read before is an error', async () => {
    const one = methodOf(describing({}, { 'application/json': {} }), {
      fetch: async () => {
        const response = Response.json({ a: 1 });
        await response.text();
        return response;
      },
    });
    await expect(one()).rejects.toMatchObject({
      name: 'UnreadableBodyError',
      message:
        'one: the body of the response with status 200 was already read. A middleware or a test double that reads a body must read a clone.',
    });
  });

  it.each([200, 400])('of a double that gives one Response twice is an error the second time: %i', async (status) => {
    const response = Response.json({ a: 1 }, { status });
    const one = methodOf(describing({}, { 'application/json': {} }), { fetch: () => Promise.resolve(response) });
    if (status === 200) await one();
    else await response.text();
    await expect(one()).rejects.toMatchObject({ name: 'UnreadableBodyError', status });
  });
});
