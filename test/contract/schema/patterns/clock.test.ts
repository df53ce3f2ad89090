import { expect, test } from 'vitest';
import { Clock } from '../../../../src/contract/schema/patterns/clock.js';
import { TimeLimitError, withinTime } from '../../../../src/contract/schema/patterns/time-limit.js';

/** A pattern that may take steps by the square of the text, and the lengths of the texts that it is tried on here. */
function watched(): { pattern: RegExp; tried: number[] } {
  const pattern = /[a-z]+!$/u;
  const tried: number[] = [];
  const test = (text: string): boolean => {
    tried.push(text.length);
    return RegExp.prototype.test.call(pattern, text);
  };
  return { pattern: Object.defineProperty(pattern, 'test', { value: test }), tried };
}

/** Where the work is while it is timed. */
const limited = Symbol.for('password-reset-mock.limited');

const a = (length: number): string => 'a'.repeat(length);

test.each<[what: string, lengths: number[], isLater: boolean]>([
  ['a text of as many steps as go unnoticed', [1000], false],
  ['one letter more', [1001], true],
  ['texts of as many steps together', [600, 800], false],
  ['texts of more steps together', [601, 800], true],
])('work with %s is done at once, or later', async (_, lengths, isLater) => {
  const clock = new Clock();
  const { pattern } = watched();
  const work = (): boolean[] => lengths.map((length) => clock.matches(pattern, `${a(length - 1)}!`));
  // The steps of one work are not those of the next.
  expect(clock.run(work) instanceof Promise).toBe(isLater);
  const again = clock.run(work);
  expect(again instanceof Promise).toBe(isLater);
  expect(await again).toEqual(lengths.map(() => true));
});

test('a pattern that cannot take long costs no steps', () => {
  const clock = new Clock();
  expect(clock.run(() => clock.matches(/^[a-z]+$/u, a(2_000_000)))).toBe(true);
});

test('what took long here is found elsewhere, once, and what is no shorter is not tried here', async () => {
  const clock = new Clock({ held: 20, whole: 60_000 });
  const { pattern, tried } = watched();
  const texts = [a(12_000), a(14_000), `${a(1500)}!`, a(12_000), 'b'.repeat(12_000)];
  expect(await clock.run(() => texts.map((text) => clock.matches(pattern, text)))).toEqual([false, false, true, false, false]);
  expect(tried.filter((length) => length === 12_000)).toHaveLength(1);
  expect(tried).not.toContain(14_000);
  expect(tried).toContain(1501);
  // A check that stands alone cannot wait for another thread.
  expect(clock.check(() => clock.matches(pattern, a(14_000)))).toBe(false);
});

test('at the end of the time, each check is ended that takes longer than a part of it', async () => {
  const clock = new Clock({ held: 1, whole: 60 });
  const [slow, other] = [watched(), watched()];
  const work = (): unknown[] => [
    clock.check(() => clock.matches(slow.pattern, a(20_000))),
    clock.check(() => clock.matches(other.pattern, a(4000))),
  ];
  expect(await clock.run(work)).toEqual([undefined, undefined]);
  expect(slow.tried).toEqual([20_000]);
  // What took long is forgotten: this text is as long, but has no letters.
  expect(clock.check(() => clock.matches(slow.pattern, '1'.repeat(20_000)))).toBe(false);
});

test('no part of the work takes longer than the whole', async () => {
  const clock = new Clock({ held: 60_000, whole: 5 });
  const { pattern } = watched();
  expect(await clock.run(() => clock.check(() => clock.matches(pattern, a(20_000))))).toBeUndefined();
});

test('work that takes long without a pattern is interrupted a few times, and then done', async () => {
  const clock = new Clock({ held: 20, whole: 60_000 });
  const { pattern, tried } = watched();
  let [begun, matched] = [0, 0];
  const work = (): string => {
    begun += 1;
    clock.matches(pattern, `${a(1500)}!`);
    matched += 1;
    const started = performance.now();
    while (performance.now() - started < 60) Math.random();
    return 'done';
  };
  expect(await clock.run(work)).toBe('done');
  // At most once without the clock, three times until an interruption, once to the end, and once more where the match itself
  // was interrupted. On a busy machine, an interruption may come before the work begins.
  expect(begun).toBeLessThanOrEqual(5 + tried.length - Math.min(matched, tried.length));
});

test('what has to be done before is done before, and the work goes on', async () => {
  const clock = new Clock({ held: 60_000, whole: 60_000 });
  const { pattern } = watched();
  const prepared: string[] = [];
  let runs = 0;
  const prepare = (): unknown => prepared.push(Reflect.has(globalThis, limited) ? 'within its time' : 'done');
  const work = (): boolean => {
    runs += 1;
    const isMatch = clock.matches(pattern, `${a(1500)}!`);
    if (prepared.length === 0) clock.prepare(prepare);
    return isMatch;
  };
  expect(await clock.run(work)).toBe(true);
  // Once without the clock, once until the preparation, and once after it.
  expect([prepared, runs]).toEqual([['done'], 3]);
  expect(clock.prepare(() => 'at once')).toBe('at once');
});

test.each([
  ['at once', 5],
  ['while it is timed', 1500],
])('what fails %s is the failure', async (_, length) => {
  const clock = new Clock();
  const { pattern } = watched();
  const work = (): never => {
    clock.matches(pattern, `${a(length)}!`);
    throw new Error('No.');
  };
  if (length < 1000) expect(() => clock.run(work)).toThrow('No.');
  else await expect(clock.run(work)).rejects.toThrow('No.');
  expect(() => clock.check(work)).toThrow('No.');
  // Without a pattern that may take long, there is no timer.
  expect(clock.check(() => Reflect.has(globalThis, limited))).toBe(false);
});

test('a check that stands alone is ended at the limit of the whole', () => {
  // Longer than a busy machine may halt a short check.
  const clock = new Clock({ held: 60_000, whole: 400 });
  const { pattern } = watched();
  expect(clock.check(() => clock.matches(pattern, a(60_000)))).toBeUndefined();
  expect(clock.check(() => clock.matches(pattern, `${a(1500)}!`))).toBe(true);
  const patient = new Clock({ held: 1, whole: 60_000 });
  expect(patient.check(() => patient.matches(pattern, a(4000)))).toBe(false);
});

test('work within a time ends, or is ended, and leaves nothing behind', () => {
  const forever = (): void => {
    const started = performance.now();
    while (performance.now() - started < 2000) Math.random();
  };
  const error = new TypeError('No.');
  const failing = (): never => {
    throw error;
  };
  expect(withinTime(1000, () => 'done')).toBe('done');
  expect(() => withinTime(1000, failing)).toThrow(error);
  expect(() => withinTime(5, forever)).toThrow(TimeLimitError);
  expect(() => withinTime(5, forever)).toThrow(
    expect.objectContaining({ name: 'TimeLimitError', message: 'It took longer than 5 ms.' }),
  );
  expect(Reflect.has(globalThis, limited)).toBe(false);
});
