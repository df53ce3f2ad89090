import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { matchesElsewhere } from '../../../../src/contract/schema/patterns/pattern-worker.js';

/** The time of this pattern grows with the square of the text, and no faster. */
const pattern = /[a-z]+!$/u;
const slow = 'a'.repeat(60_000);

/** Matches texts elsewhere, each until its deadline from now, and notes the names of the trials in the order of their answers. */
function asked(order: string[], trials: Array<[name: string, text: string, milliseconds: number]>): Array<Promise<unknown>> {
  const started = performance.now();
  return trials.map(([name, text, milliseconds]) =>
    matchesElsewhere({ pattern, text }, started + milliseconds).finally(() => order.push(name)),
  );
}

test('each trial has its answer in time, or none at its deadline, whoever waits beside it', async () => {
  const order: string[] = [];
  const found = await Promise.all(
    asked(order, [
      ['runs too long', slow, 200],
      ['waits too long', 'a!', 20],
      ['waits', 'a!', 60_000],
      ['waits, too', 'a?', 60_000],
    ]),
  );
  expect(found).toEqual([undefined, undefined, true, false]);
  expect(order).toEqual(['waits too long', 'runs too long', 'waits', 'waits, too']);
});

test('no thread is started for a trial with little time left', async () => {
  const order: string[] = [];
  const [first, late, patient] = asked(order, [
    ['runs too long', slow, 100],
    ['too late', 'a!', 140],
    ['patient', 'a!', 60_000],
  ]);
  await first;
  await turn();
  expect(order).toEqual(['runs too long', 'too late']);
  expect(await Promise.all([late, patient])).toEqual([undefined, true]);
});

test('a thread that fails has no answer, and the next trial has another thread', async () => {
  const unreadable = { toString: 1, valueOf: 1 } as unknown as string;
  const found = await Promise.all([
    matchesElsewhere({ pattern, text: unreadable }, performance.now() + 60_000),
    matchesElsewhere({ pattern, text: 'a!' }, performance.now() + 60_000),
  ]);
  expect(found).toEqual([undefined, true]);
});
