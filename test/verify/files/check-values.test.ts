import { expect, it } from 'vitest';
import { valuesProblems } from '../../../src/verify/files/check-values.js';
import { operationsOf, stepsOf } from '../described.js';

const long = '9223372036854775807';
const parameters = [
  { name: 'a', in: 'query', example: 'of-parameter', schema: { type: 'string', example: 'of-schema' } },
  { name: 'b', in: 'query', examples: { one: { value: 'named' }, two: { value: ['listed', 5] } } },
  { name: 'c', in: 'query', schema: { $ref: '#/components/schemas/C' } },
  { name: 'd', in: 'query', schema: { type: 'boolean', example: true, default: 'of-default' } },
  { name: 'e', in: 'query', example: ` {"in-json":"value-in-json","n":${long}}` },
  { name: 'f', in: 'query', example: '[broken' },
  { name: 'g', in: 'query', example: 'x ["in-text"]' },
  { name: 'h', in: 'query', examples: { one: { value: '8' }, two: { value: 8 }, three: { value: '8' } } },
  { name: 'i', in: 'query', example: null },
  { name: 'm', in: 'query', required: true, schema: { enum: ['first', 'second'] } },
  { name: 'k', in: 'query', examples: { one: { value: '17' }, two: { value: '{"tight":"tight-value"}' } } },
  { name: 'l', in: 'query', examples: { one: { value: '"quoted [text]"' }, two: { value: '["in-broken", ' } } },
  { name: 'j', in: 'query', example: 9_007_199_254_740_993n },
];
const media = { schema: { properties: { size: { example: 2 }, deep: { properties: { id: { example: 'deep-id' } } } } } };
const schemas = { C: { examples: ['of-examples'] } };
const components = {
  schemas,
  securitySchemes: {
    key: { type: 'apiKey', in: 'header', name: 'X-Key', 'x-example': 'of-scheme' },
    other: { $ref: '#/components/securitySchemes/key' },
  },
};
const described = (parts: object): object => ({
  paths: {
    '/a': {
      post: {
        operationId: 'a',
        parameters,
        requestBody: { content: { 'application/json': media } },
        responses: { 204: { description: 'Done' }, 400: { description: 'No' } },
      },
    },
    '/b': { get: { operationId: 'b', responses: { 204: { description: 'Done' } } } },
  },
  ...parts,
});

/** What is wrong with values. */
function problems(
  values: Partial<Record<'replace' | 'credentials' | 'skip', Record<string, string>>>,
  parts: object = { components },
) {
  const operations = operationsOf(described(parts));
  const [first] = operations;
  if (!first) throw new Error('There is an operation.');
  const { replace = {}, credentials = {}, skip = {} } = values;
  const [one, other, third] = [replace, credentials, skip].map((section) => new Map(Object.entries(section)));
  const read = { replace: one ?? new Map(), credentials: other ?? new Map(), skip: third ?? new Map() };
  return valuesProblems(read, 'v.yaml', { description: first.description, operations, steps: stepsOf(operations) });
}

const texts = [
  'of-parameter',
  'of-schema',
  'named',
  'listed',
  'of-examples',
  'of-default',
  'value-in-json',
  'deep-id',
  'of-scheme',
  'first',
  '17',
  'tight-value',
];

it.each([...texts, '[broken', 'x ["in-text"]', ` {"in-json":"value-in-json","n":${long}}`])(
  'the example %j can be replaced',
  (example) => {
    expect(problems({ replace: { [example]: 'x' } })).toEqual([]);
  },
);

it.each(['5', '2', '8', long, '9007199254740993'])('the number %s is replaced by a number', (example) => {
  expect(problems({ replace: { [example]: '7' } })).toEqual([]);
  expect(problems({ replace: { [example]: 'x7' } })).toEqual([
    `The value for ${example} in v.yaml is no number, as the example is: give a number.`,
  ]);
});

it.each(['true', 'null', 'in-json', 'in-text', 'quoted [text]', 'in-broken', 'size', 'id', 'a', ''])(
  '%j is no example',
  (example) => {
    expect(problems({ replace: { [example]: 'x' } })).toEqual([
      `v.yaml replaces ${JSON.stringify(example)}, which is no example value of the description: correct it.`,
    ]);
  },
);

it('an entry that is the wrong way round is named by its number, since its name may be a secret', () => {
  expect(problems({ replace: { named: 'x', secret: 'listed', other: '5' } })).toEqual(
    [2, 3].map(
      (number) => `Entry ${number} of "replace" in v.yaml is the wrong way round: write "example value: value of this server".`,
    ),
  );
});

it('credentials that no header can carry are refused, without them', () => {
  const sentence = 'The credentials for "other" in v.yaml hold a character that no header may hold: correct them.';
  expect(problems({ credentials: { key: '\xff', other: 'a\n' } })).toEqual([sentence]);
});

it('credentials are those of a scheme', () => {
  const sentence = 'v.yaml has credentials for "Token", which is no security scheme of the description: it has';
  expect(problems({ credentials: { Token: '\n' } })).toEqual([`${sentence} key, other.`]);
  expect(problems({ credentials: { Token: 't' } }, { components: { schemas } })).toEqual([`${sentence} none.`]);
});

it.each([
  ['a', true],
  ['a.400', true],
  ['b.valid request', true],
  ['a.404', false],
  ['c', false],
  ['400', false],
])('%s can be skipped: %s', (name, isThere) => {
  const sentence = `v.yaml skips "${name}", which is not in the description: it has a, b, each with .status or .example.`;
  expect(problems({ skip: { [name]: 'why' } })).toEqual(isThere ? [] : [sentence]);
});

it('all problems are said, in the order of the file', () => {
  const all = problems({ skip: { c: 'x', b: 'y' }, credentials: { Token: 't' }, replace: { x: 'y' } });
  expect(all.map((problem) => problem.slice(0, 15))).toEqual(['v.yaml replaces', 'v.yaml has cred', 'v.yaml skips "c']);
});
