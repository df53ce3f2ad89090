import { essenceOf, isJson } from '../../description/media-types.js';
import { plainValue } from '../../description/parameters/read-text.js';
import { findingViolations } from '../schema/finding-violations.js';
import type { Direction, SchemaFinding, Schemas } from '../schema/schemas.js';
import { parseJson, type Body } from './body.js';
import { isForm, readForm } from './form.js';
import { partHeaderViolations, type PartHeader } from './form-parts.js';
import type { ContractMedia } from './media.js';
import { readSequence, sequenceKind } from './sequence.js';
import { violation, type Violation } from '../message/violation.js';
import { readYamlText } from '../message/yaml.js';

/** What a body holds, by its documented media type. */
export interface Content {
  /** The value that the schema describes; `undefined` where the body cannot be read. */
  value?: unknown;
  /** The items of a sequence, which `itemSchema` describes. */
  items?: unknown[];
  /** What text holds, which `contentSchema` describes. */
  held?: { value: unknown };
  /** What of it cannot be read. */
  violations?: Violation[];
  /** What the parts of a form hold of their documented headers. */
  headers?: PartHeader[];
  /** Why it is not checked by its schema, as the rest of a sentence. */
  unchecked?: string;
}

/**
 * Reads a body by its media type.
 *
 * @param body What is known of it by its own headers.
 * @param contentType The header field of the body.
 */
export function readContent(
  media: ContractMedia,
  { mediaType = '', text, value }: Body,
  bytes: Uint8Array,
  contentType: string,
): Content {
  const { holdsJson, shape } = media;
  const { types } = shape;
  if (isJson(mediaType)) return { value };
  if (isForm(mediaType)) return readForm(media, bytes, contentType);
  const isText = types.size === 0 || types.has('string');
  const sequence = sequenceKind(mediaType);
  if (text !== undefined && sequence && (media.itemSchema !== undefined || !isText)) {
    const read = readSequence(sequence, text);
    return media.isOfData && 'items' in read ? { items: dataOf(read.items) } : read;
  }
  if (text !== undefined && holdsJson) {
    const { value: held, violations } = parseJson(text);
    return violations.length > 0 ? { violations } : { value: text, held: { value: held } };
  }
  if (media.schema === undefined || isText) return { value: text };
  if (text !== undefined && /[/+](x-)?yaml$/.test(essenceOf(mediaType))) return readYamlBody(text);
  const isPlain = ![...types].some((type) => type === 'object' || type === 'array');
  if (text !== undefined && isPlain && /^text\/(?!xml$)/.test(mediaType)) return { value: plainValue(shape, text) };
  return { unchecked: `${essenceOf(mediaType)} is read as text here, and its schema describes none` };
}

/**
 * Holds what a body holds to the schemas of its media type.
 *
 * @param isShown Whether a name may be shown. Default: each may.
 */
export function contentViolations(
  schemas: Schemas,
  media: ContractMedia,
  content: Content,
  direction: Direction,
  isShown?: (name: string) => boolean,
): Violation[] {
  const { violations = [], headers = [] } = content;
  // What cannot be read has no value that a schema could say something of.
  if (violations.length > 0 && content.value === undefined) return violations;
  const findings = contentFindings(schemas, media, content, direction);
  return [
    ...violations,
    ...partHeaderViolations(schemas, media, headers, direction, isShown),
    ...findingViolations(findings, ['body'], isShown),
  ];
}

function contentFindings(
  schemas: Schemas,
  { schema, itemSchema, contentSchema }: ContractMedia,
  { value, items, held, unchecked }: Content,
  direction: Direction,
): SchemaFinding[] {
  if (unchecked !== undefined) return [{ kind: 'not checked', path: [], reason: `${unchecked}.` }];
  const check = (pointer: string | undefined, checked: unknown): SchemaFinding[] =>
    pointer === undefined ? [] : schemas.check(pointer, checked, direction);
  if (items) {
    const ofItems = items.flatMap((item, index) =>
      check(itemSchema, item).map((one) => ({ ...one, path: [String(index), ...one.path] })),
    );
    return [...ofItems, ...check(schema, items)];
  }
  // What the content of a text breaks says more than what the text breaks, such as a pattern.
  const inContent = held ? check(contentSchema, held.value) : [];
  return inContent.some(({ kind }) => kind === 'violation') ? inContent : [...inContent, ...check(schema, value)];
}

/** The JSON in the `data` of server-sent events; what is none, such as the word that some streams end with, is left out. */
function dataOf(events: unknown[]): unknown[] {
  return events.flatMap((event) => {
    const { value, violations } = parseJson((event as { data: string }).data);
    return violations.length > 0 ? [] : [value];
  });
}

function readYamlBody(text: string): Content {
  try {
    return { value: readYamlText(text, 0) };
  } catch {
    return { violations: [violation(['body'], 'yaml', 'is not valid YAML, or has aliases.')] };
  }
}
