/**
 * What random values of the tests depend on: the same in each run, so that a red run means a change. `SEED=N` tries others.
 */
export const seed: number = Number(process.env.SEED ?? 1);
