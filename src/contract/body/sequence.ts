import { essenceOf } from '../../description/media-types.js';
import { parseJson } from './body.js';
import { violation, type Violation } from '../message/violation.js';

/**
 * The sequential media types of OpenAPI 3.2 (section 4.14.3): lines of JSON, JSON text sequences (RFC 7464), server-sent
 * events.
 */
export type SequenceKind = 'lines' | 'records' | 'events';

/** The kind of sequence of a media type; `undefined` if it is not sequential. */
export function sequenceKind(mediaType: string): SequenceKind | undefined {
  const essence = essenceOf(mediaType);
  if (/\/(x-)?(jsonl|ndjson|json-?lines)$/.test(essence)) return 'lines';
  if (/[/+]json-seq$/.test(essence)) return 'records';
  return essence === 'text/event-stream' ? 'events' : undefined;
}

/** Reads the items of a sequence. A violation names the first one that cannot be read. */
export function readSequence(kind: SequenceKind, text: string): { items: unknown[] } | { violations: Violation[] } {
  if (kind === 'events') return { items: events(text) };
  const parts = text.split(kind === 'lines' ? '\n' : '\u001e').filter((part) => part.trim() !== '');
  const items: unknown[] = [];
  for (const [index, part] of parts.entries()) {
    const { value, violations } = parseJson(part);
    if (violations.length > 0) return { violations: [violation(['body', String(index)], 'json', 'is not valid JSON.')] };
    items.push(value);
  }
  return { items };
}

/** Writes items as a sequence. */
export function writeSequence(kind: SequenceKind, items: unknown[], write: (item: unknown) => string): string {
  switch (kind) {
    case 'lines':
      return items.map((item) => `${write(item)}\n`).join('');
    case 'records':
      return items.map((item) => `\u001e${write(item)}\n`).join('');
    case 'events':
      return items.map((item) => `${eventLines(item, write).join('\n')}\n\n`).join('');
  }
}

/** Parses server-sent events (HTML Standard, section 9.2.6) to the objects that OpenAPI 3.2 defines for them. */
function events(text: string): object[] {
  // A line ends with CRLF, LF or CR, and not with the other line separators of Unicode.
  const blocks = text.replaceAll(/\r\n?/g, '\n').split(/\n{2,}/);
  return blocks.flatMap((block) => {
    const fields = new Map<string, string>();
    for (const line of block.split('\n')) {
      const [, name, value = ''] = /^(data|event|id|retry)(?:: ?(.*))?$/s.exec(line) ?? [];
      if (name === undefined) continue;
      const before = name === 'data' ? fields.get(name) : undefined;
      fields.set(name, before === undefined ? value : `${before}\n${value}`);
    }
    if (!fields.has('data')) return [];
    return [Object.fromEntries([...fields].map(([name, value]) => [name, fieldOf(name, value)]))];
  });
}

function fieldOf(name: string, value: string): string | number {
  return name === 'retry' && /^\d+$/.test(value) ? Number(value) : value;
}

function eventLines(item: unknown, write: (item: unknown) => string): string[] {
  const isEvent = typeof item === 'object' && item !== null && 'data' in item;
  return Object.entries(isEvent ? item : { data: item }).flatMap(([name, value]: [string, unknown]) => {
    const text = typeof value === 'string' ? value : write(value);
    return text.split(/\r\n?|\n/).map((line) => `${name}: ${line}`);
  });
}
