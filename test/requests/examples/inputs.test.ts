import { describe, expect, it } from 'vitest';
import type { Description, Schema } from '../../../src/description/types.js';
import { exampleValue, missingProperties, type Input } from '../../../src/requests/examples/example-value.js';
import { bodyOf, describing } from '../described.js';

const schemas: Record<string, Schema> = {
  Told: { type: 'string', example: 'of the target', default: 'default of the target' },
  Inner: { allOf: [{ $ref: '#/components/schemas/Told' }] },
};

/** What is said of an input: its own fields, and its schema. */
interface Said {
  own?: object;
  schema?: Schema;
}

interface Described {
  description: Description;
  input: Input;
}

/** The JSON body of an operation, or a query parameter, of which that is said. */
function described({ own = {}, schema }: Said, required: boolean, place = 'body'): Described {
  const said = { ...own, ...(schema && { schema }) };
  const fields = {
    ...bodyOf('application/json', said),
    parameters: [
      { name: 'p', in: 'query', required, ...said },
      { name: 'c', in: 'query', required, content: { 'application/json': said } },
    ],
  };
  const { description, operation } = describing(fields, { schemas });
  const [parameter, inJson] = operation.parameters;
  const media = operation.requestBody?.content['application/json'];
  const holder = place === 'body' ? media : place === 'parameter' ? parameter : inJson;
  if (!holder) throw new Error('The operation has no such input.');
  return { description, input: { operation, holder, required } };
}

const examples = { one: { value: 1 }, two: { value: 2 } };
const told: Schema = { $ref: '#/components/schemas/Told' };

describe.each(['body', 'parameter', 'parameter in JSON'])('of a %s, the example value is', (place) => {
  const valueOf = (said: Said, required: boolean, scenario?: string): unknown => {
    const { description, input } = described(said, required, place);
    return exampleValue(description, input, scenario);
  };

  it.each<[what: string, said: Said, value: unknown]>([
    ['the first named one', { own: { examples }, schema: { example: 3 } }, 1],
    ['the one of the input', { own: { example: 1 }, schema: { example: 2, default: 3 } }, 1],
    ['zero, false and the empty text, too', { own: { example: 0 }, schema: { example: 2 } }, 0],
    ['the one of the schema', { schema: { example: 1, examples: [2], default: 3 } }, 1],
    ['the first one of the schema', { schema: { examples: [1, 2], default: 3 } }, 1],
    ['the default', { schema: { type: 'integer', default: 3, enum: [1, 3] } }, 3],
    ['the constant, not the default', { schema: { const: 1, default: 3 } }, 1],
    ['the one beside a reference', { schema: { ...told, example: 'own' } }, 'own'],
    ['the one of the target of a reference, not the default beside it', { schema: { ...told, default: 'own' } }, 'of the target'],
    ['made of the parts', { schema: { $ref: '#/components/schemas/Inner' } }, 'of the target'],
    ['a value of the enum', { schema: { type: 'integer', enum: [1, 2] } }, 1],
    ['as the author gives it, valid or not', { own: { example: 'x' }, schema: { type: 'integer', example: 1 } }, 'x'],
    ['nothing without a schema', {}, undefined],
    ['nothing of a schema that gives none', { schema: { type: 'string' } }, undefined],
  ])('%s', (_, said, value) => {
    expect(valueOf(said, true)).toEqual(value);
  });

  it('the one of the scenario, and of another one only where the input is required', () => {
    const chosen = (required: boolean): unknown[] =>
      [undefined, 'one', 'two', 'three'].map((scenario) => valueOf({ own: { examples } }, required, scenario));
    expect(chosen(true)).toEqual([1, 1, 2, 1]);
    expect(chosen(false)).toEqual([undefined, 1, 2, undefined]);
  });

  it('in an optional input, the default, but no other value that is made of the schema', () => {
    expect(valueOf({ schema: { type: 'integer', default: 3, enum: [1, 3] } }, false)).toBe(3);
    expect(valueOf({ schema: { type: 'integer', enum: [1, 2] } }, false)).toBeUndefined();
    expect(valueOf({ schema: { required: ['a'], properties: { a: { example: 1 } } } }, false)).toEqual({ a: 1 });
  });

  it('null where that is a value', () => {
    expect(valueOf({ own: { example: null }, schema: { example: 1 } }, true)).toBe(place === 'body' ? null : 1);
    expect(valueOf({ schema: { enum: [null, 1] } }, true)).toBe(1);
  });
});

const held = (contentSchema: Schema, own: object = {}): Said => ({
  schema: { type: 'string', contentMediaType: 'application/json', contentSchema, ...own },
});

it.each<[what: string, said: Said, value: unknown, missing: string[][]]>([
  ['is made of its schema', held({ required: ['a'], properties: { a: { enum: [1] } } }), '{"a":1}', [[]]],
  ['is the text of an example', held({ enum: [1] }, { enum: ['[2]'] }), '[2]', [[]]],
  ['is not made where a part has none', held({ required: ['a'], properties: { a: {} } }), undefined, [['a']]],
  ['is not made of other media types', held({ enum: [1] }, { contentMediaType: 'text/csv' }), undefined, [[]]],
])('JSON in a text %s', (_, said, value, missing) => {
  const { description, input } = described(said, true);
  expect(exampleValue(description, input, undefined)).toEqual(value);
  expect(missingProperties(description, input)).toEqual(missing);
});

it('an input has a value of its own in each request: where it is required, and where it is not', () => {
  const { description, input } = described({ schema: { enum: [1] } }, true);
  const valueOf = (required: boolean): unknown => exampleValue(description, { ...input, required }, undefined);
  expect([true, false, false, true].map(valueOf)).toEqual([1, undefined, undefined, 1]);
});

it.each<[what: string, said: Said, missing: string[][]]>([
  ['itself without a schema', {}, [[]]],
  ['itself where the schema says nothing', { schema: {} }, [[]]],
  ['each property', { schema: { required: ['a', 'b', 'c'], properties: { a: {}, b: { enum: [1] }, c: {} } } }, [['a'], ['c']]],
])('what keeps an input from having a value is %s', (_, said, missing) => {
  const { description, input } = described(said, true);
  expect(missingProperties(description, input)).toEqual(missing);
});
