import type { Schedule } from './schedule.js';

/**
 * Prints the name of each stage of a build when the stage has ended, and how long it took.
 *
 * @param schedule The stages. No stage may be added afterwards.
 * @returns Resolves when all stages have ended.
 * @throws The error that `Schedule.settle` throws.
 */
export async function showProgress(schedule: Schedule): Promise<void> {
  for (const { name, done } of schedule.stages) {
    // The caller prints a failure, once, at the end.
    done.then(
      (milliseconds) => console.log(`${name} (${(milliseconds / 1000).toFixed(2)} s)`),
      () => undefined,
    );
  }
  return schedule.settle();
}
