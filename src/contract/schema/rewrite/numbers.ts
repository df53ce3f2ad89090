import type { Json } from '../../../description/json-value.js';
import type { Reading } from './reading.js';

const limits = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const;
const counts = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'] as const;

/** The limits of numbers, lengths and counts, and `multipleOf`. */
export function rewriteNumbers(reading: Reading): Json[] {
  const { schema } = reading;
  return [
    ...limits.filter((name) => schema[name] !== undefined).map((name) => rewriteLimit(reading, name)),
    ...counts.filter((name) => schema[name] !== undefined).map((name) => rewriteCount(reading, name)),
    ...(schema.multipleOf === undefined ? [] : [rewriteMultiple(reading)]),
  ];
}

function rewriteLimit(reading: Reading, name: (typeof limits)[number]): Json {
  const { schema, dialect } = reading;
  const value = schema[name];
  const isExclusive = name.startsWith('exclusive');
  if (dialect.booleanLimits && isExclusive && typeof value === 'boolean') return {};
  if (typeof value !== 'number' && typeof value !== 'bigint') {
    const limit = name === 'exclusiveMinimum' ? 'minimum' : 'maximum';
    const isOld = isExclusive && typeof value === 'boolean';
    return reading.unchecked(name, isOld ? `it is a boolean: write the number of "${limit}" here` : 'it is no number');
  }
  const exclusive = name === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum';
  const isMadeExclusive = dialect.booleanLimits && !isExclusive && schema[exclusive] === true;
  const keyword = isMadeExclusive ? exclusive : name;
  return typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER
    ? { [keyword]: value }
    : { largeLimit: { keyword, value } };
}

function rewriteCount(reading: Reading, name: (typeof counts)[number]): Json {
  const value = reading.schema[name];
  return Number.isInteger(value) && Number(value) >= 0
    ? { [name]: value }
    : reading.unchecked(name, 'it is no whole number from 0 on');
}

function rewriteMultiple(reading: Reading): Json {
  const { multipleOf } = reading.schema;
  const isRight = (typeof multipleOf === 'number' || typeof multipleOf === 'bigint') && multipleOf > 0;
  return isRight ? { multipleOf } : reading.unchecked('multipleOf', 'it is no number above 0');
}
