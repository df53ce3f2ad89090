import { afterEach, expect, test, vi } from 'vitest';
import { prepareOperations, type ContractOperation } from '../../../src/contract/operations.js';
import { completeDescription } from '../../../src/description/complete.js';
import type { Description } from '../../../src/description/types.js';
import { exampleWarnings } from '../../../src/mock/making/example-warnings.js';

const schema = {
  type: 'object',
  required: ['n', 'secret'],
  properties: { n: { type: 'integer' }, s: { type: 'string' }, secret: { type: 'string', writeOnly: true } },
};

function operationsWith(media: object): ContractOperation[] {
  const responses = { 200: { description: 'A', content: { 'application/json': media } } };
  const { description } = completeDescription({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: { '/a': { get: { operationId: 'getA', responses } } },
  } as unknown as Description);
  return prepareOperations(description).operations;
}

const broken = (name: string, reason: string): string => `getA 200: The example "${name}" breaks its schema: ${reason}.`;

afterEach(() => vi.restoreAllMocks());

test.each<[about: string, media: object, warnings: string[]]>([
  ['no examples', { schema }, []],
  ['no schema', { example: { n: 'x' } }, []],
  ['examples without what only requests have', { schema, examples: { one: { value: { n: 1 } } } }, []],
  ['an example without a value', { schema, examples: { one: { externalValue: 'gone.json' } } }, []],
  ['an unnamed example', { schema, example: { n: 'x' } }, [broken('example', 'body.n must be integer')]],
  [
    'named examples, one of which is broken',
    { schema, examples: { good: { value: { n: 1 } }, bad: { value: { n: 1.5 } } } },
    [broken('bad', 'body.n must be integer')],
  ],
  [
    'an example with several faults',
    { schema, example: { n: 'x', s: 1 } },
    [broken('example', 'body.n must be integer (and 1 more)')],
  ],
])('a response with %s', async (_about, media, warnings) => {
  expect(await exampleWarnings(operationsWith(media))).toEqual(warnings);
});

test('validating stops after its time, and the warning says how far it came', async () => {
  const operations = operationsWith({ schema, examples: { a: { value: { n: 'x' } }, b: { value: { n: 'x' } } } });
  const clock = vi.spyOn(performance, 'now');
  clock.mockReturnValueOnce(0).mockReturnValueOnce(2000).mockReturnValueOnce(2001);
  expect(await exampleWarnings(operations)).toEqual([
    broken('a', 'body.n must be integer'),
    'Only 1 of 2 response examples were validated in 2 s.',
  ]);
});
