import { expect, test } from 'vitest';
import { lines, pointer, schemasOf } from '../schemas.js';

const filter = (own: object): object => ({
  type: 'object',
  properties: { of: { type: 'array', items: { $ref: '#/components/schemas/Filter' } } },
  ...own,
});
const Filter = { anyOf: [filter({ required: ['and'] }), filter({ required: ['or'] }), filter({ required: ['is'] })] };

/** A value of the given depth that several alternatives describe. */
function nested(depth: number, innermost: object): unknown {
  let value: unknown = innermost;
  for (let level = 0; level < depth; level += 1) value = { and: true, of: [value] };
  return value;
}

test('what several alternatives say of the same part is found once, not once more for each level above it', async () => {
  const schemas = schemasOf({ $ref: '#/components/schemas/Filter' }, { others: { Filter } });
  expect(schemas.check(pointer, nested(8, { is: 1 }), 'request')).toEqual([]);
  const found = schemas.check(pointer, nested(8, {}), 'request');
  expect(found.length).toBeLessThan(100);
  const deepest = `${'of.0.'.repeat(8)}and required: is required.`;
  expect(lines(found)).toContain(deepest);
});
