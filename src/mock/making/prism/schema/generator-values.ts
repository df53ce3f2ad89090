import { isMatch } from '../../../../contract/schema/patterns/is-match.js';
import { listOf, objectOf } from '../../../../description/json-value.js';
import { integerFormats } from '../../../../contract/schema/validate/formats.js';
import { formatted, textsOf } from './generator-formats.js';
import { generatorPattern } from './generator-pattern.js';
import { marked } from './keyword-names.js';
import { isSchema, type GeneratorSchema } from './well-formed.js';

/**
 * Rewrites `propertyNames` as `patternProperties`, unless these exist already. A required property gets the schema of the
 * pattern that its name matches. Changes the schema.
 */
export function names(made: GeneratorSchema): void {
  const { propertyNames, patternProperties, additionalProperties, properties = {}, required = [] } = made;
  const pattern = namePattern(objectOf(propertyNames));
  if (pattern !== undefined && !patternProperties) {
    made.patternProperties = { [pattern]: isSchema(additionalProperties) ? additionalProperties : {} };
    made.additionalProperties = false;
  }
  Reflect.deleteProperty(made, 'propertyNames');
  const matched = required.flatMap((name): Array<[string, unknown]> => {
    const found = Object.entries(patternProperties ?? {}).find(([one]) => isMatch(one, name));
    return found && !Object.hasOwn(properties, name) ? [[name, found[1]]] : [];
  });
  if (matched.length > 0) made.properties = { ...properties, ...Object.fromEntries(matched) };
}

/** Matches a pattern that is only a name. */
const literal = /^\^?([\w-]+)\$?$/;

/** Makes a property of a pattern that is only a name, since the generators would search forever for more names. */
export function literalNames(made: GeneratorSchema): void {
  const { patternProperties = {}, properties = {} } = made;
  const names = Object.entries(patternProperties).map(([pattern, part]) => ({ pattern, part, name: literal.exec(pattern)?.[1] }));
  const found = names.flatMap(({ name, part }): Array<[string, unknown]> => (name === undefined ? [] : [[marked(name), part]]));
  // The generators also add other names. When few names match a pattern, they would search forever.
  if (names.length > 0) made.additionalProperties ??= false;
  if (found.length === 0) return;
  made.properties = { ...Object.fromEntries(found), ...properties };
  const rest = names.filter(({ name }) => name === undefined).map(({ pattern, part }) => [pattern, part] as const);
  if (rest.length > 0) made.patternProperties = Object.fromEntries(rest);
  else Reflect.deleteProperty(made, 'patternProperties');
}

/** A pattern for some of the names that a schema allows; `undefined` when the schema does not limit them. */
function namePattern({ pattern, enum: listed, const: only, format, minLength, maxLength }: GeneratorSchema): string | undefined {
  if (typeof pattern === 'string') return pattern;
  const some = only === undefined ? listed : [only];
  const texts = some?.map(String) ?? textsOf(format);
  if (texts.length > 0) return `^(${texts.map((text) => text.replaceAll(/[$()*+./?[\\\]^{|}-]/g, '\\$&')).join('|')})$`;
  return minLength === undefined && maxLength === undefined ? undefined : `^[a-z]{${minLength ?? 1},${maxLength || ''}}$`;
}

/** Rewrites `nullable` and exclusive limits, of OpenAPI 3.0 and of JSON Schema, for the generators. Changes the schema. */
export function limits(made: GeneratorSchema): void {
  if (made.nullable === true && typeof made.type === 'string') made.type = [made.type, 'null'];
  const step = made.type === 'integer' ? 1 : 0;
  const excluded: unknown[] = [];
  for (const [exclusive, limit, direction] of [
    ['exclusiveMinimum', 'minimum', 1],
    ['exclusiveMaximum', 'maximum', -1],
  ] as const) {
    const bound = made[exclusive] === true ? made[limit] : made[exclusive];
    if (typeof bound === 'number') {
      excluded.push(bound);
      const own = bound + step * direction;
      const inclusive = made[limit] ?? own;
      made[limit] = direction > 0 ? Math.max(own, inclusive) : Math.min(own, inclusive);
    }
    Reflect.deleteProperty(made, exclusive);
  }
  outer(made);
  integers(made);
  fractions(made, excluded);
}

/** The largest number that the generators make by default. */
const usualLargest = 1e8;

/** Adds the limits of an integer format, when the generators could otherwise exceed them. */
function integers(made: GeneratorSchema): void {
  const { format, minimum = -Infinity, maximum = Infinity } = made;
  if (format === undefined || !Object.hasOwn(integerFormats, format)) return;
  const [least = -Infinity, most = Infinity] = (integerFormats[format] ?? []).map(Number);
  if (least > -usualLargest || minimum > -Infinity) made.minimum = Math.max(least, minimum);
  if (most < usualLargest || maximum < Infinity) made.maximum = Math.min(most, maximum);
}

/** Adds the missing limit for numbers outside the default range, since the generators need both limits there. */
function outer(made: GeneratorSchema): void {
  const { minimum = -Infinity, maximum = Infinity } = made;
  if (minimum >= usualLargest) made.maximum ??= minimum + usualLargest;
  if (maximum <= -usualLargest) made.minimum ??= maximum - usualLargest;
}

/** The number of multiples of a fraction that are listed. */
const mostMultiples = 10;

/**
 * Replaces a `multipleOf` that is not an integer by an `enum` of multiples, rounded to the decimals of the fraction.
 *
 * @param excluded The exclusive limits.
 */
function fractions(made: GeneratorSchema, excluded: readonly unknown[]): void {
  const { multipleOf, minimum, maximum } = made;
  if (multipleOf === undefined || Number.isInteger(multipleOf) || made.enum !== undefined) return;
  const decimals = Math.min(String(multipleOf).split('.')[1]?.length ?? 0, 100);
  const first = typeof minimum === 'number' ? Math.ceil(minimum / multipleOf) : 1;
  const multiples = Array.from({ length: mostMultiples }, (_, index) => Number(((first + index) * multipleOf).toFixed(decimals)));
  const fitting = multiples.filter(
    (one) => (minimum ?? -Infinity) <= one && one <= (maximum ?? Infinity) && !excluded.includes(one),
  );
  // Some validators use floating-point division. So multiples that are exact in it are preferred.
  const exact = fitting.filter((one) => Number.isInteger(one / multipleOf));
  if (fitting.length === 0) return;
  for (const keyword of ['multipleOf', 'minimum', 'maximum']) Reflect.deleteProperty(made, keyword);
  made.enum = exact.length > 0 ? exact : fitting;
}

/** Rewrites keywords about single values: `enum` beside `not`, `example`, formats and patterns. Changes the schema. */
export function values(made: GeneratorSchema): void {
  const { example, not } = made;
  if (Array.isArray(made.enum) && isSchema(not)) {
    made.enum = withoutRefused(made.enum, not);
    Reflect.deleteProperty(made, 'not');
  }
  if (example !== undefined && made.examples === undefined) made.examples = [example];
  Reflect.deleteProperty(made, 'example');
  formatted(made);
  if (typeof made.pattern === 'string') made.pattern = generatorPattern(made.pattern);
}

/** Removes the values that the `enum` of a `not` excludes, unless that would remove all of them. */
function withoutRefused(values: unknown[], not: unknown): unknown[] {
  const refused = listOf(objectOf(not).enum);
  const left = values.filter((value) => !refused.includes(value));
  return left.length > 0 ? left : values;
}
