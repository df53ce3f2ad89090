import { isNumber, objectOf } from '../../../../../description/json-value.js';
import { writeJson } from '../../../../../description/write-json.js';

/**
 * Combines the values of a keyword that two parts of an `allOf` have. For limits, the stricter value applies. A mark, such as
 * `deprecated`, applies when one part has it. A keyword that is not in `combiners` keeps its first value.
 */
type Combine = (one: unknown, other: unknown) => unknown;

const larger: Combine = (one, other) => (isNumber(one) && isNumber(other) && other > one ? other : one);
const smaller: Combine = (one, other) => (isNumber(one) && isNumber(other) && other < one ? other : one);
const either: Combine = (one, other) => one === true || other === true;
const first: Combine = (one) => one;
const each: Combine = (one, other) => [...new Set([one, other].flat())];
/** Joins the descriptions of several parts. A description beside a reference has already replaced that of its target. */
const paragraphs: Combine = (one, other) =>
  typeof other !== 'string' || String(one).split('\n\n').includes(other) ? one : `${String(one)}\n\n${other}`;
/** A value has to satisfy both schemas. */
const both: Combine = (one, other) => (one === false || other === false ? false : { allOf: [one, other] });

const combiners: Readonly<Record<string, Combine>> = {
  type: sharedTypes,
  enum: sharedValues,
  description: paragraphs,
  format: each,
  required: each,
  pattern: each,
  multipleOf: each,
  minimum: larger,
  exclusiveMinimum: larger,
  minLength: larger,
  minItems: larger,
  minProperties: larger,
  minContains: larger,
  maximum: smaller,
  exclusiveMaximum: smaller,
  maxLength: smaller,
  maxItems: smaller,
  maxProperties: smaller,
  maxContains: smaller,
  uniqueItems: either,
  deprecated: either,
  readOnly: either,
  writeOnly: either,
  items: both,
  contains: both,
  propertyNames: both,
  additionalProperties: both,
  unevaluatedItems: both,
  unevaluatedProperties: both,
  contentSchema: both,
  properties: members,
  patternProperties: members,
  dependentSchemas: members,
};

/** Adds the keywords of one part to those of the parts before it. */
export function addKeywords(keywords: Map<string, unknown>, part: Iterable<[string, unknown]>): void {
  for (const [name, value] of part) {
    const known = keywords.get(name);
    const combine = Object.hasOwn(combiners, name) ? combiners[name] : undefined;
    keywords.set(name, keywords.has(name) ? (combine ?? first)(known, value) : value);
  }
}

/** Combines the properties of both parts. A property in both parts has to satisfy both schemas. */
function members(one: unknown, other: unknown): unknown {
  const all = new Map(Object.entries(objectOf(one)));
  for (const [name, schema] of Object.entries(objectOf(other))) {
    all.set(name, all.has(name) ? both(all.get(name), schema) : schema);
  }
  return Object.fromEntries(all);
}

/** The types that both parts allow; an integer is also a number. When the list is empty, no value is valid. */
function sharedTypes(one: unknown, other: unknown): unknown {
  const [ones, others] = [one, other].map((type) => [type].flat());
  const isIn = (type: unknown, all: unknown[] = []): boolean =>
    all.includes(type) || (type === 'integer' && all.includes('number'));
  const shared = [...(ones ?? []).filter((type) => isIn(type, others)), ...(others ?? []).filter((type) => isIn(type, ones))];
  return [...new Set(shared)];
}

function sharedValues(one: unknown, other: unknown): unknown {
  if (!Array.isArray(one) || !Array.isArray(other)) return one;
  const texts = new Set(other.map((value) => writeJson(value)));
  return one.filter((value) => texts.has(writeJson(value)));
}
