import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noValues, readValues, type Values } from '../../../src/verify/files/values-file.js';
import { temporaryDirectory } from '../../support/temporary-directory.js';

const environment = { SECRET: 's', EMPTY: '' };

test('no values are none', () => {
  expect(noValues).toEqual({ replace: new Map(), credentials: new Map(), skip: new Map() });
});

test.for<[text: string, values: Partial<Record<keyof Values, Record<string, string>>>]>([
  [
    'replace:\n  a: b\n  "7": 8\ncredentials:\n  Key: ${SECRET}-x\nskip:\n  op.404: no\n',
    {
      replace: { a: 'b', 7: '8' },
      credentials: { Key: 's-x' },
      skip: { 'op.404': 'no' },
    },
  ],
  ['replace:\nskip: {}', {}],
  ['{}', {}],
  [
    'skip: { a: "${EMPTY}${SECRET}, ${SECRET}", b: "$SECRET {SECRET} ${} ${NO-NAME}" }',
    {
      skip: { a: 's, s', b: '$SECRET {SECRET} ${} ${NO-NAME}' },
    },
  ],
])('the values %j are read', async ([text, values], context) => {
  const path = join(await temporaryDirectory(context), 'values.yaml');
  await writeFile(path, text);
  const { replace = {}, credentials = {}, skip = {} } = values;
  const mapped = { replace, credentials, skip };
  const expected = Object.entries(mapped).map(([section, of]) => [section, new Map(Object.entries(of))] as const);
  expect(await readValues(path, environment)).toEqual(Object.fromEntries(expected));
});

test.for([
  ['credentials: { Key: "${NOT_SET}" }', 'The environment variable NOT_SET, which ./values.yaml names, is not set: set it.'],
  ['replaces: {}', './values.yaml has a section "replaces": give only replace, credentials, skip.'],
  ['replace: [a]', '"replace" in ./values.yaml is no list of names and values: write "name: value".'],
  ['skip: op', '"skip" in ./values.yaml is no list of names and values: write "name: value".'],
  ['replace: { a: { b: c } }', '"replace: a" in ./values.yaml is no text: write it in quotes.'],
  ['credentials: { a: true }', '"credentials: a" in ./values.yaml is no text: write it in quotes.'],
  ['replace: {', 'The file ./values.yaml is not valid YAML or JSON (line 1): correct it.'],
] as const)('the values %j are refused in one sentence', async ([text, sentence], context) => {
  const folder = await temporaryDirectory(context);
  await writeFile(join(folder, 'values.yaml'), text);
  const said = await readValues(join(folder, 'values.yaml'), environment).then(() => 'none', String);
  expect(said.replace(folder, '.')).toBe(`InputError: ${sentence}`);
});

test('variables are those of the process', async (context) => {
  const path = join(await temporaryDirectory(context), 'values.json');
  await writeFile(path, '{ "skip": { "a": "${PATH}" } }');
  expect((await readValues(path)).skip.get('a')).toBe(process.env.PATH);
});
