import { isObject, type Json } from '../../../description/json-value.js';
import { readPattern } from '../patterns/read-pattern.js';
import { uncheckedKeyword, type Reading } from './reading.js';

/** A property name that Ajv ignores. */
const proto = '__proto__';

/** The keywords of objects. */
export function rewriteObjects(reading: Reading): Json[] {
  const { schema } = reading;
  const properties = rewriteProperties(reading);
  // If some described properties are unknown, it is also unknown which ones are additional.
  const isKnown = !properties.some((part) => uncheckedKeyword in part);
  return [
    ...rewriteRequired(reading),
    ...properties,
    ...['propertyNames', 'unevaluatedProperties', ...(isKnown ? ['additionalProperties'] : [])]
      .filter((name) => schema[name] !== undefined)
      .map((name) => ({ [name]: reading.inner('part', name) })),
    ...rewriteDependencies(reading),
  ];
}

function rewriteRequired(reading: Reading): Json[] {
  const { required } = reading.schema;
  if (required === undefined) return [];
  if (!isNames(required)) {
    const reason =
      typeof required === 'boolean' ? 'it is a boolean: list the property in "required" of its object' : 'it is no list of names';
    return [reading.unchecked('required', reason)];
  }
  return [{ required: [...new Set(required)].filter((name) => !reading.omitted.has(name)) }];
}

/** `properties` and `patternProperties`. */
function rewriteProperties(reading: Reading): Json[] {
  const properties = mapOf(reading, 'properties');
  const patternProperties = mapOf(reading, 'patternProperties');
  const ways = properties.names.map((name): [string, string[]] => [name, ['properties', name]]);
  const unreadable: Json[] = [];
  const patterns = patternProperties.names.flatMap((pattern): Array<[string, string[]]> => {
    const read = readPattern(pattern);
    if (typeof read !== 'string') return [[pattern, ['patternProperties', pattern]]];
    unreadable.push(reading.unchecked('patternProperties', `"${pattern}": ${read}`));
    return [];
  });
  const named = ways.filter(([name]) => name !== proto);
  const byPattern = [...ways.filter(([name]) => name === proto).map(([name, way]) => [`^${name}$`, way] as const), ...patterns];
  const inner = (all: ReadonlyArray<readonly [string, string[]]>): Json =>
    Object.fromEntries(all.map(([name, way]) => [name, reading.inner('part', ...way)]));
  return [
    ...properties.problems,
    ...patternProperties.problems,
    ...unreadable,
    ...(named.length > 0 ? [{ properties: inner(named) }] : []),
    ...(byPattern.length > 0 ? [{ patternProperties: inner(byPattern) }] : []),
  ];
}

/** The names in a keyword that is a map. */
function mapOf(reading: Reading, keyword: string): { map: Json; names: string[]; problems: Json[] } {
  const { [keyword]: map = {} } = reading.schema;
  if (!isObject(map)) return { map: {}, names: [], problems: [reading.unchecked(keyword, 'it is no object')] };
  return { map, names: Object.keys(map), problems: [] };
}

/** `dependentRequired` and `dependentSchemas`, and `dependencies`, which combined both before 2019-09. */
function rewriteDependencies(reading: Reading): Json[] {
  const required: Array<[string, string[]]> = [];
  const schemas: Array<[string, Json | boolean]> = [];
  const problems: Json[] = [];
  for (const keyword of ['dependentRequired', 'dependentSchemas', 'dependencies']) {
    const { map, names, problems: ofMap } = mapOf(reading, keyword);
    problems.push(...ofMap);
    for (const name of names) {
      const dependent = map[name];
      if (isNames(dependent) && keyword !== 'dependentSchemas')
        required.push([name, dependent.filter((one) => !reading.omitted.has(one))]);
      else if (keyword === 'dependentRequired' || Array.isArray(dependent))
        problems.push(reading.unchecked(keyword, `what depends on "${name}" is no list of names`));
      else schemas.push([name, reading.inner('same', keyword, name)]);
    }
  }
  const isUsual = ([name]: [string, unknown]): boolean => name !== proto;
  const unusual = [...required.map(([name, names]): [string, unknown] => [name, { required: names }]), ...schemas].filter(
    (one) => !isUsual(one),
  );
  return [
    ...problems,
    ...(required.some(isUsual) ? [{ dependentRequired: Object.fromEntries(required.filter(isUsual)) }] : []),
    ...(schemas.some(isUsual) ? [{ dependentSchemas: Object.fromEntries(schemas.filter(isUsual)) }] : []),
    ...unusual.map(([name, then]) => ({ if: { required: [name] }, then })),
  ];
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
