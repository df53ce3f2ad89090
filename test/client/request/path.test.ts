import { describe, expect, it, vi } from 'vitest';
import { createClient } from '../../../src/client/index.js';
import type { Description, Parameter } from '../../../src/description/types.js';
import { generatedClient } from '../../support/generated-client.js';
import { empty, observedFetch } from '../observed-fetch.js';

type Style = Pick<Parameter, 'style' | 'explode' | 'schema'>;
/** A parameter that openapi-fetch writes. The others need a serializer. */
const plain: Style = { schema: { type: 'string' } };
const styles: Style[] = [
  plain,
  {},
  { explode: true },
  { style: 'label' },
  { style: 'label', explode: true },
  { style: 'matrix' },
  { style: 'matrix', explode: true },
];

/** Calls an operation below `/v1` with the value as a part of the path. */
async function call(
  path: string,
  value: unknown,
  style: Style = plain,
): Promise<{ sent: string[]; error: unknown; asked: number }> {
  const description: Description = {
    openapi: '3.1.0',
    info: { title: 'One', version: '1.0.0' },
    paths: {
      [path]: {
        delete: {
          operationId: 'one',
          security: [{ token: [] }],
          parameters: [{ name: 'id', in: 'path', required: true, ...style }],
          responses: { 204: { description: 'Done' } },
        },
      },
    },
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  };
  const { fetch, requests } = observedFetch(empty(204));
  const token = vi.fn(() => 'secret-token');
  const options = { ...generatedClient(description), baseUrl: 'http://api.test/v1', fetch, token };
  const api = createClient(options) as unknown as { one: (init: object) => Promise<unknown> };
  const error: unknown = await api.one({ params: { path: { id: value } } }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { sent: requests.map(({ url }) => new URL(url).pathname), error, asked: token.mock.calls.length };
}

describe('a path value that would change the path is refused, and no token is asked for', () => {
  const values: Array<[name: string, value: unknown]> = [
    ['a dot', '.'],
    ['two dots', '..'],
    ['an encoded dot', '%2e'],
    ['dots, one encoded', '.%2E'],
    ['two encoded dots', '%2e%2E'],
    ['nothing', ''],
    ['undefined', undefined],
    ['null', null],
    ['an empty list', []],
    ['an empty object', {}],
    ['a list of two dots', ['..']],
    ['a list that ends in two dots', ['a', '..']],
    ['a list with an empty item', ['a', '']],
    ['a list with a missing item', [undefined]],
    ['an object of nothing', { a: undefined }],
    ['an object with an empty member', { a: '' }],
  ];

  it.each(values)('%s, in each style', async (_, value) => {
    for (const style of styles) {
      const { sent, error, asked } = await call('/keys/{id}', value, style);
      expect(error).toBeInstanceOf(TypeError);
      expect((error as Error).message).toMatch(/^The path parameter "id" is [^.]*"\." or "\.\."[^.]*\.$/);
      expect([sent, asked]).toEqual([[], 0]);
    }
  });

  it('by the text beside it', async () => {
    for (const value of ['.', ['', '']]) {
      expect((await call('/keys/.{id}', value)).error).toBeInstanceOf(TypeError);
    }
    const { sent, error } = await call('/keys/.{id}', 'a');
    expect([sent, error]).toEqual([['/v1/keys/.a'], undefined]);
  });
});

it.each(['a', 'a/b', '../..', 'a\\..', '...', '.a', '..a', '%2e%2e/', ' ', '?', '#', 'é', 0, false, -0.5])(
  'the path value %j is sent as one segment',
  async (value) => {
    const { sent, error } = await call('/keys/{id}/parts', value);
    expect(error).toBeUndefined();
    const [path = ''] = sent;
    expect(path.split('/').map(decodeURIComponent)).toEqual(['', 'v1', 'keys', String(value), 'parts']);
  },
);

it('a Date, which openapi-fetch writes nothing for, is refused where the description names no date', async () => {
  const { sent, error, asked } = await call('/keys/{id}', new Date(0));
  expect(error).toBeInstanceOf(TypeError);
  expect([sent, asked]).toEqual([[], 0]);
});

it.each(['..', '', undefined, new Date(0)])('raw refuses the path value %j, too', async (id) => {
  const { fetch, requests } = observedFetch(empty(204));
  const { raw } = createClient<object, { '/keys/{id}': { delete: object } }>({
    baseUrl: 'http://api.test',
    operations: {},
    fetch,
  });
  const call = (raw as unknown as Record<string, (path: string, init: object) => Promise<unknown>>).DELETE?.('/keys/{id}', {
    params: { path: { id } },
  });
  await expect(call).rejects.toThrow('The path parameter "id" is missing');
  expect(requests).toEqual([]);
});
