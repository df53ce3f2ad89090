import type { Schedule } from './schedule.js';

/**
 * Shows how a build goes: on a terminal the stages that run and how long each
 * took, elsewhere (and with CI=true) one plain line per finished stage.
 *
 * @param schedule The stages, all added.
 * @returns When all have ended.
 * @throws What the first failed stage has thrown.
 */
export async function showProgress(schedule: Schedule): Promise<void> {
  if (!process.stdout.isTTY || process.env.CI === 'true') {
    for (const { name, done } of schedule.stages) {
      // A failure is printed once, at the end.
      done.then(
        (milliseconds) => console.log(title(name, milliseconds)),
        () => undefined,
      );
    }
    return schedule.settle();
  }
  const { Listr } = await import('listr2');
  const display = new Listr(
    schedule.stages.map(({ name, done }) => ({
      title: name,
      task: async (_, task): Promise<void> => {
        task.title = title(name, await done);
      },
    })),
    // The error is printed by the command, once.
    { concurrent: true, exitOnError: false, rendererOptions: { collapseErrors: true, showErrorMessage: false } },
  );
  await display.run();
  return schedule.settle();
}

function title(name: string, milliseconds: number): string {
  return `${name} (${(milliseconds / 1000).toFixed(2)} s)`;
}
