import { expect, test } from 'vitest';
import { core } from '../../src/build/redocly/openapi-core.js';
import { parseJsonObject } from '../../src/reading/parse-json.js';

test.each([
  '{}',
  '\n\t{ "a": [1, -0.5, 1e3, 12345678901234567890, true, null, "", { "b": {} }] }\n',
  String.raw`{ "é": "\"\u00e9\n\/ : {", "a:b": ["a: b"] }`,
  '{ "openapi": "3.1.0", "version": "1.0", "date": "2020-01-01", "no": "no", "~": "0x10" }',
  '{ "__proto__": { "a": 1 }, "<<": { "b": 2 }, "": 3 }',
])('%s is read as by the parser of YAML', (text) => {
  const value = parseJsonObject(text);
  expect(value).toBeDefined();
  expect(JSON.stringify(value)).toBe(JSON.stringify(core.parseYaml(text)));
});

test.each([
  ['a member twice', '{ "a": 1, "a": 2 }'],
  ['a member twice, further down, written in two ways', String.raw`{ "a": [{ "b": ":", "\u0062": 1 }] }`],
  ['too deep a value', `{ "a": ${'['.repeat(100)}${']'.repeat(100)} }`],
  ['a list', '[{ "a": 1 }]'],
  ['YAML in braces', '{ a: 1 }'],
  ['JSON that ends early', '{ "a": 1'],
  ['YAML in lines', 'a: 1'],
])('%s is left to the parser of YAML', (_, text) => {
  expect(parseJsonObject(text)).toBeUndefined();
});
