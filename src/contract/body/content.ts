import { bodyKind, essenceOf } from '../../description/media-types.js';
import { plainValue } from '../../description/parameters/read-text.js';
import type { Direction, SchemaFinding, Schemas } from '../schema/schemas.js';
import { parseJson, type Body } from './body.js';
import type { ContractMedia } from './media.js';
import { readSequence, sequenceKind } from './sequence.js';
import { violation, type Violation } from '../message/violation.js';
import { readYamlText } from '../message/yaml.js';

/** What a body holds, by its documented media type. */
export interface Content {
  /** The value that the schema describes. */
  value?: unknown;
  /** The items of a sequence, which `itemSchema` describes. */
  items?: unknown[];
  /** What text holds, which `contentSchema` describes. */
  held?: { value: unknown };
  /** Why it cannot be read. */
  violations?: Violation[];
  /** Why it is not checked by its schema, as the rest of a sentence. */
  unchecked?: string;
}

/**
 * Reads a body that is no form by its media type.
 *
 * @param body What is known of it by its own headers.
 */
export function readContent(media: ContractMedia, { mediaType = '', text, value }: Body): Content {
  const { holdsJson, shape } = media;
  const { types } = shape;
  const kind = bodyKind(mediaType);
  if (kind === 'json') return { value };
  const isText = types.size === 0 || types.has('string');
  const sequence = sequenceKind(mediaType);
  if (text !== undefined && sequence && (media.itemSchema !== undefined || !isText)) return readSequence(sequence, text);
  if (text !== undefined && holdsJson) {
    const { value: held, violations } = parseJson(text);
    return violations.length > 0 ? { value: text, violations } : { value: text, held: { value: held } };
  }
  if (media.schema === undefined || isText) return { value: text };
  if (text !== undefined && /[/+](x-)?yaml$/.test(essenceOf(mediaType))) return readYamlBody(text);
  const isPlain = ![...types].some((type) => type === 'object' || type === 'array');
  if (text !== undefined && isPlain && /^text\/(?!xml$)/.test(mediaType)) return { value: plainValue(shape, text) };
  return { unchecked: `${essenceOf(mediaType)} is read as text here, and its schema describes none` };
}

/** Holds what a body holds to the schemas of its media type. */
export function contentFindings(
  schemas: Schemas,
  { schema, itemSchema, contentSchema }: ContractMedia,
  { value, items, held, unchecked }: Content,
  direction: Direction,
): SchemaFinding[] {
  if (unchecked !== undefined) return [{ kind: 'not checked', path: [], reason: `${unchecked}.` }];
  const check = (pointer: string | undefined, checked: unknown, path: string[] = []): SchemaFinding[] => {
    if (pointer === undefined) return [];
    const found = schemas.check(pointer, checked, direction);
    return path.length === 0 ? found : found.map((one) => ({ ...one, path: [...path, ...one.path] }));
  };
  if (items) {
    const ofItems: SchemaFinding[] = [];
    for (const [index, item] of items.entries()) ofItems.push(...check(itemSchema, item, [String(index)]));
    return [...ofItems, ...check(schema, items)];
  }
  // What the content of a text breaks says more than what the text breaks, such as a pattern.
  const inContent = held ? check(contentSchema, held.value) : [];
  return inContent.some(({ kind }) => kind === 'violation') ? inContent : [...inContent, ...check(schema, value)];
}

function readYamlBody(text: string): Content {
  try {
    return { value: readYamlText(text, 0) };
  } catch {
    return { violations: [violation(['body'], 'yaml', 'is not valid YAML, or has aliases.')] };
  }
}
