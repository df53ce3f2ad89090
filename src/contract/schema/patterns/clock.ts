import { matchesElsewhere, type Trial } from './pattern-worker.js';
import { mostSteps, unnoticedSteps } from './risky-pattern.js';
import { TimeLimitError, withinTime } from './time-limit.js';

/** How long checking a message may take, in milliseconds. */
export interface TimeLimits {
  /** The most that it may hold the thread: others wait as long. Default 10. */
  held?: number;
  /** The most that it may take in all. Default 1000. */
  whole?: number;
}

/** So often work is begun anew that was interrupted outside of a pattern. */
const mostInterruptions = 3;

/** Thrown where a pattern may take long for a text, before it is tried. */
class Unbounded extends Error {}

/** Thrown where a pattern took long before for a text that was no longer. */
class KnownToTakeLong extends Error {
  constructor(readonly trial: Trial) {
    super();
  }
}

/** Thrown while work is timed, where something comes up that must not be interrupted. */
class Uninterruptible extends Error {
  constructor(readonly prepare: () => unknown) {
    super();
  }
}

/** What came of work that was timed: its result, or the pattern that took long, or what has to be done before. */
type Timed<T> = { result: T } | { trial?: Trial; prepare?: () => unknown };

/** What patterns match, as far as it was found in another thread. */
type Answers = Map<RegExp, Map<string, boolean>>;

/**
 * Keeps checks that match patterns within a time limit, whatever the text. Where a pattern cannot take long for a text, as
 * nearly always, it costs nothing.
 */
export class Clock {
  private readonly held: number;
  readonly whole: number;
  /** Whether the checks are part of `run`, which begins them anew when they take long; others stand alone. */
  private isRunning = false;
  /** The steps that patterns may have taken so far; `Infinity` while they are timed. */
  private steps = 0;
  /** The pattern that is being tried while it is timed. */
  private trial: Trial | undefined;
  private answers: Answers = new Map();
  /** The shortest text that each pattern took long for. */
  private readonly slow = new Map<RegExp, number>();
  /** The time of each check, and what is known, when the time of the whole is over. */
  private last: { milliseconds: number; answers: Answers } | undefined;

  constructor({ held = 10, whole = 1000 }: TimeLimits = {}) {
    this.held = held;
    this.whole = whole;
  }

  /** Whether a pattern matches a text; to be called within `check` alone. */
  matches(pattern: RegExp, text: string): boolean {
    const most = mostSteps(pattern, text);
    if (most === 0) return pattern.test(text);
    this.steps += most;
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
   * Runs work that makes checks. It holds the thread no longer than it may: a pattern that takes longer goes on in another
   * thread, and the work begins anew with what was found there. So its only effect may be its result.
   *
   * @returns What the work returns; at once where no pattern may take long.
   */
  run<T>(work: () => T): T | Promise<T> {
    const direct = this.asRunning(() => this.untimed(work));
    return direct ? direct.result : this.runInParts(work);
  }

  /** Makes a check, at once where it stands alone. @returns What it returns; `undefined` when it takes too long. */
  check<T>(check: () => T): T | undefined {
    if (this.isRunning) return check();
    const direct = this.untimed(check);
    if (direct) return direct.result;
    if (!this.last) this.slow.clear();
    const timed = this.timed(check, this.last?.milliseconds ?? this.whole, this.last?.answers ?? new Map<RegExp, never>());
    return 'result' in timed ? timed.result : undefined;
  }

  /** Does what must not be interrupted, before the time of a check begins. */
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
      // On a busy machine the time may pass before a pattern begins.
      else if (!trial) interruptions += 1;
      else if (!(await this.answered(trial, deadline, answers))) return this.runAlone(work, this.held, answers);
    }
    // What takes long outside of patterns is the size of the value.
    this.slow.clear();
    return this.runAlone(work, this.whole, answers);
  }

  /** Runs work to its end, in which each check has a time of its own. */
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

  /** Runs work as long as no pattern may take long. */
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
    try {
      return { result: withinTime(Math.max(1, Math.ceil(milliseconds)), work) };
    } catch (error) {
      if (error instanceof TimeLimitError) return this.interrupted();
      if (error instanceof KnownToTakeLong) return { trial: error.trial };
      if (error instanceof Uninterruptible) return { prepare: error.prepare };
      throw error;
    }
  }

  /** The pattern in which the time was over, if it was in one. */
  private interrupted(): { trial?: Trial } {
    const { trial } = this;
    this.trial = undefined;
    return trial ? { trial } : {};
  }
}
