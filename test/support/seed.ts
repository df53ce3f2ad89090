/**
 * The seed of random values in tests. It is the same in each run, so that a failure means a change. `SEED=N` sets another one.
 */
export const seed: number = Number(process.env.SEED ?? 1);
