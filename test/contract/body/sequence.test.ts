import { describe, expect, test } from 'vitest';
import { readSequence, sequenceKind, writeSequence, type SequenceKind } from '../../../src/contract/body/sequence.js';

test.each<[string, SequenceKind | undefined]>([
  ['application/jsonl', 'lines'],
  ['application/x-jsonl', 'lines'],
  ['application/x-ndjson; charset=utf-8', 'lines'],
  ['application/json-lines', 'lines'],
  ['application/jsonlines', 'lines'],
  ['application/jsonl2', undefined],
  ['application/json-seq', 'records'],
  ['application/geo+json-seq', 'records'],
  ['application/json-sequence', undefined],
  ['Text/Event-Stream', 'events'],
  ['application/json', undefined],
])('%s is a sequence of %s', (mediaType, kind) => {
  expect(sequenceKind(mediaType)).toBe(kind);
});

describe.each(['\n', '\r', '\r\n'])('of server-sent events, lines that end with %j', (end) => {
  test.each<[what: string, lines: string[], items: object[]]>([
    ['are fields of one event', ['event: a', 'id: 7', 'data: x', ''], [{ event: 'a', id: '7', data: 'x' }]],
    ['are joined where they are data', ['data: x', 'data', 'data:y', ''], [{ data: 'x\n\ny' }]],
    ['lose one blank before the value', ['data:  x: y ', ''], [{ data: ' x: y ' }]],
    ['are the last of their name', ['id: 1', 'id: 2', 'data: x', ''], [{ id: '2', data: 'x' }]],
    ['are a number where they are a delay', ['retry: 10', 'data: 10', 'id: 10', ''], [{ retry: 10, data: '10', id: '10' }]],
    [
      'are the delay as it is sent otherwise',
      ['retry: 1s', 'data: x', '', 'retry: s1', 'data: y', ''],
      [
        { retry: '1s', data: 'x' },
        { retry: 's1', data: 'y' },
      ],
    ],
    [
      'are left out as comments and unknown fields',
      [': data: c', 'xdata: x', 'other: x', 'data2: x', 'data: x', ''],
      [{ data: 'x' }],
    ],
    ['are no event without data', ['event: a', '', '', 'data: x', ''], [{ data: 'x' }]],
    ['contain other separators of Unicode', ['data: x\u2028y\u2029z\u0085', ''], [{ data: 'x\u2028y\u2029z\u0085' }]],
  ])('%s', (_, lines, items) => {
    expect(readSequence('events', lines.map((line) => line + end).join(''))).toEqual({ items });
  });
});

test.each<[SequenceKind, text: string, found: object]>([
  ['lines', '1\n \n{"a":\t2}\r\n', { items: [1, { a: 2 }] }],
  ['records', '\u001e1\n\u001e\n\u001e"x\\n"\n', { items: [1, 'x\n'] }],
  ['lines', '1\n{', { violations: [{ path: ['body', '1'], message: 'body.1 is not valid JSON.' }] }],
])('the %s of %j are read, but for blank ones', (kind, text, found) => {
  expect(readSequence(kind, text)).toMatchObject(found);
});

const items = [1, 'a', { data: 'x' }, null];
test.each<[SequenceKind, items: unknown[], text: string]>([
  ['lines', items, '1\n"a"\n{"data":"x"}\nnull\n'],
  ['records', items, '\u001e1\n\u001e"a"\n\u001e{"data":"x"}\n\u001enull\n'],
  ['events', items, 'data: 1\n\ndata: a\n\ndata: x\n\ndata: null\n\n'],
  ['events', [{ id: 'i', retry: 3, data: 'x\r\ny\rz\n' }], 'id: i\nretry: 3\ndata: x\ndata: y\ndata: z\ndata: \n\n'],
  ['events', [{ other: 1 }, [2]], 'data: {"other":1}\n\ndata: [2]\n\n'],
  ['events', [], ''],
])('as %s, the items %j are written', (kind, all, text) => {
  expect(writeSequence(kind, all, (item) => JSON.stringify(item))).toBe(text);
});
