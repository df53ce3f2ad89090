import { expect, test } from 'vitest';
import { readMultipart } from '../../../src/contract/body/multipart.js';

interface Shown {
  name: string | undefined;
  mediaType: string | undefined;
  text: string;
}

function read(body: string, contentType = 'multipart/form-data; boundary=b'): Shown[] | undefined {
  const parts = readMultipart(Buffer.from(body), contentType);
  return parts?.map(({ name, mediaType, bytes }) => ({ name, mediaType, text: bytes.toString() }));
}

const bare = { name: undefined, mediaType: undefined };

test.each<[what: string, body: string, parts: Shown[] | undefined]>([
  ['no part', '--b--', []],
  ['text before and after', 'a\r\n--b\r\n\r\nx\r\n--b--\r\nc', [{ ...bare, text: 'x' }]],
  ['blanks after the boundary', '--b \t\r\n\r\nx\r\n--b--', [{ ...bare, text: 'x' }]],
  ['more after the boundary', '--bc\r\n\r\nx\r\n--b--', undefined],
  ['a part without an empty line', '--b\r\nx\r\n--b--', [{ ...bare, text: 'x' }]],
  ['what looks like a header', '--b\r\nContent-Type: a/b\r\n--b--', [{ ...bare, text: 'Content-Type: a/b' }]],
  ['what looks like a header in the text', '--b\r\n\r\nContent-Type: a/b\r\n--b--', [{ ...bare, text: 'Content-Type: a/b' }]],
  ['an empty part', '--b\r\n\r\n\r\n--b--', [{ ...bare, text: '' }]],
  ['no end', '--b\r\n\r\nx', undefined],
  ['no end of the line', '--b', undefined],
  ['no boundary', 'x', undefined],
  ['a boundary within a line', '--b\r\n\r\nx--b\r\n--b--', [{ ...bare, text: 'x--b' }]],
  [
    'headers',
    '--b\r\ncontent-TYPE:  text/ä \r\nno header\r\nX Y: z\r\nContent-Disposition: form-data; name="ä"\r\n\r\nü\r\n\r\ny\r\n--b--',
    [{ name: 'ä', mediaType: 'text/ä', text: 'ü\r\n\r\ny' }],
  ],
])('a body with %s is split', (_, body, parts) => {
  expect(read(body)).toEqual(parts);
});

test.each<[disposition: string, name: string | undefined]>([
  ['form-data;name=a', 'a'],
  ['form-data; NAME = "a b"; filename="c"', 'a b'],
  ['form-data; filename="name=c"; name=a;', 'a'],
  ['form-data; name="a\\"b\\\\c"', 'a"b\\c'],
  ['form-data; name="a%22%0d%0Ab%41"', 'a"\r\nb%41'],
  ['form-data; name=""', ''],
  ['form-data; filename=c', undefined],
  ['form-data', undefined],
])('the field of %s is %s', (disposition, name) => {
  expect(read(`--b\r\nContent-Disposition: ${disposition}\r\n\r\nx\r\n--b--`)?.[0]?.name).toBe(name);
});

test('the headers of a part are found by any name', () => {
  const [part] =
    readMultipart(
      Buffer.from('--b\r\n__proto__: 1\r\nX Y: z\r\nC: d\ne\r\nA: 2\r\n\r\nx\r\n--b--'),
      'multipart/mixed; boundary="b"',
    ) ?? [];
  expect(Object.entries(part?.headers ?? {})).toEqual([
    ['__proto__', '1'],
    ['a', '2'],
  ]);
});

test.each(['multipart/form-data', 'multipart/form-data; boundary=""', 'x'])('%s names no boundary', (contentType) => {
  expect(['--b--', '----', '--undefined--'].map((body) => read(body, contentType))).toEqual([undefined, undefined, undefined]);
});

test('a body has at most 1,000 parts', () => {
  const counted = (count: number): number | undefined => read(`${'--b\r\n\r\nx\r\n'.repeat(count)}--b--`)?.length;
  expect([1000, 1001].map(counted)).toEqual([1000, undefined]);
});
