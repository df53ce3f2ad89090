import { KnownToTakeLong, Unbounded, Uninterruptible, type Timed } from './interruptions.js';
import { matchesElsewhere, type Trial } from './pattern-worker.js';
import { mostSteps, unnoticedSteps } from './risky-pattern.js';
import { TimeLimitError, withinTime, type TimeLimits } from './time-limit.js';

/** The maximum number of restarts after interruptions outside of a pattern. */
const mostInterruptions = 3;

/** Results of patterns that were matched in another thread. */
type Answers = Map<RegExp, Map<string, boolean>>;

/**
 * Keeps checks with patterns within a time limit, for any text. If a pattern cannot take long for a text, which is nearly
 * always so, the clock costs nothing.
 */
export class Clock {
  private readonly held: number;
  readonly whole: number;
  /** Whether the checks are part of `run`, which restarts them if they take long. Other checks stand alone. */
  private isRunning = false;
  /** An upper bound of the steps that patterns have taken so far. `Infinity` while work is timed. */
  private steps = 0;
  /** The pattern that is being matched while work is timed. */
  private trial: Trial | undefined;
  private answers: Answers = new Map();
  /** The length of the shortest text that each pattern took long for. */
  private readonly slow = new Map<RegExp, number>();
  /** The time limit of each check, and known results, once the limits of `run` are exceeded. */
  private last: { milliseconds: number; answers: Answers } | undefined;

  constructor({ held = 10, whole = 1000 }: TimeLimits = {}) {
    this.held = held;
    this.whole = whole;
  }

  /** Whether a pattern matches a text. Call it only within `check`. */
  matches(pattern: RegExp, text: string): boolean {
    this.steps += mostSteps(pattern, text);
    if (this.steps <= unnoticedSteps) return pattern.test(text);
    if (this.steps !== Infinity) throw new Unbounded();
    const known = this.answers.get(pattern)?.get(text);
    if (known !== undefined) return known;
    const trial = { pattern, text };
    if (text.length >= (this.slow.get(pattern) ?? Infinity)) throw new KnownToTakeLong(trial);
    this.trial = trial;
    const isMatch = pattern.test(text);
    this.trial = undefined;
    return isMatch;
  }

  /**
   * Runs work that makes checks, within the time limits. A pattern that takes longer is matched in another thread, and the work
   * restarts with its result. So the work must have no effect but its result.
   *
   * @returns The result of the work; a promise only if a pattern may take long.
   */
  run<T>(work: () => T): T | Promise<T> {
    const direct = this.asRunning(() => this.untimed(work));
    return direct ? direct.result : this.runInParts(work);
  }

  /** Runs a check. @returns Its result; `undefined` if it takes too long. */
  check<T>(check: () => T): T | undefined {
    if (this.isRunning) return check();
    const direct = this.untimed(check);
    if (direct) return direct.result;
    if (!this.last) this.slow.clear();
    const timed = this.timed(check, this.last?.milliseconds ?? this.whole, this.last?.answers ?? new Map<RegExp, never>());
    return 'result' in timed ? timed.result : undefined;
  }

  /** Runs a preparation that must not be interrupted, before the time of a check begins. */
  prepare<T>(prepare: () => T): T {
    if (this.isRunning && this.steps === Infinity) throw new Uninterruptible(prepare);
    return prepare();
  }

  private async runInParts<T>(work: () => T): Promise<T> {
    const answers: Answers = new Map();
    const deadline = performance.now() + this.whole;
    for (let interruptions = 0; interruptions < mostInterruptions;) {
      const left = Math.min(this.held, deadline - performance.now());
      const timed = this.asRunning(() => this.timed(work, left, answers));
      if ('result' in timed) return timed.result;
      const { trial, prepare } = timed;
      if (prepare) prepare();
      // On a busy machine, the time may be over before a pattern begins.
      else if (!trial) interruptions += 1;
      else if (!(await this.answered(trial, deadline, answers))) return this.runAlone(work, this.held, answers);
    }
    // If work takes long outside of patterns, the value is large.
    this.slow.clear();
    return this.runAlone(work, this.whole, answers);
  }

  /** Runs work to its end, with a time limit for each check. */
  private runAlone<T>(work: () => T, milliseconds: number, answers: Answers): T {
    this.last = { milliseconds, answers };
    try {
      return work();
    } finally {
      this.last = undefined;
    }
  }

  private asRunning<T>(work: () => T): T {
    this.isRunning = true;
    try {
      return work();
    } finally {
      this.isRunning = false;
    }
  }

  /** Matches a pattern in another thread. @returns Whether the result arrived in time. */
  private async answered(trial: Trial, deadline: number, answers: Answers): Promise<boolean> {
    const { pattern, text } = trial;
    this.slow.set(pattern, Math.min(text.length, this.slow.get(pattern) ?? Infinity));
    const isMatch = await matchesElsewhere(trial, deadline);
    if (isMatch === undefined) return false;
    const ofPattern = answers.get(pattern) ?? new Map<string, boolean>();
    answers.set(pattern, ofPattern.set(text, isMatch));
    return true;
  }

  /** Runs work without a timer. @returns `undefined` if a pattern may take long. */
  private untimed<T>(work: () => T): { result: T } | undefined {
    this.steps = 0;
    try {
      return { result: work() };
    } catch (error) {
      if (error instanceof Unbounded) return undefined;
      throw error;
    }
  }

  private timed<T>(work: () => T, milliseconds: number, answers: Answers): Timed<T> {
    this.steps = Infinity;
    this.answers = answers;
    this.trial = undefined;
    try {
      return { result: withinTime(Math.max(1, Math.ceil(milliseconds)), work) };
    } catch (error) {
      if (error instanceof TimeLimitError) return { trial: this.trial };
      if (error instanceof KnownToTakeLong) return { trial: error.trial };
      if (error instanceof Uninterruptible) return { prepare: error.prepare };
      throw error;
    }
  }
}
