import { expect, test } from 'vitest';
import { found } from './schemas.js';

/** As JSON text, since a literal would set the prototype. */
const read = (text: string): object => JSON.parse(text) as object;

test.each<[schema: string, valid: string[], invalid: string[]]>([
  ['{"properties":{"__proto__":{"type":"integer"}}}', ['{"__proto__":1}', '{}'], ['{"__proto__":"x"}']],
  ['{"required":["__proto__"]}', ['{"__proto__":1}'], ['{}']],
  ['{"properties":{"__proto__":{}},"additionalProperties":false}', ['{"__proto__":1}'], ['{"a":1}']],
  ['{"additionalProperties":false}', ['{}'], ['{"__proto__":1}', '{"constructor":1}']],
  ['{"dependentRequired":{"__proto__":["a"]}}', ['{}', '{"__proto__":1,"a":1}'], ['{"__proto__":1}']],
  ['{"dependentSchemas":{"__proto__":{"required":["a"]}}}', ['{}', '{"__proto__":1,"a":1}'], ['{"__proto__":1}']],
  ['{"propertyNames":{"maxLength":3}}', ['{"abc":1}'], ['{"__proto__":1}']],
  ['{"required":["constructor","toString"]}', ['{"constructor":1,"toString":1}'], ['{}', '{"constructor":1}']],
  ['{"properties":{"constructor":{"type":"integer"}}}', ['{}', '{"constructor":1}'], ['{"constructor":"x"}']],
  ['{"const":{"__proto__":1}}', ['{"__proto__":1}'], ['{}', '{"__proto__":2}']],
  [
    '{"properties":{"$ref":{"type":"integer"},"$id":{"type":"integer"},"enum":{"type":"integer"}}}',
    ['{"$ref":1,"$id":1}'],
    ['{"$ref":"x"}', '{"$id":"x"}', '{"enum":"x"}'],
  ],
])('names mean themselves in %s', (schema, valid, invalid) => {
  for (const text of valid) expect([text, found(read(schema), read(text))]).toEqual([text, []]);
  for (const text of invalid) expect([text, found(read(schema), read(text))]).not.toEqual([text, []]);
});
