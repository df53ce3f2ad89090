import type { Description } from '../../description/types.js';
import { Clock, type TimeLimits } from './patterns/clock.js';
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

/**
 * Holds values to the schemas of a description. Each schema is compiled when it is first needed.
 *
 * A value is what JSON can hold. An integer whose digits a double does not keep is a `bigint`, as `readJson` gives it.
 *
 * A pointer is a JSON Pointer (RFC 6901) to a schema in the description, such as
 * `/paths/~1pets/post/requestBody/content/application~1json/schema`. It may lead through Reference Objects, which are
 * followed: `/paths/~1pets/get/parameters/0/schema` where the parameter is a reference.
 */
export interface Schemas {
  /** The description, and where references in its schemas lead. */
  readonly documents: Documents;
  /**
   * Holds a value to a schema, at once. Within `run` a pattern that takes longer than the time limit makes a violation; a
   * check that stands alone, as that of a value that is made here, may hold the thread until then.
   *
   * @returns Violations first; nothing for a value that is valid.
   */
  check(pointer: string, value: unknown, direction: Direction): SchemaFinding[];
  /**
   * Runs work that checks values from outside, and has no effect but its result: it may begin anew. It holds the thread for
   * no longer than some ten milliseconds; a pattern that takes longer goes on beside it.
   *
   * @returns What the work returns; at once where no pattern may take long.
   */
  run<T>(work: () => T): T | Promise<T>;
  /**
   * What of a schema, and of those that it refers to, cannot be checked: a sentence each, which begins with the place, for a
   * warning at start. The rest of the schema is checked.
   */
  problems(pointer: string, direction: Direction): string[];
}

/**
 * Prepares the schemas of a description of OpenAPI 3.0 to 3.2.
 *
 * @param description The bundled description; it must not change afterwards.
 * @param limits How long a message may be checked. Default: 10 ms on the thread, 1000 ms in all.
 */
export function createSchemas(description: Description, limits: TimeLimits = {}): Schemas {
  return new CompiledSchemas(description, limits);
}

/** A schema as it is known before it is compiled, and after. */
interface Prepared {
  /** The schema; `undefined` where it is nowhere. */
  unit: Unit | undefined;
  problems: string[];
  /** Whether a part of it is not checked. */
  isIncomplete: boolean;
  /** `undefined` before it is compiled, and `null` when it cannot be. */
  validate?: ValidateFunction | null;
}

class CompiledSchemas implements Schemas {
  private readonly clock: Clock;
  private readonly validator: Validator;
  readonly documents: Documents;
  private readonly rewriter: Rewriter;
  private readonly prepared = { request: new Map<string, Prepared>(), response: new Map<string, Prepared>() };

  constructor(description: Description, limits: TimeLimits) {
    this.clock = new Clock(limits);
    this.validator = new Validator(this.clock);
    this.documents = new Documents(description);
    this.rewriter = new Rewriter(this.documents);
  }

  check(pointer: string, value: unknown, direction: Direction): SchemaFinding[] {
    const known = this.prepared[direction].get(pointer);
    const prepared = known?.validate === undefined ? this.clock.prepare(() => this.compiled(pointer, direction)) : known;
    const exact = doubled(value);
    return this.clock.check(() => this.findings(prepared, exact, direction)) ?? [this.tooLong()];
  }

  run<T>(work: () => T): T | Promise<T> {
    return this.clock.run(work);
  }

  problems(pointer: string, direction: Direction): string[] {
    return this.prepare(pointer, direction).problems;
  }

  private findings(prepared: Prepared, value: Doubled, direction: Direction): SchemaFinding[] {
    const { validate, isIncomplete } = prepared;
    if (!validate) return prepared.problems.map((reason) => ({ kind: 'not checked', path: [], reason }));
    const violations = (this.validator.validate(validate, value, true) ?? []).map((error) => violationOf(error, direction));
    if (!isIncomplete) return violations;
    return [...violations, ...notCheckedOf(this.validator.validate(validate, value, false) ?? [])];
  }

  private tooLong(): SchemaFinding {
    const message = `takes longer than ${this.clock.whole} ms to validate: send less.`;
    return { kind: 'violation', path: [], keyword: 'time', message };
  }

  /** Compiles a schema when it is first needed. */
  private compiled(pointer: string, direction: Direction): Prepared {
    const prepared = this.prepare(pointer, direction);
    if (prepared.validate === undefined) {
      try {
        prepared.validate = this.validator.compile(prepared.unit ? closure(prepared.unit) : []);
      } catch (error) {
        prepared.validate = null;
        prepared.problems.push(problem(pointer, error instanceof Error ? error.message : String(error)));
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
    // Nearly all descriptions have no problem anywhere, and what each schema leads to can be much.
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

/** A unit and all that it refers to. */
function closure(unit: Unit): Unit[] {
  const found = new Set([unit]);
  for (const one of found) for (const target of one.refersTo) found.add(target);
  return [...found];
}
