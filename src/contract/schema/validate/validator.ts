import { createRequire } from 'node:module';
import { str, type AnySchema, type FuncKeywordDefinition, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Clock } from '../patterns/clock.js';
import { doubled, isMultiple, type Doubled } from './exact-numbers.js';
import { evaluatedKeywords, usesUnevaluated, withoutConditions } from './evaluated.js';
import { integerFormats, textFormatsFor } from './formats.js';
import { readPattern } from '../patterns/read-pattern.js';
import { uncheckedKeyword } from '../rewrite/reading.js';
import type { Unit } from '../rewrite/unit.js';
import { Memory, withRecursion } from './recursion.js';
import { equalItems } from './unique-items.js';

export type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';

// Loaders disagree over what the default import of a CommonJS module is.
const require = createRequire(import.meta.url);
const { Ajv2020 } = require('ajv/dist/2020') as typeof import('ajv/dist/2020.js');

type Ajv = InstanceType<typeof Ajv2020>;

/** Compiles schemas and validates by them: Ajv, with keywords of our own for what it gets wrong. */
export class Validator {
  private readonly plain: Ajv;
  private unevaluated: Ajv | undefined;
  /** The value that is being validated, with its integers as they were. */
  private current: Doubled = doubled(undefined);
  private isUncheckedValid = true;
  private readonly memory = new Memory();

  constructor(private readonly clock: Clock) {
    this.plain = this.newAjv(false);
  }

  /**
   * Compiles a schema.
   *
   * @param units The schema, and those that it refers to.
   * @throws Error when Ajv refuses one of them.
   */
  compile(units: readonly Unit[]): ValidateFunction {
    const tracksEvaluated = units.some(({ schema }) => usesUnevaluated(schema));
    const ajv = tracksEvaluated ? (this.unevaluated ??= this.newAjv(true)) : this.plain;
    const added = units.filter(({ key }) => !ajv.schemas[key]);
    if (tracksEvaluated) for (const { key, schema } of added) ajv.addSchema(withoutConditions(schema) as AnySchema, key);
    else for (const [key, schema] of withRecursion(added)) ajv.addSchema(schema, key);
    const [unit] = units;
    return validation(ajv, unit?.key ?? '');
  }

  /** Validates a value. @param isUncheckedValid Whether what cannot be checked counts as valid. */
  validate(validate: ValidateFunction, value: Doubled, isUncheckedValid: boolean): ValidateFunction['errors'] {
    this.current = value;
    this.memory.forget();
    this.isUncheckedValid = isUncheckedValid;
    const isValid = validate(value.value);
    return isValid ? null : (validate.errors ?? null);
  }

  private newAjv(tracksEvaluated: boolean): Ajv {
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
    // No schema has dynamic references when it comes here, and few need to know what was evaluated.
    Object.assign(ajv.opts, { dynamicRef: false, unevaluated: tracksEvaluated });
    for (const [name, format] of textFormatsFor((...trial) => this.clock.matches(...trial))) ajv.addFormat(name, format);
    for (const keyword of ['multipleOf', 'uniqueItems']) ajv.removeKeyword(keyword);
    ajv.addKeyword(this.memory.definition((key) => validation(ajv, key)));
    for (const definition of this.keywords()) ajv.addKeyword(definition);
    for (const definition of tracksEvaluated ? evaluatedKeywords : [])
      ajv.removeKeyword(String(definition.keyword)).addKeyword(definition);
    return ajv;
  }

  private guarded(source: string): { test: (text: string) => boolean; toString: () => string } {
    const pattern = readPattern(source);
    if (typeof pattern === 'string') throw new Error(`${source}: ${pattern}.`);
    return { test: (text) => this.clock.matches(pattern, text), toString: () => source };
  }

  private keywords(): FuncKeywordDefinition[] {
    return [
      {
        keyword: uncheckedKeyword,
        compile: (reasons: string[]) =>
          withErrors(() =>
            this.isUncheckedValid ? [] : reasons.map((reason) => ({ keyword: uncheckedKeyword, message: reason, params: {} })),
          ),
      },
      {
        keyword: 'multipleOf',
        type: 'number',
        compile: (divisor: number) => (value: number, at) => isMultiple(this.exact(value, at), divisor),
        error: { message: ({ schemaCode }) => str`must be multiple of ${schemaCode}` },
      },
      {
        keyword: 'uniqueItems',
        type: 'array',
        compile: () =>
          withErrors((items: unknown[]) => {
            const equal = equalItems((this.current.originals.get(items) as unknown[] | undefined) ?? items);
            if (!equal) return [];
            const [i, j] = equal;
            return [
              {
                keyword: 'uniqueItems',
                message: `must NOT have duplicate items (items ## ${j} and ${i} are identical)`,
                params: { i, j },
              },
            ];
          }),
      },
      {
        keyword: 'integerFormat',
        type: 'number',
        compile: (format: string) =>
          withErrors((value: number, at) => {
            const [least, most] = integerFormats[format] ?? [0n, 0n];
            const exact = this.exact(value, at);
            const isInteger = typeof exact === 'bigint' || Number.isInteger(exact);
            const isRight = isInteger && exact >= least && exact <= most;
            return isRight ? [] : [{ keyword: 'format', message: `must match format "${format}"`, params: { format } }];
          }),
      },
      {
        keyword: 'largeLimit',
        type: 'number',
        compile: ({ keyword, value: limit }: { keyword: string; value: number }) =>
          withErrors((value: number, at) => {
            const exact = this.exact(value, at);
            const [sign, isRight] = comparisons[keyword] ?? ['', () => true];
            return isRight(exact, limit) ? [] : [{ keyword, message: `must be ${sign} ${limit}`, params: { limit } }];
          }),
      },
    ];
  }

  /** A number as it was before it became a double. */
  private exact(value: number, { parentData, parentDataProperty }: Parent = {}): number | bigint {
    const { whole, originals } = this.current;
    if (whole !== undefined) return whole;
    const original = originals.size > 0 && parentData ? originals.get(parentData) : undefined;
    const found: unknown = original && parentDataProperty !== undefined ? Reflect.get(original, parentDataProperty) : value;
    return typeof found === 'bigint' ? found : value;
  }
}

function validation(ajv: Ajv, key: string): ValidateFunction {
  const found = ajv.getSchema(key);
  if (!found) throw new Error(`There is no schema ${key}.`);
  return found;
}

interface Parent {
  parentData?: object;
  parentDataProperty?: string | number;
}

interface OwnError {
  keyword: string;
  message: string;
  params: Record<string, unknown>;
}

type Check<T> = (value: T, at?: Parent) => OwnError[];

/** A check in the form that Ajv asks for. */
function withErrors<T>(check: Check<T>): ((value: T, at?: Parent) => boolean) & { errors?: OwnError[] } {
  const validate: ReturnType<typeof withErrors<T>> = (value, at) => {
    validate.errors = check(value, at);
    return validate.errors.length === 0;
  };
  return validate;
}

type Comparison = (value: number | bigint, limit: number) => boolean;

const comparisons: Record<string, [sign: string, isRight: Comparison]> = {
  minimum: ['>=', (value, limit) => value >= limit],
  maximum: ['<=', (value, limit) => value <= limit],
  exclusiveMinimum: ['>', (value, limit) => value > limit],
  exclusiveMaximum: ['<', (value, limit) => value < limit],
};
