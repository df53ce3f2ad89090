import { describe, expect, it } from 'vitest';
import { readEvents, readJsonLines, type ByteStream } from '../../src/client/streams.js';

/** A stream of the given chunks. A text is split into single bytes. */
function streamOf(chunks: string | Uint8Array[], ended?: (reason: unknown) => void): ReadableStream<Uint8Array> {
  const bytes = typeof chunks === 'string' ? Array.from(new TextEncoder().encode(chunks), (byte) => Uint8Array.of(byte)) : chunks;
  return new ReadableStream({
    pull(controller) {
      const next = bytes.shift();
      if (next) controller.enqueue(next);
      else controller.close();
    },
    cancel: (reason) => ended?.(reason),
  });
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const event = (data: string, others: object = {}): object => ({ event: 'message', data, id: '', ...others });

describe('an event stream is read by the rules of the HTML Standard', () => {
  const rows: Array<[rule: string, text: string, events: object[]]> = [
    ['one event', 'data: a\n\n', [event('a')]],
    ['lines end in CR', 'data: a\r\rdata: b\r\r', [event('a'), event('b')]],
    ['lines end in CRLF', 'data: a\r\n\r\ndata: b\r\n\r\n', [event('a'), event('b')]],
    ['lines end in each of them', 'data: a\r\ndata: b\ndata: c\r\n\ndata: d\r\n\r', [event('a\nb\nc'), event('d')]],
    ['a byte order mark', '\uFEFFdata: a\n\n', [event('a')]],
    [
      'a name and an id, which stays',
      'event: x\nid: 1\ndata: a\n\ndata: b\n\n',
      [event('a', { event: 'x', id: '1' }), event('b', { id: '1' })],
    ],
    ['an id that is reset', 'id: 1\ndata: a\n\nid\ndata: b\n\n', [event('a', { id: '1' }), event('b')]],
    ['an id with NULL is ignored', 'id: a\0b\ndata: a\n\n', [event('a')]],
    [
      'retry is a number',
      'retry: 10\ndata: a\n\nretry: 1s\nretry: s1\ndata: b\n\n',
      [event('a', { retry: 10 }), event('b', { retry: 10 })],
    ],
    ['one space is taken off', 'data:  a\ndata:b\n\n', [event(' a\nb')]],
    ['colons in a value', 'data: {"a":1}\n\n', [event('{"a":1}')]],
    ['comments and unknown fields', ': hi\n\nother: x\ndata: a\n:\n\n', [event('a')]],
    ['a field without a colon', 'data\n\ndata\ndata\n\n', [event(''), event('\n')]],
    ['nothing without data', 'event: x\n\ndata: a\n\n', [event('a')]],
    ['an event that breaks off is left out', 'data: a\n\ndata: b\n', [event('a')]],
    ['a line that breaks off is left out', 'data: a\n\ndata: b', [event('a')]],
    ['more than ASCII, divided anywhere', 'data: jürgen 😀\n\n', [event('jürgen 😀')]],
    ['an empty stream', '', []],
  ];
  it.each(rows)('%s', async (_, text, events) => {
    expect(await all(readEvents(streamOf(text)))).toStrictEqual(events);
    expect(await all(readEvents(streamOf([new TextEncoder().encode(text)])))).toEqual(events);
  });

  it.each([
    [['data: a\r', 'data: b\n\n'], [event('a\nb')]],
    [['data: a\r', '', '\ndata: b\n\n'], [event('a\nb')]],
  ])('the chunks %j end lines as their text does', async (chunks, events) => {
    const encoder = new TextEncoder();
    expect(await all(readEvents(streamOf(chunks.map((chunk) => encoder.encode(chunk)))))).toEqual(events);
  });

  it('an event is given as soon as its last line ends', async () => {
    let enqueue: (text: string) => void = () => undefined;
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        enqueue = (text) => {
          controller.enqueue(new TextEncoder().encode(text));
        };
      },
    });
    const events = readEvents(stream);
    enqueue('data: a\r\r');
    expect(await events.next()).toMatchObject({ value: { data: 'a' } });
    enqueue('\ndata: b\n\n');
    expect(await events.next()).toMatchObject({ value: { data: 'b' } });
    await events.return();
  });
});

describe('JSON a line', () => {
  const rows: Array<[rule: string, text: string, items: unknown[]]> = [
    ['one each', '{"a":1}\n[2]\n', [{ a: 1 }, [2]]],
    ['the last without an end', '1\n2', [1, 2]],
    ['CRLF and empty lines', '1\r\n\r\n \n"ü"\r\n', [1, 'ü']],
    ['a sequence with record separators', '\x1e{"a":1}\n\x1e2\n', [{ a: 1 }, 2]],
    ['an empty stream', '', []],
  ];
  it.each(rows)('%s', async (_, text, items) => {
    expect(await all(readJsonLines(streamOf(text)))).toEqual(items);
  });

  it('an invalid line is named by its number, and not quoted', async () => {
    await expect(all(readJsonLines(streamOf('\n1\n\n{secret\n')))).rejects.toThrow(/^Line 4 of the stream is not valid JSON\.$/);
  });
});

it.each<[name: string, read: (stream: ByteStream) => AsyncGenerator]>([
  ['events', readEvents],
  ['lines', readJsonLines],
])('%s: leaving the loop cancels the stream, what breaks it is thrown, and no stream has none', async (_, read) => {
  const ended: unknown[] = [];
  for await (const item of read(
    streamOf('data: 1\n\n1\n'.replace(read === readJsonLines ? 'data: ' : '', ''), (reason) => ended.push(reason)),
  )) {
    expect(item).toBeDefined();
    break;
  }
  expect(ended).toHaveLength(1);
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.error(new Error('broken'));
    },
  });
  await expect(all(read(broken))).rejects.toThrow('broken');
  expect([await all(read(null)), await all(read(undefined))]).toEqual([[], []]);
});
