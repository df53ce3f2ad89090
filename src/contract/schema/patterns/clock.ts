import { matchesElsewhere, type Trial } from './pattern-worker.js';
import { mostSteps, unnoticedSteps } from './risky-pattern.js';
import { TimeLimitError, withinTime } from '../time-limit.js';

/** How long checking a value may take, in milliseconds. */
export interface TimeLimits {
  /** The most that it may hold the thread: others wait as long. Default 25. */
  held?: number;
  /** The most that it may take in all. Default 1000. */
  whole?: number;
}

/** So often a check is begun anew that was interrupted outside of a pattern. */
const mostInterruptions = 3;

/** Thrown where a pattern may take long for a text, before it is tried. */
class Unbounded extends Error {}

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
  private answers = new Map<RegExp, Map<string, boolean>>();

  constructor({ held = 25, whole = 1000 }: TimeLimits = {}) {
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
    this.running = { pattern, text };
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
    const answers = new Map<RegExp, Map<string, boolean>>();
    const deadline = performance.now() + this.whole;
    let interruptions = 0;
    for (;;) {
      const left = deadline - performance.now();
      const timed = this.timed(check, Math.min(this.held, left), answers);
      if ('result' in timed) return timed.result;
      const { trial } = timed;
      // On a busy machine the time may pass before a pattern begins. What else takes long is the size of a value.
      if (!trial && ++interruptions > mostInterruptions) return this.runNow(check);
      if (!trial) continue;
      const isMatch = await matchesElsewhere(trial, deadline);
      if (isMatch === undefined) return undefined;
      const ofPattern = answers.get(trial.pattern) ?? new Map<string, boolean>();
      answers.set(trial.pattern, ofPattern.set(trial.text, isMatch));
    }
  }

  /** Runs a check to its end at once. @returns What it returns; `undefined` when it takes too long. */
  runNow<T>(check: () => T): T | undefined {
    const direct = this.untimed(check);
    if (direct) return direct.result;
    const timed = this.timed(check, this.whole, new Map());
    return 'result' in timed ? timed.result : undefined;
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

  private timed<T>(
    check: () => T,
    milliseconds: number,
    answers: Map<RegExp, Map<string, boolean>>,
  ): { result: T } | { trial: Trial | undefined } {
    this.steps = Infinity;
    this.answers = answers;
    this.running = undefined;
    try {
      return { result: withinTime(Math.max(1, Math.ceil(milliseconds)), check) };
    } catch (error) {
      if (error instanceof TimeLimitError) return { trial: this.running };
      throw error;
    }
  }
}
