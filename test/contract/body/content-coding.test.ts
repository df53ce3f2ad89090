import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { knownCodings, mostUnpacked, unpackBody } from '../../../src/contract/body/content-coding.js';

const text = Buffer.from('hé');

async function unpacked(body: Buffer, coding?: string, most?: number): Promise<string> {
  const result = await unpackBody(body, coding, most);
  return 'problem' in result ? result.problem : Buffer.from(result.bytes).toString();
}

test.each<[coding: string | undefined, body: Buffer, result: string]>([
  [undefined, text, 'hé'],
  ['', text, 'hé'],
  [' identity , ', text, 'hé'],
  ['gzip', gzipSync(text), 'hé'],
  ['X-GZip', gzipSync(text), 'hé'],
  ['deflate', deflateSync(text), 'hé'],
  ['deflate', deflateRawSync(text), 'hé'],
  ['br', brotliCompressSync(text), 'hé'],
  ['gzip,br', brotliCompressSync(gzipSync(text)), 'hé'],
  ['br, gzip', brotliCompressSync(gzipSync(text)), 'broken'],
  ['gzip', Buffer.alloc(0), ''],
  ['gzip', text, 'broken'],
  ['deflate', text, 'broken'],
  ['compress', text, 'unknown'],
  ['gzip, compress', text, 'unknown'],
  ['constructor', text, 'unknown'],
])('a body with the coding %s is decompressed', async (coding, body, result) => {
  expect(await unpacked(body, coding)).toBe(result);
});

test.each<[coding: string, pack: (body: Buffer) => Buffer]>([
  ['gzip', (body) => gzipSync(body)],
  ['deflate', (body) => deflateSync(body)],
  ['deflate', (body) => deflateRawSync(body)],
  ['br', (body) => brotliCompressSync(body)],
  ['br, gzip', (body) => gzipSync(brotliCompressSync(body))],
])('decompressed, a body with the coding %s has a largest size', async (coding, pack) => {
  const body = pack(Buffer.alloc(5000, 'a'));
  expect((await unpacked(body, coding, 5000)).length).toBe(5000);
  expect(await unpacked(body, coding, 4999)).toBe('too large');
});

test('the codings that clients may send, and the usual largest size', () => {
  expect(knownCodings).toMatch(/^gzip, deflate, br(, zstd)?$/);
  expect(mostUnpacked).toBe(16 * 1024 ** 2);
});
