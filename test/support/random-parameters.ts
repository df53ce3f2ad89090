import fc from 'fast-check';
import type { Parameter, Schema } from '../../src/description/types.js';

/** The places of single parameters. */
export type Place = Exclude<Parameter['in'], 'querystring'>;

/** Each style that OpenAPI defines, in each place, exploded and not. */
export const parameterStyles: Array<[place: Place, style: string, explode: boolean]> = (
  [
    ['path', ['simple', 'label', 'matrix']],
    ['query', ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject']],
    ['header', ['simple']],
    ['cookie', ['form', 'cookie']],
  ] as Array<[Place, string[]]>
).flatMap(([place, styles]) =>
  styles.flatMap((style) => [false, true].map((explode): [Place, string, boolean] => [place, style, explode])),
);

/** Characters that a style cannot tell from its separators, since both are encoded the same way, or not at all. */
const unsayable: Record<string, RegExp> = {
  spaceDelimited: / /g,
  pipeDelimited: /\|/g,
  cookie: /[^\w.]/g,
  header: /[^\w.;:!?*]/g,
  deepObject: /[[\]]/g,
};

const text: Schema = { type: 'string' };
const list: Schema = { type: 'array', items: text };
const mixed: Schema = { type: ['integer', 'boolean', 'string'] };
const several = { minLength: 1, maxLength: 4 };

/** Random values that a parameter can represent in a style, each with its schema. */
export function parameterValues(place: Place, style: string, name: string): fc.Arbitrary<[schema: Schema, value: unknown]> {
  const unsaid = unsayable[place === 'header' ? 'header' : style];
  const words = fc
    .string({ unit: 'grapheme' })
    .map((one) => (unsaid ? one.replaceAll(unsaid, '') : one))
    // A path cannot contain a segment of points. In an exploded object, a member cannot have the name of the parameter.
    .filter((one) => one !== '' && one !== name && !/^(\.|%2e){1,2}$/i.test(one));
  const keys = fc.oneof(words, fc.constantFrom('__proto__', 'constructor', 'toString'));
  const scalars = fc.oneof(
    // A word that looks like a number would be read as a number.
    words.map((one) => `w${one}`),
    fc.integer(),
    fc.bigInt({ min: 2n ** 60n, max: 2n ** 64n }).filter((one) => BigInt(Number(one)) !== one),
    fc.boolean(),
  );
  const described = <Value>(schema: Schema, value: fc.Arbitrary<Value>): fc.Arbitrary<[Schema, unknown]> =>
    value.map((one) => [schema, one]);
  const composed = [
    described({ type: 'array', items: mixed }, fc.array(scalars, several)),
    described(list, fc.array(words, several)),
    described({ ...list, type: ['array', 'null'] }, fc.array(words, several)),
    described({ type: 'object', additionalProperties: mixed }, fc.dictionary(keys, scalars, { minKeys: 1, maxKeys: 4 })),
  ];
  const plain = [
    described({ anyOf: [list, text] }, fc.oneof(words, fc.array(words, several))),
    described(mixed, scalars),
    described(text, words),
  ];
  return fc.oneof(...composed, ...(style === 'deepObject' ? [] : plain));
}
