import { expect, it } from 'vitest';
import { readFlags } from '../../src/mock/read-flags.js';

it.each([
  [['--port', 'four'], 'Invalid --port "four": use 0–65535 (0 = any free port).'],
  [['--port', '65536'], 'Invalid --port "65536": use 0–65535 (0 = any free port).'],
  [['--delay', 'long'], 'Invalid --delay "long": use 0–999999 milliseconds.'],
  [['--delay=-1'], 'Invalid --delay "-1": use 0–999999 milliseconds.'],
  [['--json-schema-faker-fillProperties', 'maybe'], 'Invalid --json-schema-faker-fillProperties "maybe": use true or false.'],
  [['--verbose', '--silent'], '--verbose and --silent exclude each other: use one of them.'],
  [['--cors', '--no-cors'], '--cors and --no-cors exclude each other: use one of them.'],
  [
    ['--upstream', 'http://127.0.0.1:9', '--dynamic'],
    '--upstream and --dynamic exclude each other: the server makes the responses.',
  ],
  [['openapi.yaml', '--description', 'other.yaml'], 'The document was given twice: use either the argument or --description.'],
])('refuses %s in one sentence', (args, message) => {
  expect(() => readFlags(args)).toThrow(message);
});

it.each([
  [['--delay', '-1'], /^Option --delay argument is ambiguous\. Usage: password-reset-mock /],
  [['--port'], /^Option -p, --port <value> argument missing\. Usage: password-reset-mock /],
  [['openapi.yaml', 'other.yaml'], /^Unexpected argument 'other\.yaml'\. Usage: password-reset-mock /],
])('refuses %s and shows how to call the command', (args, message) => {
  expect(() => readFlags(args)).toThrow(message);
});

it.each([
  [['--json-schema-faker-fillProperties', 'false'], { generator: { fillProperties: false } }],
  [['--ignoreExamples'], { ignoreExamples: true }],
  [['--ignore-examples'], { ignoreExamples: true }],
  [
    ['a.yaml', '-p', '1', '-h', '::1', '-d', '--errors', '--seed', 'x', '--no-cors'],
    { description: 'a.yaml', port: 1, host: '::1', dynamic: true, errors: true, seed: 'x', cors: false },
  ],
] as Array<[string[], object]>)('the flags %s are read as Prism reads them', (flags, options) => {
  expect(readFlags(flags)).toMatchObject({ options });
});
