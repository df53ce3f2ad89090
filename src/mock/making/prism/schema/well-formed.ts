import { isObject, objectOf } from '../../../../description/json-value.js';
import { readPattern } from '../../../../contract/schema/patterns/read-pattern.js';

/** A schema for the generators of Prism: JSON Schema draft-07, with references only to the bundle. */
export interface GeneratorSchema {
  [keyword: string]: unknown;
  type?: string | string[];
  enum?: unknown[];
  examples?: unknown[];
  required?: string[];
  properties?: Record<string, unknown>;
  patternProperties?: Record<string, unknown>;
  dependentRequired?: Record<string, string[]>;
  dependentSchemas?: Record<string, unknown>;
  prefixItems?: unknown[];
  allOf?: unknown[];
  anyOf?: unknown[];
  oneOf?: unknown[];
  contentMediaType?: unknown;
  contentEncoding?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minContains?: number;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
}

const types = new Set<unknown>(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);

type Test = (value: unknown) => boolean;

const isCount: Test = (value) => Number.isInteger(value) && Number(value) >= 0;
const isText: Test = (value) => typeof value === 'string';
const isNamed: Test = isObject;
const isLimit: Test = (value) => ['number', 'bigint', 'boolean'].includes(typeof value);
const isType: Test = (value) => (Array.isArray(value) ? value.length > 0 && value.every(isType) : types.has(value));
const isList =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every(test);

/** The type that the value of each keyword must have. */
const forms: Array<[keywords: string[], test: Test]> = [
  [['allOf', 'anyOf', 'oneOf', 'prefixItems'], isList(isSchema)],
  [['properties', 'dependentSchemas'], isNamed],
  [['patternProperties'], (value) => isNamed(value) && Object.keys(objectOf(value)).every(isPattern)],
  [['dependentRequired'], (value) => isNamed(value) && Object.values(objectOf(value)).every(isList(isText))],
  [['additionalProperties', 'additionalItems', 'items', 'contains', 'not', 'if', 'then', 'else', 'propertyNames'], isSchema],
  [['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'minContains'], isCount],
  [['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'], isLimit],
  [['multipleOf'], (value) => typeof value === 'number' && value > 0],
  [['type'], isType],
  [['enum'], isList(() => true)],
  [['required'], isList(isText)],
  [['pattern'], isPattern],
  [['format', '$ref'], isText],
  [['examples'], Array.isArray],
];
const tests = new Map(forms.flatMap(([keywords, test]) => keywords.map((keyword) => [keyword, test] as const)));

/** Removes the keywords whose values have a wrong type, since the generators cannot handle such values. */
export function wellFormed(schema: object): GeneratorSchema {
  const kept = Object.entries(schema).filter(([keyword, value]) => tests.get(keyword)?.(value) ?? true);
  return Object.fromEntries(kept.map(([keyword, value]) => [keyword, tests.get(keyword) === isLimit ? asDouble(value) : value]));
}

/** Whether a value is a schema. A list counts, too, since `items` may be one. */
export function isSchema(value: unknown): boolean {
  return typeof value === 'boolean' || (typeof value === 'object' && value !== null);
}

function isPattern(value: unknown): boolean {
  return typeof value === 'string' && typeof readPattern(value) !== 'string';
}

function asDouble(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}
