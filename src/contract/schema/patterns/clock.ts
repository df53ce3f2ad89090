import { matchesElsewhere, type Trial } from './pattern-worker.js';
import { mostSteps, unnoticedSteps } from './risky-pattern.js';
import { TimeLimitError, withinTime } from './time-limit.js';

/** How long checking a value may take, in milliseconds. */
export interface TimeLimits {
  /** The most that it may hold the thread: others wait as long. Default 10. */
  held?: number;
  /** The most that it may take in all. Default 1000. */
  whole?: number;
}

/** So often a check is begun anew that was interrupted outside of a pattern. */
const mostInterruptions = 3;

/** Thrown where a pattern may take long for a text, before it is tried. */
class Unbounded extends Error {}

/** Thrown where a pattern took long before for a text that was no longer. */
class KnownToTakeLong extends Error {
  constructor(readonly trial: Trial) {
    super();
  }
}

/** What came of a check that was timed: its result, or the pattern that took long, where it was in one. */
type Timed<T> = { result: T } | { trial: Trial | undefined };

/** What patterns match, as far as it was found in another thread. */
type Answers = Map<RegExp, Map<string, boolean>>;

/**
 * Keeps checks that match patterns within a time limit, whatever the text. Where a pattern cannot take long for a text, as
 * nearly always, it costs nothing.
 */
export class Clock {
  private readonly held: number;
  readonly whole: number;
  /** The steps that patterns may have taken in this check; `Infinity` while it is timed. */
  private steps = 0;
  private running: Trial | undefined;
  private answers: Answers = new Map();
  /** The shortest text that each pattern took long for. */
  private readonly slow = new Map<RegExp, number>();

  constructor({ held = 10, whole = 1000 }: TimeLimits = {}) {
    this.held = held;
    this.whole = whole;
  }

  /** Whether a pattern matches a text; to be called within `run` or `runNow` alone. */
  matches(pattern: RegExp, text: string, most: number = mostSteps(pattern, text)): boolean {
    if (most === 0) return pattern.test(text);
    this.steps += most;
    if (this.steps <= unnoticedSteps) return pattern.test(text);
    if (this.steps !== Infinity) throw new Unbounded();
    const known = this.answers.get(pattern)?.get(text);
    if (known !== undefined) return known;
    const trial = { pattern, text };
    if (text.length >= (this.slow.get(pattern) ?? Infinity)) throw new KnownToTakeLong(trial);
    this.running = trial;
    const isMatch = pattern.test(text);
    this.running = undefined;
    return isMatch;
  }

  /**
   * Runs a check. It holds the thread no longer than it may: a pattern that takes longer goes on in another thread.
   *
   * @returns What the check returns; `undefined` when it takes too long.
   */
  async run<T>(check: () => T): Promise<T | undefined> {
    const direct = this.untimed(check);
    if (direct) return direct.result;
    const answers: Answers = new Map();
    const deadline = performance.now() + this.whole;
    for (let interruptions = 0; interruptions < mostInterruptions;) {
      const timed = this.timed(check, Math.min(this.held, deadline - performance.now()), answers);
      if ('result' in timed) return timed.result;
      const { trial } = timed;
      // On a busy machine the time may pass before a pattern begins.
      if (!trial) interruptions += 1;
      else if (!(await this.answered(trial, deadline, answers))) return undefined;
    }
    // What takes long outside of patterns is the size of the value.
    return this.runNow(check);
  }

  /** Runs a check to its end at once. @returns What it returns; `undefined` when it takes too long. */
  runNow<T>(check: () => T): T | undefined {
    const direct = this.untimed(check);
    if (direct) return direct.result;
    this.slow.clear();
    const timed = this.timed(check, this.whole, new Map());
    return 'result' in timed ? timed.result : undefined;
  }

  /** Has another thread find what a pattern matches. @returns Whether it did so in time. */
  private async answered(trial: Trial, deadline: number, answers: Answers): Promise<boolean> {
    const { pattern, text } = trial;
    this.slow.set(pattern, Math.min(text.length, this.slow.get(pattern) ?? Infinity));
    const isMatch = await matchesElsewhere(trial, deadline);
    if (isMatch === undefined) return false;
    const ofPattern = answers.get(pattern) ?? new Map<string, boolean>();
    answers.set(pattern, ofPattern.set(text, isMatch));
    return true;
  }

  /** Runs a check as long as no pattern may take long. */
  private untimed<T>(check: () => T): { result: T } | undefined {
    this.steps = 0;
    try {
      return { result: check() };
    } catch (error) {
      if (error instanceof Unbounded) return undefined;
      throw error;
    }
  }

  private timed<T>(check: () => T, milliseconds: number, answers: Answers): Timed<T> {
    this.steps = Infinity;
    this.answers = answers;
    this.running = undefined;
    try {
      return { result: withinTime(Math.max(1, Math.ceil(milliseconds)), check) };
    } catch (error) {
      if (error instanceof TimeLimitError) return { trial: this.running };
      if (error instanceof KnownToTakeLong) return { trial: error.trial };
      throw error;
    }
  }
}
