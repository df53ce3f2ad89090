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

/** The content of a body, read by its documented media type. */
export interface Content {
  /** The value for `schema`; `undefined` if the body cannot be read. */
  value?: unknown;
  /** The items of a sequence, for `itemSchema`. */
  items?: unknown[];
  /** The JSON inside a text, for `contentSchema`. */
  held?: { value: unknown };
  /** The problems of parts that cannot be read. */
  violations?: Violation[];
  /** The documented headers of the parts of a form. */
  headers?: PartHeader[];
  /** Why the schema is not checked: the rest of a sentence. */
  unchecked?: string;
}

/**
 * Reads a body by its documented media type.
 *
 * @param body The body, parsed by its own media type, without violations.
 * @param contentType The `Content-Type` header.
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
  if (isForm(mediaType)) {
    const form = readForm(media, bytes, contentType);
    const { value: parts } = form;
    if (!Array.isArray(parts)) return form;
    // A schema may describe the parts, each of them, or the whole body as a text.
    if (types.size === 1 && types.has('string')) return { ...form, value: text };
    return { ...form, items: parts };
  }
  const isText = types.size === 0 || types.has('string');
  const sequence = sequenceKind(mediaType);
  if (sequence && (media.itemSchema !== undefined || !isText)) {
    const read = readSequence(sequence, text);
    return media.isOfData && 'items' in read ? { items: dataOf(read.items) } : read;
  }
  if (holdsJson) {
    const { value: held, violations } = parseJson(text);
    return violations.length > 0 ? { violations } : { value: text, held: { value: held } };
  }
  if (media.schema === undefined || isText) return { value: text };
  if (/[/+](x-)?yaml$/.test(essenceOf(mediaType))) return readYamlBody(text);
  const isPlain = ![...types].some((type) => type === 'object' || type === 'array');
  if (isPlain && /^text\/(?!xml$)/.test(mediaType)) return { value: plainValue(shape, text) };
  return { unchecked: `${essenceOf(mediaType)} is read as text here, and its schema describes none` };
}

/**
 * Validates the content of a body against the schemas of its media type.
 *
 * @param isShown Whether a message may contain a name. Default: each name is allowed.
 */
export function contentViolations(
  schemas: Schemas,
  media: ContractMedia,
  content: Content,
  direction: Direction,
  isShown?: (name: string) => boolean,
): Violation[] {
  const { violations = [], headers = [] } = content;
  // A body that cannot be read has no value to validate.
  if (violations.length > 0 && content.value === undefined) return violations;
  const findings = contentFindings(schemas, media, content, direction);
  const ofSchema = findingViolations(findings, ['body'], isShown);
  if (violations.length === 0 && headers.length === 0) return ofSchema;
  return [...violations, ...partHeaderViolations(schemas, media, headers, direction, isShown), ...ofSchema];
}

function contentFindings(
  schemas: Schemas,
  { mediaType, schema, itemSchema, contentSchema }: ContractMedia,
  { value, items, held, unchecked }: Content,
  direction: Direction,
): SchemaFinding[] {
  if (unchecked !== undefined) return [{ kind: 'not checked', path: [], reason: `${unchecked}.` }];
  const check = (pointer: string | undefined, checked: unknown, holdsJson = false): SchemaFinding[] =>
    pointer === undefined ? [] : schemas.check(pointer, checked, direction, holdsJson);
  if (items) {
    // OpenAPI describes the JSON in the data of events by `contentSchema` (3.2.0, section 4.14.4.2).
    const holdsJson = sequenceKind(mediaType) === 'events';
    const ofItems = items.flatMap((item, index) =>
      check(itemSchema, item, holdsJson).map((one) => ({ ...one, path: [String(index), ...one.path] })),
    );
    return [...ofItems, ...check(schema, items)];
  }
  // Violations of the content of a text are more helpful than those of the text itself, such as a pattern.
  const inContent = held ? check(contentSchema, held.value) : [];
  return inContent.some(({ kind }) => kind === 'violation') ? inContent : [...inContent, ...check(schema, value)];
}

/** The JSON in the `data` of server-sent events. Other data, such as the word that ends some streams, is skipped. */
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
