import type { Json } from '../../../description/json-value.js';
import { holdsJson } from '../../../description/media-types.js';
import { below } from '../documents/places.js';
import { readPattern } from '../patterns/read-pattern.js';
import { formatKeywords } from '../validate/formats.js';
import type { Reading } from './reading.js';

/** `pattern`, `format`, and what the text contains. */
export function rewriteTexts(reading: Reading): Json[] {
  const { pattern, format } = reading.schema;
  return [
    ...(pattern === undefined ? [] : [rewritePattern(reading, pattern)]),
    ...(format === undefined ? [] : [rewriteFormat(reading, format)]),
    ...(holdsJson(reading.schema) ? [rewriteHeldJson(reading)] : []),
  ];
}

function rewritePattern(reading: Reading, pattern: unknown): Json {
  if (typeof pattern !== 'string') return reading.unchecked('pattern', 'it is no text');
  const read = readPattern(pattern);
  return typeof read === 'string' ? reading.unchecked('pattern', read) : { pattern };
}

function rewriteHeldJson({ place, schema, reference }: Reading): Json {
  return { heldJson: schema.contentSchema === undefined ? {} : reference(below(place, 'contentSchema')) };
}

function rewriteFormat(reading: Reading, format: unknown): Json {
  if (typeof format !== 'string') return reading.unchecked('format', 'it is no text');
  return formatKeywords(format);
}
