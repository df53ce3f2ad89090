import fc from 'fast-check';
import type { MediaType, Schema } from '../../src/description/types.js';

const text: Schema = { type: 'string' };
const integers: Schema = { type: 'array', items: { type: 'integer' } };
const point: Schema = { type: 'object', properties: { x: { type: 'integer' }, y: text } };

/** The Media Type Object for `formValues`, with a field for each way to serialize one. */
export const formMedia: MediaType = {
  schema: {
    type: 'object',
    properties: {
      word: text,
      number: { type: 'integer' },
      truth: { type: 'boolean' },
      words: { type: 'array', items: text },
      points: { type: 'array', items: point },
      point,
      commas: integers,
      bars: integers,
      deep: point,
      json: text,
    },
    patternProperties: { '^n_': { type: 'integer' } },
  },
  encoding: {
    commas: { explode: false },
    bars: { style: 'pipeDelimited' },
    deep: { style: 'deepObject', explode: true },
    json: { contentType: 'application/json' },
  },
};

/** Random forms that both urlencoded and multipart bodies can represent. */
export function formValues(): fc.Arbitrary<Record<string, unknown>> {
  const words = fc.string({ unit: 'grapheme' });
  const several = { minLength: 1, maxLength: 4 };
  const points = fc.record({ x: fc.integer(), y: words });
  return fc.record(
    {
      word: words,
      number: fc.integer(),
      truth: fc.boolean(),
      words: fc.array(words, several),
      points: fc.array(points, several),
      point: points,
      commas: fc.array(fc.integer(), several),
      bars: fc.array(fc.integer(), several),
      deep: points,
      json: words,
      n_1: fc.integer(),
    },
    { requiredKeys: ['number'] },
  );
}
