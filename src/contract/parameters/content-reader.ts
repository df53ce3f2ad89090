import { bodyKind, essenceOf } from '../../description/media-types.js';
import { plainValues } from '../../description/parameters/read-text.js';
import { decodePair, type Reading } from '../../description/parameters/sent.js';
import type { Description, MediaType } from '../../description/types.js';
import { parseJson } from '../body/body.js';
import { sentPairs } from './sent-pairs.js';
import { unchecked, type Violation } from '../message/violation.js';
import { fieldReader } from '../body/form-fields.js';
import { messageShape } from './shape.js';

/** The values of a parameter, read by its media type. */
export type ContentReading = Reading & { violations?: Violation[] };

/**
 * Prepares a reader for a parameter with `content`, by its media type.
 *
 * @param path The place of the parameter, for violations.
 * @returns A function that takes the decoded text. The fields of a form stay encoded.
 */
export function contentReader(
  description: Description,
  mediaType: string,
  { schema, encoding = {} }: MediaType,
  path: string[],
): (text: string) => ContentReading {
  const shape = messageShape(description, schema);
  const readFields = fieldReader({ shape, encoding, decode: decodePair, place: path });
  const isComposed = shape.types.size > 0 && [...shape.types].every((type) => type === 'object' || type === 'array');
  return (text) => {
    switch (bodyKind(mediaType)) {
      case 'json': {
        const { value, violations } = parseJson(text);
        return violations.length === 0 ? { values: [value] } : { values: [], problem: 'is not valid JSON.' };
      }
      case 'form': {
        const { value, violations } = readFields(sentPairs(text));
        return { values: violations.length === 0 ? [value] : [], violations };
      }
      default: {
        if (isComposed)
          return { values: [], violations: [unchecked(path, `${essenceOf(mediaType)} is not read in parameters.`)] };
        const values = plainValues(shape, text);
        return { values: values.length > 0 ? values : [text] };
      }
    }
  };
}
