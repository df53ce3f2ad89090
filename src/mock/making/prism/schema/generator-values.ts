import { integerFormats } from '../../../../contract/schema/validate/formats.js';
import { marked } from './keyword-names.js';
import { isSchema, type GeneratorSchema } from './well-formed.js';

/** Formats that the generators do not know, as what they know. */
const formats: Record<string, object> = {
  duration: { pattern: '^P[1-9]D$' },
  byte: { pattern: '^([A-Za-z0-9+/]{4})+$' },
  'relative-json-pointer': { pattern: '^[1-9]/[a-z]+$' },
  'idn-hostname': { format: 'hostname' },
  url: { pattern: '^https://example\\.com/[a-z]{1,8}$' },
  base64url: { pattern: '^[A-Za-z0-9_-]{8}$' },
  char: { pattern: '^[a-z]$' },
  decimal: { pattern: '^[1-9]\\.[0-9]{2}$' },
  'http-date': { pattern: '^Mon, 0[1-9] Jan 2024 10:00:00 GMT$' },
  'media-range': { pattern: '^text/plain$' },
};

/** Where only the names of properties are described, they are made by that. */
export function names(made: GeneratorSchema): void {
  const { propertyNames, patternProperties, additionalProperties, properties } = made as Record<
    string,
    { pattern?: unknown; enum?: unknown } | undefined
  >;
  const pattern = propertyNames && (propertyNames.pattern ?? oneOfNames(propertyNames));
  if (typeof pattern === 'string' && !patternProperties && !properties) {
    made.patternProperties = { [pattern]: isSchema(additionalProperties) ? additionalProperties : {} };
    made.additionalProperties = false;
  }
  Reflect.deleteProperty(made, 'propertyNames');
}

/** What is a name itself where it is written as a pattern. */
const literal = /^\^?([\w-]+)\$?$/;

/** A pattern that is a name becomes a property: the generators look for ever more names by it. */
export function literalNames(made: GeneratorSchema): void {
  const { patternProperties = {}, properties = {} } = made as Record<string, Record<string, unknown> | undefined>;
  const names = Object.entries(patternProperties).map(([pattern, part]) => ({ pattern, part, name: literal.exec(pattern)?.[1] }));
  const found = names.flatMap(({ name, part }): Array<[string, unknown]> => (name === undefined ? [] : [[marked(name), part]]));
  // Beside patterns that few names match, the generators look for others without end.
  if (names.length > 0) made.additionalProperties ??= false;
  if (found.length === 0) return;
  made.properties = { ...Object.fromEntries(found), ...properties };
  const rest = names.filter(({ name }) => name === undefined).map(({ pattern, part }) => [pattern, part] as const);
  if (rest.length > 0) made.patternProperties = Object.fromEntries(rest);
  else Reflect.deleteProperty(made, 'patternProperties');
}

function oneOfNames({ enum: listed }: { enum?: unknown }): string | undefined {
  if (!Array.isArray(listed)) return undefined;
  return `^(${listed.map((name) => String(name).replaceAll(/[$()*+./?[\\\]^{|}-]/g, '\\$&')).join('|')})$`;
}

/** Of OpenAPI 3.0, `nullable` and the limits that say whether they are exclusive. */
export function limits(made: GeneratorSchema): void {
  if (made.nullable === true && typeof made.type === 'string') made.type = [made.type, 'null'];
  const step = made.type === 'integer' ? 1 : 0;
  for (const [exclusive, limit, direction] of [
    ['exclusiveMinimum', 'minimum', 1],
    ['exclusiveMaximum', 'maximum', -1],
  ] as const) {
    const bound = made[exclusive] === true ? made[limit] : made[exclusive];
    if (typeof bound === 'number') made[limit] = bound + step * direction;
    Reflect.deleteProperty(made, exclusive);
  }
  integers(made);
  outer(made);
  fractions(made);
}

/** The numbers that the generators make of themselves are no larger. */
const usualLargest = 1e8;

/** The limits of a format that knows less than the generators make. */
function integers(made: GeneratorSchema): void {
  const { format, minimum = -Infinity, maximum = Infinity } = made as { format?: unknown; minimum?: number; maximum?: number };
  const range = typeof format === 'string' && Object.hasOwn(integerFormats, format) ? integerFormats[format] : undefined;
  const [least, most] = (range ?? []).map(Number);
  if (least !== undefined && least > -usualLargest && least > minimum) made.minimum = least;
  if (most !== undefined && most < usualLargest && most < maximum) made.maximum = most;
}

/** Beyond what they usually make, the generators need both limits. */
function outer(made: GeneratorSchema): void {
  const { minimum, maximum } = made as { minimum?: number; maximum?: number };
  if (minimum !== undefined && minimum >= usualLargest) made.maximum ??= minimum + usualLargest;
  if (maximum !== undefined && maximum <= -usualLargest) made.minimum ??= maximum - usualLargest;
}

/** How many multiples of a fraction are offered. */
const mostMultiples = 10;

/** Multiples of a fraction are counted in whole numbers, and written with its decimals. */
function fractions(made: GeneratorSchema): void {
  const { multipleOf, minimum, maximum } = made as Record<string, number | undefined>;
  if (typeof multipleOf !== 'number' || Number.isInteger(multipleOf) || multipleOf <= 0 || made.enum !== undefined) return;
  const decimals = Math.min(String(multipleOf).split('.')[1]?.length ?? 0, 100);
  const first = typeof minimum === 'number' ? Math.ceil(minimum / multipleOf) : 1;
  const multiples = Array.from({ length: mostMultiples }, (_, index) => Number(((first + index) * multipleOf).toFixed(decimals)));
  const fitting = multiples.filter((one) => (minimum ?? -Infinity) <= one && one <= (maximum ?? Infinity));
  // Some validators divide without regard to decimals: what is a multiple for each of them comes first.
  const exact = fitting.filter((one) => Number.isInteger(one / multipleOf));
  if (fitting.length > 0) made.enum = exact.length > 0 ? exact : fitting;
}

/** What a value is an example of, and how a text is made. */
export function values(made: GeneratorSchema): void {
  const { example, format, pattern, not } = made;
  if (Array.isArray(made.enum) && isSchema(not)) {
    made.enum = withoutRefused(made.enum, not);
    Reflect.deleteProperty(made, 'not');
  }
  if (example !== undefined && made.examples === undefined) made.examples = [example];
  Reflect.deleteProperty(made, 'example');
  if (typeof format === 'string' && pattern === undefined && Object.hasOwn(formats, format)) {
    Reflect.deleteProperty(made, 'format');
    Object.assign(made, formats[format]);
  }
  if (typeof pattern === 'string') made.pattern = withoutPropertyEscapes(pattern);
}

/** What of the values is not refused, where another schema lists what is. */
function withoutRefused(values: unknown[], not: unknown): unknown[] {
  const { enum: refused = [] } = not as { enum?: unknown[] };
  const left = values.filter((value) => !refused.includes(value));
  return left.length > 0 ? left : values;
}

/** The generator of texts knows no classes of Unicode: a part of each that it knows is enough to make a text. */
function withoutPropertyEscapes(pattern: string): string {
  let isInClass = false;
  return pattern.replaceAll(/\\p\{([^}]*)\}|\\.|\[|\]/g, (found: string, name: string | undefined) => {
    if (found === '[') isInClass = true;
    if (found === ']') isInClass = false;
    if (name === undefined) return found;
    const range = /^(N|Nd|Number)/.test(name) ? '0-9' : /^(Lu|Uppercase)/.test(name) ? 'A-Z' : 'a-z';
    return isInClass ? range : `[${range}]`;
  });
}
