import type { Json } from '../../../description/json-value.js';
import { holdsBigint } from '../validate/exact-numbers.js';
import { canonical } from '../validate/unique-items.js';
import type { Reading } from './reading.js';

const types = new Set<unknown>(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);

/** `type`, `nullable`, `enum`, `const`. */
export function rewriteValues(reading: Reading): Json[] {
  const { schema } = reading;
  const isNullable = reading.dialect.nullable && schema.nullable === true;
  const isTyped = schema.type !== undefined;
  if (schema.nullable === true && !reading.dialect.nullable)
    reading.note('nullable', 'has no effect since OpenAPI 3.1: write "null" among the types');
  if (isNullable && !isTyped) reading.note('nullable', 'has no effect without "type" (OpenAPI 3.0.3, Schema Object)');
  if (isNullable && Array.isArray(schema.enum) && !schema.enum.includes(null))
    reading.note('nullable', 'has no effect where "enum" does not list null (OpenAPI 3.0.3, Schema Object)');
  return [
    ...(isTyped ? [rewriteType(reading, isNullable === true)] : []),
    ...('enum' in schema ? [rewriteEnum(reading)] : []),
    ...('const' in schema ? [valuesKeyword('const', [schema.const]) ?? { const: schema.const }] : []),
  ];
}

function rewriteType(reading: Reading, isNullable: boolean): Json {
  const { type } = reading.schema;
  const all: unknown[] = Array.isArray(type) ? type : [type];
  const unknown = all.find((one) => !types.has(one));
  if (unknown !== undefined) return reading.unchecked('type', `${JSON.stringify(unknown)} is no type of JSON Schema`);
  if (all.length === 0) return reading.unchecked('type', 'it lists no type');
  const distinct = [...new Set(isNullable ? [...all, 'null'] : all)];
  return { type: distinct.length === 1 ? distinct[0] : distinct };
}

function rewriteEnum(reading: Reading): Json {
  const { enum: values } = reading.schema;
  if (!Array.isArray(values)) return reading.unchecked('enum', 'it is no list');
  // Ajv cannot compile an empty list. No value equals this one.
  if (values.length === 0) return { enum: [{ none: Symbol('none') }] };
  const texts = values.map(canonical);
  const twice = texts.find((text, index) => texts.indexOf(text) < index && texts.length < 1000);
  if (twice !== undefined) reading.note('enum', `the value ${twice.slice(0, 80)} is in it twice`);
  return valuesKeyword('enum', values) ?? { enum: values };
}

/** Our own keyword for integers that a double cannot represent, which Ajv does not support. */
function valuesKeyword(keyword: string, values: unknown[]): Json | undefined {
  return holdsBigint(values) ? { largeValues: { keyword, values } } : undefined;
}
