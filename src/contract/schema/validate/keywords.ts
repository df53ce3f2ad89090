import { str, type ErrorObject, type FuncKeywordDefinition, type ValidateFunction } from 'ajv/dist/2020.js';
import type { DataValidationCxt } from 'ajv/dist/types/index.js';
import { isList, isObject } from '../../../description/json-value.js';
import { uncheckedKeyword } from '../rewrite/reading.js';
import { parseJson } from '../../body/body.js';
import { doubled, isMultiple, type Doubled } from './exact-numbers.js';
import { integerFormats } from './formats.js';
import { canonical, equalItems } from './unique-items.js';

/** The current validation. */
export interface Validation {
  /** The value, with its original integers. */
  current: Doubled;
  /** Whether parts that cannot be checked count as valid. */
  readonly isUncheckedValid: boolean;
  /** Whether texts are to hold the JSON that `contentMediaType` and `contentSchema` describe. */
  readonly holdsJson: boolean;
}

/** The keywords that Ajv lacks or gets wrong. @param compiled Returns the validation function of a schema by its key. */
export function ownKeywords(validation: Validation, compiled: Compiled): FuncKeywordDefinition[] {
  return [
    unchecked(validation),
    multipleOf(validation),
    uniqueItems(validation),
    integerFormat(validation),
    largeLimit(validation),
    largeValues(validation),
    heldJson(validation, compiled),
  ];
}

/** Returns the validation function of a schema by its key. */
type Compiled = (key: string) => ValidateFunction;

const unchecked = (validation: Validation): FuncKeywordDefinition => ({
  keyword: uncheckedKeyword,
  compile: (reasons: string[]) =>
    withErrors(() =>
      validation.isUncheckedValid ? [] : reasons.map((reason) => ({ keyword: uncheckedKeyword, message: reason, params: {} })),
    ),
});

/** Compares decimal digits, not doubles. */
const multipleOf = (validation: Validation): FuncKeywordDefinition => ({
  keyword: 'multipleOf',
  type: 'number',
  compile: (divisor: number | bigint) => (value: number, at) => isMultiple(exact(validation, value, at), divisor),
  error: { message: ({ schemaCode }) => str`must be multiple of ${schemaCode}` },
});

/** Compares all items in linear time. */
const uniqueItems = (validation: Validation): FuncKeywordDefinition => ({
  keyword: 'uniqueItems',
  type: 'array',
  compile: () =>
    withErrors((items: unknown[]) => {
      const original = validation.current.originals.get(items);
      const equal = equalItems(isList(original) ? original : items);
      if (!equal) return [];
      const [i, j] = equal;
      const message = `must NOT have duplicate items (items ## ${j} and ${i} are identical)`;
      return [{ keyword: 'uniqueItems', message, params: {} }];
    }),
});

/** The integer formats of the OpenAPI format registry. */
const integerFormat = (validation: Validation): FuncKeywordDefinition => ({
  keyword: 'integerFormat',
  type: 'number',
  compile: (format: string) =>
    withErrors((value: number, at) => {
      const [least, most] = integerFormats[format] ?? [0n, 0n];
      const digits = exact(validation, value, at);
      const isInteger = typeof digits === 'bigint' || Number.isInteger(digits);
      const isRight = isInteger && digits >= least && digits <= most;
      return isRight ? [] : [{ keyword: 'format', message: `must match format "${format}"`, params: {} }];
    }),
});

/** A limit that a double cannot represent exactly. */
const largeLimit = (validation: Validation): FuncKeywordDefinition => ({
  keyword: 'largeLimit',
  type: 'number',
  compile: ({ keyword, value: limit }: { keyword: keyof typeof comparisons; value: number | bigint }) =>
    withErrors((value: number, at) => {
      const [sign, isRight] = comparisons[keyword];
      if (isRight(exact(validation, value, at), limit)) return [];
      return [{ keyword, message: `must be ${sign} ${limit}`, params: {} }];
    }),
});

/** `enum` and `const` with integers that a double cannot represent exactly. */
const largeValues = (validation: Validation): FuncKeywordDefinition => ({
  keyword: 'largeValues',
  compile: ({ keyword, values }: { keyword: string; values: unknown[] }) => {
    const allowed = new Set(values.map(canonical));
    const message = keyword === 'const' ? 'must be equal to constant' : 'must be equal to one of the allowed values';
    return withErrors((value: unknown, at) => {
      const whole = typeof value === 'number' ? exact(validation, value, at) : value;
      const original: unknown = isObject(whole) ? (validation.current.originals.get(whole) ?? whole) : whole;
      return allowed.has(canonical(original)) ? [] : [{ keyword, message, params: { allowedValues: values } }];
    });
  },
});

/** `contentSchema`: the schema of the JSON in a text. */
const heldJson = (validation: Validation, compiled: Compiled): FuncKeywordDefinition => ({
  keyword: 'heldJson',
  type: 'string',
  compile: ({ $ref: key }: { $ref?: string }) =>
    withErrors<string, DataValidationCxt, Partial<ErrorObject>>((text, at) => {
      if (!validation.holdsJson) return [];
      const { value, violations } = parseJson(text);
      if (violations.length > 0) return [{ keyword: 'contentMediaType', message: 'must be valid JSON', params: {} }];
      const outer = validation.current;
      validation.current = doubled(value);
      const validate = key === undefined ? undefined : compiled(key);
      const errors = !validate || validate(validation.current.value, at) ? [] : (validate.errors ?? []);
      validation.current = outer;
      return [...errors];
    }),
});

/** The original of a number, before it became a double. */
function exact({ current }: Validation, value: number, { parentData, parentDataProperty }: Parent = {}): number | bigint {
  const { whole, originals } = current;
  if (whole !== undefined) return whole;
  const original = parentData && originals.get(parentData);
  const found: unknown = original && parentDataProperty !== undefined ? Reflect.get(original, parentDataProperty) : value;
  return typeof found === 'bigint' ? found : value;
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

/** Makes a validation function of Ajv of one that returns errors. */
export function withErrors<T, At = Parent, E = OwnError>(
  check: (value: T, at?: At) => E[],
): ((value: T, at?: At) => boolean) & { errors?: E[] } {
  const validate: ReturnType<typeof withErrors<T, At, E>> = (value, at) => {
    validate.errors = check(value, at);
    return validate.errors.length === 0;
  };
  return validate;
}

type Comparison = (value: number | bigint, limit: number | bigint) => boolean;

const comparisons = {
  minimum: ['>=', (value, limit) => value >= limit],
  maximum: ['<=', (value, limit) => value <= limit],
  exclusiveMinimum: ['>', (value, limit) => value > limit],
  exclusiveMaximum: ['<', (value, limit) => value < limit],
} satisfies Record<string, [sign: string, isRight: Comparison]>;
