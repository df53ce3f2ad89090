import { systemError } from '../../command/system-error.js';
import type { Description } from '../../description/types.js';
import { Clock } from './patterns/clock.js';
import type { TimeLimits } from './patterns/time-limit.js';
import { Documents } from './documents/documents.js';
import { doubled, type Doubled } from './validate/exact-numbers.js';
import type { Direction, SchemaFinding } from './finding.js';
import { notCheckedOf, violationOf } from './findings.js';
import { leaveOutUnreliable } from './rewrite/incomplete.js';
import { tokensOf } from '../../description/references/pointer.js';
import { Rewriter } from './rewrite/rewriter.js';
import type { Unit } from './rewrite/unit.js';
import { Validator, type ValidateFunction } from './validate/validator.js';

export type { Direction, SchemaFinding } from './finding.js';

/** A schema before and after it is compiled. */
interface Prepared {
  /** The schema; `undefined` if it was not found. */
  unit: Unit | undefined;
  problems: string[];
  /** Whether a part of it is not checked. */
  isIncomplete: boolean;
  /** `undefined` before it is compiled, and `null` when it cannot be. */
  validate?: ValidateFunction | null;
}

/**
 * Validates values against the schemas of a description of OpenAPI 3.0 to 3.2. Each schema is compiled on first use.
 *
 * A value is a JSON value. An integer that a double cannot represent exactly is a `bigint`, as `readJson` returns it.
 *
 * A pointer is a JSON Pointer (RFC 6901) to a schema in the description, such as
 * `/paths/~1pets/post/requestBody/content/application~1json/schema`. It may lead through Reference Objects, which are resolved:
 * `/paths/~1pets/get/parameters/0/schema` works even if the parameter is a reference.
 */
export class Schemas {
  /** The description and the documents that its schemas refer to. */
  readonly documents: Documents;
  private readonly clock: Clock;
  private readonly validator: Validator;
  private readonly rewriter: Rewriter;
  private readonly prepared = { request: new Map<string, Prepared>(), response: new Map<string, Prepared>() };

  /**
   * @param description The bundled description. It must not change afterwards.
   * @param limits The time limits of checking a message. Default: 10 ms on the thread, 1000 ms in total.
   */
  constructor(description: Description, limits: TimeLimits = {}) {
    this.clock = new Clock(limits);
    this.validator = new Validator(this.clock);
    this.documents = new Documents(description);
    this.rewriter = new Rewriter(this.documents);
  }

  /**
   * Validates a value synchronously. A pattern that exceeds the time limit is a violation. Outside of `run`, as for values that
   * the mock makes itself, a check may block the thread until then.
   *
   * @param holdsJson Whether texts are to hold the JSON that `contentMediaType` and `contentSchema` describe. Default: false,
   *   since both are only annotations (JSON Schema 2020-12 validation, section 8).
   * @returns The findings, violations first. Empty for a valid value.
   */
  check(pointer: string, value: unknown, direction: Direction, holdsJson: boolean = false): SchemaFinding[] {
    const known = this.prepared[direction].get(pointer);
    const prepared = known?.validate === undefined ? this.clock.prepare(() => this.compiled(pointer, direction)) : known;
    const exact = doubled(value);
    return this.clock.check(() => this.findings(prepared, exact, direction, holdsJson)) ?? [this.tooLong()];
  }

  /**
   * Runs work that checks values from outside. It may be restarted, so it must have no effect but its result. It blocks the
   * thread for about ten milliseconds at most; a pattern that takes longer continues in another thread.
   *
   * @returns The result of the work; a promise only if a pattern may take long.
   */
  run<T>(work: () => T): T | Promise<T> {
    return this.clock.run(work);
  }

  /**
   * A sentence, beginning with the place, for each part of a schema and the schemas that it refers to that cannot be checked.
   * The sentences are warnings at start. The rest of the schema is checked.
   */
  problems(pointer: string, direction: Direction): string[] {
    return this.prepare(pointer, direction).problems;
  }

  private findings(prepared: Prepared, value: Doubled, direction: Direction, holdsJson: boolean): SchemaFinding[] {
    const { validate, isIncomplete } = prepared;
    this.validator.holdsJson = holdsJson;
    if (!validate) return prepared.problems.map((reason) => ({ kind: 'not checked', path: [], reason }));
    const violations = this.validator.validate(validate, value, true).map((error) => violationOf(error, direction));
    if (!isIncomplete) return violations;
    return [...violations, ...notCheckedOf(this.validator.validate(validate, value, false))];
  }

  private tooLong(): SchemaFinding {
    const message = `takes longer than ${this.clock.whole} ms to validate: send less.`;
    return { kind: 'violation', path: [], keyword: 'time', message };
  }

  private compiled(pointer: string, direction: Direction): Prepared {
    const prepared = this.prepare(pointer, direction);
    if (prepared.unit && prepared.validate === undefined) {
      try {
        prepared.validate = this.validator.compile(prepared.unit, closure(prepared.unit));
      } catch (error) {
        prepared.validate = null;
        prepared.problems.push(problem(pointer, systemError(error).message));
      }
    }
    return prepared;
  }

  private prepare(pointer: string, direction: Direction): Prepared {
    const known = this.prepared[direction];
    let prepared = known.get(pointer);
    if (!prepared) known.set(pointer, (prepared = this.rewritten(pointer, direction)));
    return prepared;
  }

  private rewritten(pointer: string, direction: Direction): Prepared {
    const place = this.documents.at(pointer);
    if (typeof place === 'string')
      return { unit: undefined, problems: [problem(pointer, place)], isIncomplete: true, validate: null };
    const unit = this.rewriter.unitAt(place, direction);
    // A shortcut: nearly all descriptions have no problems, and a schema may lead to many others.
    if (!this.rewriter.hasProblems) return { unit, problems: [], isIncomplete: false };
    const units = closure(unit);
    leaveOutUnreliable(units);
    const problems = [...new Set(units.flatMap((one) => one.problems))];
    return { unit, problems, isIncomplete: units.some(({ isIncomplete }) => isIncomplete) };
  }
}

function problem(pointer: string, reason: string): string {
  const [line = ''] = reason.split('\n');
  return `${tokensOf(pointer).join('.')}: ${line.replace(/[.]?$/, '')}. It is not checked.`;
}

function closure(unit: Unit): Unit[] {
  const found = new Set([unit]);
  for (const one of found) for (const target of one.refersTo) found.add(target);
  return [...found];
}
