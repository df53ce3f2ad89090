import type { Schedule } from './schedule.js';

/**
 * Prints each stage of a build when it has ended, and how long it took.
 *
 * @param schedule The stages, all added.
 * @returns When all have ended.
 * @throws What the first failed stage has thrown.
 */
export async function showProgress(schedule: Schedule): Promise<void> {
  for (const { name, done } of schedule.stages) {
    // A failure is printed once, at the end.
    done.then(
      (milliseconds) => console.log(`${name} (${(milliseconds / 1000).toFixed(2)} s)`),
      () => undefined,
    );
  }
  return schedule.settle();
}
