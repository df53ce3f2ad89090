import { expect, test } from 'vitest';
import { isSlowToParse } from '../../../src/contract/message/json-depth.js';
import { membersInJson } from '../../../src/contract/message/json-members.js';

test.each<[text: string, depth: number]>([
  ['[]', 1],
  ['[[],[]]', 2],
  ['{"a":[{}]}', 3],
  ['[{}],[[[]]]', 3],
  ['["[[", "\\"[[", "\\\\", []]', 2],
  ['{"[":"]"},[]', 1],
])('%s is %i levels deep', (text, depth) => {
  expect([isSlowToParse(text, depth - 1, 0), isSlowToParse(text, depth, 0)]).toEqual([true, false]);
});

test.each([
  ['[]'.repeat(4), 4],
  ['{}'.repeat(4), 4],
  ['[]{}'.repeat(2), 4],
])('%s is looked through only where %i brackets are more than go unnoticed', (text, count) => {
  expect([isSlowToParse(text, 0, count - 1), isSlowToParse(text, 0, count)]).toEqual([true, false]);
});

test('more than a few thousand brackets are looked through', () => {
  expect([19_999, 20_000].map((count) => isSlowToParse(`[${'{'.repeat(count)}`, 1))).toEqual([false, true]);
});

test.each<[json: string, members: number]>([
  ['{}', 0],
  ['{"a":1,"b":{"a":2}}', 3],
  ['[":",":\\":",{"a:":":"},"\\\\",{"b":1}]', 2],
  ['{"a":1,"a":2,"b":"', 3],
  ['"a:\\', 0],
])('%s has %i members', (json, members) => {
  expect(membersInJson(Buffer.from(json))).toBe(members);
});
