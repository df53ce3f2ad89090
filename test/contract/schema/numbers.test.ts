import { expect, test } from 'vitest';
import { readJson } from '../../../src/contract/message/json.js';
import { found } from './schemas.js';

test.each<[schema: object, valid: string[], invalid: string[]]>([
  [{ type: 'integer' }, ['9007199254740993', '-123456789012345678901234567890', '1e400'], ['"9007199254740993"']],
  [{ type: 'string' }, [], ['9007199254740993']],
  [
    { type: 'integer', format: 'int64' },
    ['9223372036854775807', '-9223372036854775808'],
    ['9223372036854775808', '-9223372036854775809'],
  ],
  [{ type: 'integer', format: 'uint64' }, ['18446744073709551615'], ['18446744073709551616', '-1']],
  [{ type: 'integer', format: 'int32' }, ['2147483647'], ['2147483648', '9007199254740993', '1.5']],
  [{ maximum: 9007199254740992 }, ['9007199254740992'], ['9007199254740993']],
  [{ exclusiveMinimum: 9007199254740992 }, ['9007199254740993'], ['9007199254740992']],
  [{ maximum: 10 }, ['-9007199254740993'], ['9007199254740993']],
  [{ minimum: 9007199254740993n }, ['9007199254740993', '1e300'], ['9007199254740992', '1']],
  [{ exclusiveMaximum: 9007199254740993n }, ['9007199254740992', '1.5'], ['9007199254740993', '9007199254740994']],
  [{ const: 9007199254740993n }, ['9007199254740993'], ['9007199254740992', '"9007199254740993"']],
  [{ enum: [9007199254740993n, 'a', null] }, ['9007199254740993', '"a"', 'null'], ['9007199254740992', '1']],
  [{ items: { const: { a: 9007199254740993n } } }, ['[{"a":9007199254740993}]'], ['[{"a":9007199254740992}]', '[{}]', '[1]']],
  [{ multipleOf: 9007199254740993n }, ['18014398509481986', '0'], ['9007199254740992', '3']],
  [{ multipleOf: 2 }, ['9007199254740994'], ['9007199254740993']],
  [{ multipleOf: 0.01 }, ['1e22', '19.99', '-1', '9007199254740993'], ['0.005']],
  [
    { items: { type: 'integer' }, uniqueItems: true },
    ['[9007199254740993,9007199254740992]'],
    ['[9007199254740993,9007199254740993]'],
  ],
  [{ additionalProperties: { multipleOf: 3 } }, ['{"a":9007199254740993,"b":3}'], ['{"a":9007199254740994}']],
])('numbers are held to %o by their digits', (schema, valid, invalid) => {
  for (const text of valid) expect([text, found(schema, readJson(text))]).toEqual([text, []]);
  for (const text of invalid) expect([text, found(schema, readJson(text))]).not.toEqual([text, []]);
});

test.each([
  ['time', ['10:00:00Z', '10:00:00+02:00', '10:00:00.5Z'], ['10:00:00', '25:00:00Z']],
  ['date-time', ['2020-01-01T00:00:00Z', '2016-12-31T23:59:60Z'], ['2020-01-01T00:00:00', '2020-02-30T00:00:00Z']],
  ['duration', ['P1D', 'PT1H30M', 'P2W'], ['1D', 'P', 'PT']],
  ['email', ['a@example.com'], ['a']],
  ['uuid', ['123e4567-e89b-12d3-a456-426614174000'], ['123']],
  ['url', ['https://example.com/a'], ['a b']],
  ['byte', ['YQ=='], ['Y']],
  ['an-unknown-format', ['x', ''], []],
  ['toString', ['x'], []],
])('texts of the format %s', (format, valid, invalid) => {
  for (const text of valid) expect([text, found({ format }, text)]).toEqual([text, []]);
  for (const text of invalid) expect([text, found({ format }, text)]).not.toEqual([text, []]);
  expect(found({ format }, {})).toEqual([]);
});
