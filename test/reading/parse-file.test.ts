import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FileError } from '../../src/reading/file-error.js';
import { parseFile } from '../../src/reading/parse-file.js';
import { readYaml } from '../../src/reading/read-yaml.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

it.each<[text: string, value: unknown]>([
  ['{"a": 1}', { a: 1 }],
  [' \n\t["a"]', ['a']],
  // Members twice, comments and bare words are none of JSON, and numbers with many digits are none of a double.
  ['{a: b}', { a: 'b' }],
  ['{"a": 1, "a": 2}', { a: 2 }],
  ['  [{"a": 1, "a": 2}]', [{ a: 2 }]],
  ['{"a": 9223372036854775807}', { a: 9223372036854775807n }],
  ['a: 9223372036854775807', { a: 9223372036854775807n }],
  ['a: {"b": 1}', { a: { b: 1 } }],
  ['text', 'text'],
  // YAML asks for more indentation in brackets and braces.
  ['a: {\n  b: 1\n}\nc: 2', { a: { b: 1 }, c: 2 }],
  ['a:\n  b: [\n    1\n  ]\n  c: |\n    {\n    }', { a: { b: [1], c: '{\n}\n' } }],
  ['a: {\r\n"b": [\r\n{"c": 1}\r\n],\r\n"d": \'e\'\r\n}\r\n', { a: { b: [{ c: 1 }], d: 'e' } }],
  ['a: {\n\t"b": 1\n\t}', { a: { b: 1 } }],
  ['a:\n  -\t{b:\t[c]}\n  - d', { a: [{ b: ['c'] }, 'd'] }],
  ['a: {b: 1,\tc: [\t2 ,\t \t3],\td:\t"x\ty"}\ne: f', { a: { b: 1, c: [2, 3], d: 'x\ty' }, e: 'f' }],
])('%j is read', (text, value) => {
  expect(parseFile(text, 'a.yaml')).toEqual(value);
});

it.each([
  ['a: &x {}\nb: *x', ['a', 'b']],
  ['[&x {}, *x]', ['0', '1']],
  ['{a: &x {}, b: *x}', ['a', 'b']],
  ['[[&x {}], *x]', ['0', '1']],
  ['{a: 1,b: &x {},c: *x}', ['b', 'c']],
  ['- {a,&b c: 1}\n- &x {}\n- *x', ['1', '2']],
])('in %j no two parts are the same object', (text, names) => {
  const value = parseFile(text, 'a.yaml') as Record<string, unknown>;
  const [one, other] = names.map((name) => value[name]);
  expect(one).toEqual(text.startsWith('[[') ? [{}] : one);
  if (names.length > 0) expect(one).not.toBe(other);
});

it.each([
  ['a: [', 'Error parsing a.yaml: unexpected end of the stream within a flow collection at line 1, column 5.'],
  ['a: {\n  b: 1\n}\nc: [\n}', 'Error parsing a.yaml: deficient indentation at line 3, column 1.'],
  ['a: "b\nc: "', 'Error parsing a.yaml: deficient indentation at line 2, column 1.'],
  ['a: 1\nb: {', /^Error parsing a\.yaml: .* at line 2, column 5\.$/],
  [`a: ${'['.repeat(900)}`, 'It nests values too deeply.'],
  [`{"a": ${'['.repeat(501)}${']'.repeat(501)}}`, /nests values (too deeply|more than 500 levels deep)\.$/],
])('%j is refused', (text, message) => {
  const read = (): unknown => parseFile(text, 'a.yaml');
  expect(read).toThrow(message);
  expect(read).toThrow(FileError);
});

it('an error of a file has a name of its own', () => {
  const { name, isMissing, file } = new FileError('No.');
  expect([name, isMissing, file]).toEqual(['FileError', false, '']);
});

it.for<[text: string, says: string | object]>([
  ['a: 1', { a: 1 }],
  ['{"a": 1}', { a: 1 }],
  ['[1]', [1]],
  ['text', 'The file F holds no object: correct it.'],
  ['null', 'The file F holds no object: correct it.'],
  [`${'\n'.repeat(11)}a: {`, 'The file F is not valid YAML or JSON (line 12): correct it.'],
  [`a: ${'['.repeat(900)}`, 'The file F is not valid YAML or JSON: correct it.'],
])('a file that holds %j is read, or refused in one sentence', async ([text, says], context) => {
  const path = join(await temporaryDirectory(context), 'a.yaml');
  await writeFile(path, text);
  const found: unknown = await readYaml(path).catch((error: unknown) => (error as Error).message.replace(path, 'F'));
  expect(found).toEqual(says);
});

it('a file that is not there, and one that is a folder, are refused in one sentence', async (context) => {
  const folder = await temporaryDirectory(context);
  const said = (path: string): Promise<unknown> => readYaml(path).catch(String);
  expect(await said(join(folder, 'a'))).toBe(`InputError: There is no file ${join(folder, 'a')}: correct its path.`);
  expect(await said(folder)).toBe(`InputError: ${folder} is a folder: name a file in it.`);
});
