import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { receivedHead } from '../../../src/contract/response/received-head.js';

/** As Node has the headers: of a header that may stand once, the first. */
function head(rawHeaders: string[], headers: IncomingMessage['headers'], statusCode?: number): unknown {
  return receivedHead({ statusCode, headers, rawHeaders } as unknown as IncomingMessage);
}

test.each<[what: string, raw: string[], headers: IncomingMessage['headers'], repeated: string[]]>([
  ['no header', [], {}, []],
  ['a header that stands once', ['ETag', '"a"'], { etag: '"a"' }, []],
  ['one that stands twice with one value', ['ETag', '"a"', 'Etag', '"a"'], { etag: '"a"' }, []],
  ['one that stands three times', ['ETag', '"a"', 'etag', '"b"', 'ETAG', '"c"'], { etag: '"a"' }, ['etag']],
  ['a value that is the name of one', ['X-A', 'ETag', 'Age', '1'], { 'x-a': 'ETag', age: '1' }, []],
  ['one that is a list', ['X-A', '1', 'X-A', '2'], { 'x-a': '1, 2' }, []],
  ...['age', 'content-location', 'content-range', 'content-type', 'date', 'etag', 'last-modified', 'location'].map(
    (name): [string, string[], IncomingMessage['headers'], string[]] => [
      name,
      [name, '1', 'x', '2', name, '2'],
      { [name]: '1', x: '2' },
      [name],
    ],
  ),
])('of %s it is known whether it stands twice with two values', (_, raw, headers, repeated) => {
  expect(head(raw, headers, 200)).toEqual({ status: 200, headers, setCookies: [], repeated });
});

test('cookies are kept one by one beside their header', () => {
  expect(head([], { 'set-cookie': ['a=1', 'b=2'], x: '1' })).toEqual({
    ...{ status: 0, headers: { 'set-cookie': 'a=1, b=2', x: '1' } },
    ...{ setCookies: ['a=1', 'b=2'], repeated: [] },
  });
});
