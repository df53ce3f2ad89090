/** A body to read, such as the `data` of a call with `parseAs: 'stream'`. */
export type ByteStream = ReadableStream<Uint8Array> | null | undefined;

/** One event of an event stream. */
export interface ServerSentEvent {
  /** The field `event`. Default: `message`. */
  readonly event: string;
  /** The `data` fields, joined with line feeds. */
  readonly data: string;
  /** The last `id` of the stream so far, to send as `Last-Event-ID`. Empty if there was none. */
  readonly id: string;
  /** The last `retry` of the stream so far: how long to wait before connecting again, in milliseconds. */
  readonly retry?: number;
}

/**
 * Reads an event stream, `text/event-stream`, by the rules of the HTML Standard ("Interpreting an event stream"). An event that
 * is incomplete when the stream ends is dropped. The function does not reconnect.
 *
 * To leave the loop early cancels the stream.
 *
 * @param stream UTF-8. `null` and `undefined` give no events.
 * @throws The error of reading the stream, such as the reason of an aborted signal.
 * @example
 * const result = await api.watch({ parseAs: 'stream' });
 * if (result.ok) for await (const { data } of readEvents(result.data)) console.log(JSON.parse(data));
 */
export async function* readEvents(stream: ByteStream): AsyncGenerator<ServerSentEvent, void, undefined> {
  let event = '';
  let data: string | undefined;
  let id = '';
  let retry: number | undefined;
  for await (const line of linesOf(stream, /\r\n|\n|\r/)) {
    if (line === '') {
      if (data !== undefined) yield { event: event || 'message', data, id, ...(retry !== undefined && { retry }) };
      [event, data] = ['', undefined];
      continue;
    }
    const [, field = '', value = ''] = /([^:]*):? ?(.*)/s.exec(line) ?? [];
    if (field === 'event') event = value;
    if (field === 'data') data = data === undefined ? value : `${data}\n${value}`;
    if (field === 'id' && !value.includes('\0')) id = value;
    if (field === 'retry' && /^\d+$/.test(value)) retry = Number(value);
  }
}

/**
 * Reads a stream with one JSON text per line: `application/x-ndjson`, `application/jsonl`, or `application/json-seq`, whose
 * texts begin with a record separator (RFC 7464). Empty lines are skipped.
 *
 * To leave the loop early cancels the stream.
 *
 * @typeParam Item The type of each item. It is not validated.
 * @param stream UTF-8. `null` and `undefined` give no items.
 * @throws SyntaxError with the number of the line that is not valid JSON. The error of reading the stream.
 */
export async function* readJsonLines<Item = unknown>(stream: ByteStream): AsyncGenerator<Item, void, undefined> {
  let number = 0;
  for await (const text of linesOf(stream, /\n/)) {
    number += 1;
    const json = text.slice(text.startsWith(recordSeparator) ? 1 : 0).trim();
    if (json) yield parsed(json, number) as Item;
  }
}

const recordSeparator = String.fromCharCode(0x1e);

function parsed(json: string, line: number): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The parser's error is dropped: it quotes the line.
    throw new SyntaxError(`Line ${line} of the stream is not valid JSON.`);
  }
}

/** @param end Matches the end of a line. The last line may have none. */
async function* linesOf(stream: ByteStream, end: RegExp): AsyncGenerator<string, void, undefined> {
  if (!stream) return;
  // TextDecoder removes a byte order mark.
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let rest = '';
  let mayBelongToEnd = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      let text = done ? decoder.decode() : decoder.decode(value, { stream: true });
      // A chunk may end between CR and LF. That LF does not end another line.
      if (mayBelongToEnd && text.startsWith('\n')) text = text.slice(1);
      else if (text === '' && !done) continue;
      mayBelongToEnd = end.test('\r') && text.endsWith('\r');
      const [first = '', ...others] = text.split(end);
      rest += first;
      for (const next of others) {
        yield rest;
        rest = next;
      }
      if (!done) continue;
      if (rest) yield rest;
      return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
