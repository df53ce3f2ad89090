import { afterAll, beforeAll, expect, test } from 'vitest';
import { deepest } from '../../../src/contract/body/body.js';
import { startMock, type Mock } from '../../../src/mock/index.js';
import { sendRaw, type Piece } from './raw.js';

const json = 'Content-Type: application/json\r\n';
const reset = '/api/organizations/reset-password/';
const validate = '/api/organizations/complete-password/';
const token = 'Authorization: Token abc\r\n';
const valid = post('{"email":"jweir@projectthanos.com"}');

/** A request with a body and a Content-Length. */
function post(body: string | Uint8Array, headers: string = json, path: string = reset): Buffer {
  const bytes = Buffer.from(body);
  return Buffer.concat([
    Buffer.from(`POST ${path} HTTP/1.1\r\nHost: mock\r\n${headers}Content-Length: ${bytes.length}\r\n\r\n`),
    bytes,
  ]);
}

/** A request without a body. */
function get(path: string, headers = '', method = 'GET', version = '1.1'): string {
  return `${method} ${path} HTTP/${version}\r\nHost: mock\r\n${headers}\r\n`;
}

let mock: Mock;
/** Other requests may be late on a busy machine. */
let impatient: Mock;
const uncaught: unknown[] = [];
const remember = (error: unknown): unknown => uncaught.push(error);
beforeAll(async () => {
  process.on('uncaughtException', remember).on('unhandledRejection', remember);
  mock = await startMock({ port: 0 });
  impatient = await startMock({ port: 0, timeoutMs: 1000 });
});
afterAll(async () => {
  await Promise.all([mock.close(), impatient.close()]);
  process.off('uncaughtException', remember).off('unhandledRejection', remember);
});

const emptyObject = '{"email":"x"}';
const nasty: Array<[what: string, statuses: number[], pieces: Piece[]]> = [
  // Unit tests cover invalid values of Accept. The case with too many ranges shows that the function is called.
  ['Accept of a hundred media ranges', [200], [post(emptyObject, `${json}Accept: ${'a/b,'.repeat(99)}application/json\r\n`)]],
  ['Accept of one more', [406], [post(emptyObject, `${json}Accept: ${'a/b,'.repeat(100)}application/json\r\n`)]],
  ['Accept that nothing satisfies', [406], [post(emptyObject, `${json}Accept: text/html\r\n`)]],
  ['Content-Type that is no media type', [415], [post(emptyObject, 'Content-Type: foo\r\n')]],
  ['Content-Type of parameters alone', [415], [post(emptyObject, 'Content-Type: ;charset=utf-8\r\n')]],
  ['Content-Type that is empty', [415], [post(emptyObject, 'Content-Type:\r\n')]],
  ['Content-Type that is missing', [415], [post(emptyObject, '')]],
  ['Content-Type with an unknown charset', [415], [post(emptyObject, 'Content-Type: application/json; charset=klingon\r\n')]],
  ['Content-Type of another family', [415], [post(emptyObject, 'Content-Type: multipart/form-data; boundary=x\r\n')]],
  ['Content-Encoding', [415], [post(emptyObject, `${json}Content-Encoding: gzip\r\n`)]],
  [
    'UTF-16 as it says',
    [200],
    [post(Buffer.from(emptyObject, 'utf16le'), 'Content-Type: application/json; charset=utf-16le\r\n')],
  ],
  ['nothing but a byte order mark', [400], [post(Buffer.from([0xef, 0xbb, 0xbf]))]],
  ['invalid UTF-8', [400], [post(Buffer.from([0x22, 0xff, 0xfe, 0x22]))]],
  ['NUL in the body', [400], [post('\0')]],
  ['JSON of every wrong type', [400, 400, 400, 400, 400], ['null', 'false', '0', '""', '[]'].map((body) => post(body))],
  ['JSON nested deeper than it may be', [400], [post('['.repeat(deepest + 1) + ']'.repeat(deepest + 1))]],
  [
    'keys that are special to JavaScript',
    [400, 200],
    [post('{"__proto__":{"email":"x"}}'), post('{"email":"x","constructor":{"prototype":1}}')],
  ],
  ['20 MB', [413], [post(Buffer.alloc(20 * 1024 * 1024, 0x20))]],
  [
    '20 MB in chunks',
    [413],
    [
      `POST ${reset} HTTP/1.1\r\nHost: mock\r\n${json}Transfer-Encoding: chunked\r\n\r\n`,
      ...Array.from({ length: 20 }, () =>
        Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(1024 * 1024, 0x20), Buffer.from('\r\n')]),
      ),
      '0\r\n\r\n',
    ],
  ],
  [
    '20 MB announced, and permission asked for',
    [413],
    [`POST ${reset} HTTP/1.1\r\nHost: mock\r\n${json}Expect: 100-continue\r\nContent-Length: 20971520\r\n\r\n`],
  ],
  [
    'permission asked for',
    [100, 200],
    [`POST ${reset} HTTP/1.1\r\nHost: mock\r\n${json}Expect: 100-continue\r\nContent-Length: 13\r\n\r\n`, 50, emptyObject],
  ],
  ['another expectation', [417], [`POST ${reset} HTTP/1.1\r\nHost: mock\r\nExpect: tea\r\n\r\n`]],
  ['twenty thousand tokens', [431], [get(`${validate}?${'token=a&'.repeat(20_000)}`, token)]],
  ['as many tokens as fit', [400], [get(`${validate}?${'token=a&'.repeat(1_900)}`, token)]],
  ['a parameter that is special to JavaScript', [204], [get(`${validate}?token=a&__proto__=b&constructor=c`, token)]],
  ['path //', [404], [get('//')]],
  ['path //[', [404], [get('//[')]],
  ['path of a foreign host', [404], [get('http://[::bad/x')]],
  ['path with its host', [204], [get(`http://other.example${validate}?token=a`, token)]],
  ['path of dots', [404], [get('/../x')]],
  ['broken percent-encoding in the path', [400], [get('/%')]],
  ['encoded NUL and invalid UTF-8 in the path', [404, 400], [get('/%00'), get('/%ff')]],
  ['broken percent-encoding in the query', [400], [get(`${validate}?token=%zz`, token)]],
  ['broken percent-encoding in the name of a parameter', [400], [get(`${validate}?token=a&%e0%a4%a=b`, token)]],
  ['a backslash in the path', [404], [get('/\\')]],
  ['an asterisk as the path', [204], [get(validate, '', 'OPTIONS')]],
  ['a path without a slash', [400], [get('x')]],
  ['Authorization twice', [401], [get(`${validate}?token=a`, `Authorization: Bearer x\r\n${token}`)]],
  ['Content-Type twice', [200], [post(emptyObject, `${json}Content-Type: text/plain\r\n`)]],
  ['bytes beyond ASCII in a header', [204], [get(`${validate}?token=a`, `${token}Origin: \xff\r\nPrefer: \xe4=\xf6\r\n`)]],
  ['headers of 20 KB', [431], [get(validate, `a: ${'b'.repeat(20_000)}\r\n`)]],
  ['ten thousand headers', [431], [get(validate, 'a: b\r\n'.repeat(10_000))]],
  ['no Host', [400], [`GET ${validate} HTTP/1.1\r\n\r\n`]],
  ['Host twice', [400], [`GET ${validate} HTTP/1.1\r\nHost: mock\r\nHost: mock\r\n\r\n`]],
  [
    'more headers than Node keeps by default, the last of them one that counts',
    [404],
    [get(`${validate}?token=a`, `${token}${'a:\r\n'.repeat(2500)}Prefer: code=404\r\n`)],
  ],
  ['HTTP/1.0 without Host', [401], [`GET ${validate} HTTP/1.0\r\n\r\n`]],
  ['HTTP/2', [400], ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n']],
  ['HTTP/9.9', [400], [get(validate, '', 'GET', '9.9')]],
  ['a method that does not exist', [400], [get(validate, '', 'BREW')]],
  ['HEAD', [401], [get(validate, '', 'HEAD')]],
  ['TRACE', [405], [get(validate, '', 'TRACE')]],
  ['CONNECT', [405], ['CONNECT mock:443 HTTP/1.1\r\nHost: mock\r\n\r\n']],
  ['Upgrade to a web socket', [204], [get(`${validate}?token=a`, `${token}Connection: Upgrade\r\nUpgrade: websocket\r\n`)]],
  ['a length that is no number', [400], [`POST ${reset} HTTP/1.1\r\nHost: mock\r\n${json}Content-Length: -1\r\n\r\n`]],
  ['chunks that are none', [400], [`POST ${reset} HTTP/1.1\r\nHost: mock\r\n${json}Transfer-Encoding: chunked\r\n\r\nzz\r\n`]],
  ['bytes that are no HTTP', [400], [Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01])]],
  ['two requests at once', [200, 200], [Buffer.concat([valid, valid])]],
  ['a request, then no HTTP', [200, 400], [Buffer.concat([valid, Buffer.from('what?\r\n\r\n')])]],
  ['a request byte by byte', [200], [...valid].map((byte) => Buffer.from([byte]))],
  [
    'a hundred requests at once',
    Array.from({ length: 100 }, () => 200),
    [Buffer.concat(Array.from({ length: 100 }, () => valid))],
  ],
];

/** Requests that do not end in time. */
const late: typeof nasty = [
  ['HTTP/0.9, which has no headers', [408], ['GET /\r\n']],
  ['a body that stops', [408], [`POST ${reset} HTTP/1.1\r\nHost: mock\r\n${json}Content-Length: 100\r\n\r\n{`]],
  [
    'a body that drips',
    [408],
    [
      `POST ${reset} HTTP/1.1\r\nHost: mock\r\n${json}Content-Length: 100\r\n\r\n`,
      ...Array.from({ length: 40 }, () => ['x', 60]).flat(),
    ],
  ],
  [
    'a body that is refused and stops, which is no second request',
    [413],
    [`POST ${reset} HTTP/1.1\r\nHost: mock\r\n${json}Content-Length: 20971520\r\n\r\n{`, 2500],
  ],
  ['headers that stop', [408], ['GET / HTTP/1.1\r\nHos']],
];

test.concurrent.for(late)('%s', async ([, statuses, pieces], { expect: expectHere }) => {
  const response = await sendRaw(impatient.url, pieces, statuses.length);
  expectHere(response.statuses).toEqual(statuses);
});

test.concurrent.for(nasty)('%s', async ([, statuses, pieces], { expect: expectHere }) => {
  const response = await sendRaw(mock.url, pieces, statuses.length);
  expectHere(response.statuses).toEqual(statuses);
});

test('a body that is cut off leaves nobody behind', async () => {
  const { hostname, port } = new URL(mock.url);
  const { connect } = await import('node:net');
  await Promise.all(
    Array.from(
      { length: 50 },
      () =>
        new Promise<void>((resolve) => {
          const socket = connect(Number(port), hostname, () =>
            socket.write(`POST ${reset} HTTP/1.1\r\nHost: mock\r\nContent-Length: 100\r\n\r\n{`, () => {
              socket.resetAndDestroy();
              resolve();
            }),
          );
        }),
    ),
  );
  expect((await sendRaw(mock.url, [valid])).statuses).toEqual([200]);
});

test('nothing of this reached the process', () => {
  expect(uncaught).toEqual([]);
});
