import type { Trial } from './pattern-worker.js';

/** Thrown before the match if a pattern may take long for a text. */
export class Unbounded extends Error {}

/** Thrown if a pattern took long before, for a text that was no longer than this one. */
export class KnownToTakeLong extends Error {
  constructor(readonly trial: Trial) {
    super();
  }
}

/** Thrown while work is timed, if it has to do something that must not be interrupted. */
export class Uninterruptible extends Error {
  constructor(readonly prepare: () => unknown) {
    super();
  }
}

/** The outcome of timed work: its result, the pattern that took long if one did, or a preparation that must run first. */
export type Timed<T> = { result: T } | { trial?: Trial | undefined; prepare?: () => unknown };
