import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Clock } from '../patterns/clock.js';
import { doubled, type Doubled } from './exact-numbers.js';
import { evaluatedKeywords, usesUnevaluated, withoutConditions } from './evaluated.js';
import { textFormats } from './formats.js';
import { readPattern } from '../patterns/read-pattern.js';
import { withEachChanged } from '../rewrite/subschemas.js';
import type { Unit } from '../rewrite/unit.js';
import { ownKeywords, type Validation } from './keywords.js';
import { Memory, withRecursion } from './recursion.js';
import { lengthKeywords } from './text-length.js';

export type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';

/** Compiles schemas and validates values with Ajv. Our own keywords replace those that Ajv gets wrong. */
export class Validator implements Validation {
  private readonly plain: Ajv2020;
  private unevaluated: Ajv2020 | undefined;
  /** The current value, with its original integers. */
  current: Doubled = doubled(undefined);
  isUncheckedValid = true;
  holdsJson = false;
  private readonly memory = new Memory();
  /** The keys of the schemas that may lead back to themselves for the same value. */
  private readonly recursive = new WeakMap<ValidateFunction, string>();

  constructor(private readonly clock: Clock) {
    this.plain = this.newAjv(false);
  }

  /**
   * Compiles a schema.
   *
   * @param unit The schema.
   * @param units It and all schemas that it refers to.
   * @throws Error when Ajv refuses one of them.
   */
  compile(unit: Unit, units: readonly Unit[]): ValidateFunction {
    const tracksEvaluated = units.some(({ schema }) => usesUnevaluated(schema));
    const ajv = tracksEvaluated ? (this.unevaluated ??= this.newAjv(true)) : this.plain;
    const added = units.filter(({ key }) => !ajv.schemas[key]);
    for (const [key, schema] of withRecursion(added, tracksEvaluated)) {
      ajv.addSchema(tracksEvaluated ? withEachChanged(schema, withoutConditions) : schema, key);
    }
    const compiled = validation(ajv, unit.key);
    if (ajv.schemas[unit.key]?.schema !== unit.schema) this.recursive.set(compiled, unit.key);
    return compiled;
  }

  /** Validates a value. @param isUncheckedValid Whether parts that cannot be checked count as valid. */
  validate(validate: ValidateFunction, value: Doubled, isUncheckedValid: boolean): ErrorObject[] {
    this.current = value;
    this.memory.begin(this.recursive.get(validate));
    this.isUncheckedValid = isUncheckedValid;
    return validate(value.value) ? [] : (validate.errors ?? []);
  }

  private newAjv(tracksEvaluated: boolean): Ajv2020 {
    const ajv = new Ajv2020({
      allErrors: true,
      strict: false,
      validateSchema: false,
      meta: false,
      logger: false,
      ownProperties: true,
      addUsedSchema: false,
      inlineRefs: false,
      code: { regExp: Object.assign((pattern: string) => this.guarded(pattern), { code: '' }) },
    });
    // The rewriter has resolved dynamic references, and few schemas need to track evaluated properties and items.
    Object.assign(ajv.opts, { dynamicRef: false, unevaluated: tracksEvaluated });
    for (const [name, format] of textFormats) ajv.addFormat(name, format);
    for (const keyword of ['multipleOf', 'uniqueItems', 'maxLength', 'minLength']) ajv.removeKeyword(keyword);
    ajv.addKeyword(lengthKeywords);
    ajv.addKeyword(this.memory.definition((key) => validation(ajv, key)));
    for (const definition of ownKeywords(this, (key) => validation(ajv, key))) ajv.addKeyword(definition);
    for (const definition of tracksEvaluated ? evaluatedKeywords : [])
      ajv.removeKeyword(String(definition.keyword)).addKeyword(definition);
    return ajv;
  }

  private guarded(source: string): { test: (text: string) => boolean; toString: () => string } {
    const pattern = readPattern(source);
    if (typeof pattern === 'string') throw new Error(`${source}: ${pattern}.`);
    return { test: (text) => this.clock.matches(pattern, text), toString: () => source };
  }
}

function validation(ajv: Ajv2020, key: string): ValidateFunction {
  const found = ajv.getSchema(key);
  if (!found) throw new Error(`There is no schema ${key}.`);
  return found;
}
