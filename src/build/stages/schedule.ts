import { systemError } from '../../command/system-error.js';
import { InputError } from '../../command/input-error.js';
import { isEngineError } from './naming-path.js';

/** One stage of the build, as the terminal shows it. */
export interface Stage {
  name: string;
  /** Resolves with the duration of the stage in milliseconds, without the time in which it waited for other stages. */
  done: Promise<number>;
}

/** The error of a stage that was not run because a stage that it needs failed. */
class NotStarted extends Error {}

/** The results of the stages that a stage needs. */
type Results<Needs extends ReadonlyArray<Promise<unknown>>> = { -readonly [Index in keyof Needs]: Awaited<Needs[Index]> };

/** Runs each stage of a build as soon as the stages that it needs are done. */
export class Schedule {
  /** The stages, in the order in which they were added. */
  readonly stages: Stage[] = [];

  /**
   * Adds a stage.
   *
   * @param name The name of the stage on the terminal.
   * @param needs The promises of the stages that it needs.
   * @param run The work. It gets the results of `needs`, in that order.
   * @returns The result of the work, for the stages that need it.
   */
  stage<const Needs extends ReadonlyArray<Promise<unknown>>, Result>(
    name: string,
    needs: Needs,
    run: (...results: Results<Needs>) => Promise<Result> | Result,
  ): Promise<Result> {
    let milliseconds = 0;
    const result = (async (): Promise<Result> => {
      const results = await Promise.all(needs).catch((error: unknown) => {
        throw new NotStarted(`${name} was not started.`, { cause: error });
      });
      const start = performance.now();
      const made = await (async () => run(...(results as Results<Needs>)))().catch((error: unknown) => {
        if (!isEngineError(error)) throw error;
        const advice = '"npx redocly lint" names what breaks the specification';
        throw new Error(`The stage "${name}" cannot take this description: ${advice}.`, { cause: error });
      });
      milliseconds = performance.now() - start;
      return made;
    })();
    const done = result.then(() => milliseconds);
    // A stage may be awaited later or never: its rejection must not count as unhandled.
    done.catch(() => undefined);
    this.stages.push({ name, done });
    return result;
  }

  /** Like `settle`, and prints the name of each stage when it has ended, and how long it took. No stage may be added anymore. */
  async show(): Promise<void> {
    for (const { name, done } of this.stages) {
      // The caller prints a failure, once, at the end.
      done.then(
        (milliseconds) => console.log(`${name} (${(milliseconds / 1000).toFixed(2)} s)`),
        () => undefined,
      );
    }
    return this.settle();
  }

  /**
   * Waits until every stage has ended, so that no stage still runs after a failure.
   *
   * @throws The error of the first failed stage, in the order in which the stages were added. An InputError comes before any
   *   other error: it says what is wrong with the input, while the other errors may only be consequences.
   */
  async settle(): Promise<void> {
    const causes = await this.failures();
    const failure = causes.find((reason) => reason instanceof InputError) ?? causes[0];
    if (failure) throw failure;
  }

  /**
   * Waits until every stage has ended.
   *
   * @returns The errors of the stages that failed, in the order in which the stages were added.
   */
  async failures(): Promise<Error[]> {
    const settled = await Promise.allSettled(this.stages.map(({ done }) => done));
    const failures = settled.flatMap((stage) => (stage.status === 'rejected' ? [systemError(stage.reason)] : []));
    return failures.filter((reason) => !(reason instanceof NotStarted));
  }
}
