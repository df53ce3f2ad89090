import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { InputError } from '../../../src/command/input-error.js';
import { Schedule } from '../../../src/build/stages/schedule.js';

/** The message for stages that fail this way, the first one after the others. */
async function said(...errors: Error[]): Promise<unknown> {
  const schedule = new Schedule();
  errors.forEach((error, index) => {
    const stage = schedule.stage(`stage ${index}`, [], async () => {
      await wait(errors.length - index);
      throw error;
    });
    // Stages that need it are not started, and print nothing.
    schedule.stage(`after ${index}`, [stage], () => undefined).catch(() => undefined);
  });
  return schedule.settle().catch((error: unknown) => error);
}

const [one, other, input, otherInput] = [new Error('one'), new Error('other'), new InputError('in'), new InputError('other in')];

it.each<[string, Error[], Error | undefined]>([
  ['nothing, where none fails', [], undefined],
  ['the first in the order of adding, whichever failed first', [one, other], one],
  ['what is wrong with the input, before what stumbles over it', [one, input, other], input],
  ['the first of what is wrong with the input', [one, input, otherInput], input],
])('says %s', async (_, errors, expected) => {
  expect(await said(...errors)).toBe(expected);
});

it('hands results on in the order of the needs', async () => {
  const schedule = new Schedule();
  const late = schedule.stage('late', [], async () => {
    await wait(2);
    return 'late';
  });
  const early = schedule.stage('early', [], () => 'early');
  expect(await schedule.stage('both', [late, early], (...results) => results)).toEqual(['late', 'early']);
  expect(schedule.stages.map(({ name }) => name)).toEqual(['late', 'early', 'both']);
});
