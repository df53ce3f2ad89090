import { expect, it } from 'vitest';
import { groupedPrinter, isKept, probeLines, resultLines, summaryLines, testCases } from '../../src/verify/report.js';
import type { Verdict } from '../../src/verify/walk/judge.js';
import type { Step } from '../../src/verify/walk/plan.js';
import type { ProbeResult } from '../../src/verify/probes/probe.js';
import type { StepResult } from '../../src/verify/walk/walk.js';
import { operationOf, stepOf } from './described.js';

const operation = operationOf('get', { responses: { 204: { description: 'Done' } } });
const verdicts = {
  right: { kind: 'as documented', warnings: [] },
  warned: { kind: 'as documented', warnings: ['w.'] },
  different: { kind: 'differs', reasons: ['r.', 's.'], warnings: ['w.'] },
  untriggered: { kind: 'not triggered', reason: 't.' },
  skipped: { kind: 'left out', because: 'skipped', reason: 'u.' },
  unconfirmed: { kind: 'left out', because: 'not confirmed', reason: 'u.' },
  mocked: { kind: 'left out', because: 'only a mock', reason: 'u.' },
  exampleless: { kind: 'left out', because: 'no means', reason: 'u.' },
  unchecked: { kind: 'left out', because: 'not checked', reason: 'u.' },
} satisfies Record<string, Verdict>;
type Named = keyof typeof verdicts;

const resultOf = (name: Named, step: Step = stepOf('get', { responses: { 204: { description: 'Done' } } })): StepResult => ({
  step,
  verdict: verdicts[name],
  milliseconds: 12.6,
});
const probeOf = (name: Named): ProbeResult => ({
  probe: { operation, name: 'query a missing' },
  verdict: verdicts[name],
  milliseconds: 12.6,
});

it.each<[Named, string[], object]>([
  ['right', ['✓ T 13 ms'], {}],
  ['warned', ['✓ T 13 ms', '    warning: w.'], {}],
  ['different', ['✗ T 13 ms', '    r.', '    s.', '    warning: w.'], { failures: ['r.', 's.'] }],
  ['untriggered', ['✗ T not triggered: t.'], { failures: ['not triggered: t.'] }],
  ['skipped', ['- T left out: u.'], { skipped: 'u.' }],
  ['mocked', ['- T left out: u.'], { skipped: 'u.' }],
  ['unchecked', ['- T not checked: u.'], { skipped: 'u.' }],
])('a verdict that is %s is printed and written', (name, lines, fields) => {
  const titled = (title: string): string[] => lines.map((line) => `  ${line.replace('T', title)}`);
  expect(resultLines(resultOf(name))).toEqual(titled('204 No Content (valid request)'));
  expect(probeLines(probeOf(name))).toEqual(titled('query a missing'));
  const shared = { group: 'a', milliseconds: 12.6, ...fields };
  expect(testCases([resultOf(name)], [probeOf(name)])).toStrictEqual([
    { ...shared, name: '204 No Content (valid request)' },
    { ...shared, name: 'query a missing' },
  ]);
});

it.each([
  ['200', { description: 'Yes' }, '200 OK (valid request)'],
  ['200', { description: 'Yes', 'x-summary': 'Found' }, '200 Found (valid request)'],
  ['2XX', { description: 'Yes' }, '2XX (valid request)'],
])('the response %s with %j is called %s', (status, response, title) => {
  const step = stepOf('get', { responses: { [status]: response } });
  expect(resultLines(resultOf('right', step))).toEqual([`  ✓ ${title} 13 ms`]);
  const elsewhere = { ...step, trigger: { ...step.trigger, response: '299' } };
  expect(resultLines(resultOf('right', elsewhere))).toEqual(['  ✓ 299 (valid request) 13 ms']);
});

it.each<[Named[], Named[], string[]]>([
  [['right', 'warned'], [], ['2 of 2 as documented, 0 different, 0 not triggered by the server, 0 left out.']],
  [[], [], ['0 of 0 as documented, 0 different, 0 not triggered by the server, 0 left out.']],
  [
    ['skipped', 'different', 'untriggered', 'unconfirmed', 'right', 'unchecked', 'skipped', 'mocked', 'exampleless'],
    [],
    [
      '1 of 9 as documented, 1 different, 1 not triggered by the server, 6 left out:',
      '  2 skipped by the values file.',
      '  1 not confirmed.',
      '  1 that came and could not be checked; --require-all fails on them.',
      '  1 that only a mock can be asked for; --require-all fails on them.',
      '  1 that the description gives no request for; --require-all fails on them.',
    ],
  ],
  [
    ['right'],
    ['right', 'different', 'right'],
    [
      '1 of 1 as documented, 0 different, 0 not triggered by the server, 0 left out.',
      'Of 3 further requests 2 got a response that they may get, 1 did not.',
    ],
  ],
  [
    ['skipped', 'mocked'],
    [],
    [
      '0 of 2 as documented, 0 different, 0 not triggered by the server, 2 left out:',
      '  1 skipped by the values file.',
      '  1 that only a mock can be asked for; --require-all fails on them.',
      'Nothing was asked of the server: that is no success.',
    ],
  ],
])('%j with the probes %j are summed up', (names, probes, lines) => {
  expect(
    summaryLines(
      names.map((name) => resultOf(name)),
      probes.map(probeOf),
    ),
  ).toEqual(lines);
});

it.each<[steps: Named[], probes: Named[], kept: boolean, keptWhereAllIsRequired: boolean]>([
  [[], [], true, true],
  [['right', 'warned'], ['warned'], true, true],
  [['different', 'right'], [], false, false],
  [['untriggered', 'right'], [], false, false],
  [['right'], ['different'], false, false],
  [['skipped'], [], true, true],
  [['skipped', 'right'], [], true, true],
  [['unconfirmed', 'right'], [], true, false],
  [['unconfirmed'], [], true, false],
  [['unchecked'], [], true, false],
  [['mocked', 'right'], [], true, false],
  [['exampleless', 'right'], [], true, false],
  // Nothing was asked of the server.
  [['mocked'], [], false, false],
  [['exampleless', 'skipped'], [], false, false],
  [['exampleless', 'mocked'], [], false, false],
])('with steps that are %j and probes that are %j the contract is kept: %s, and where all is required: %s', (...row) => {
  const [steps, probes, kept, keptWhereAllIsRequired] = row;
  const all = [steps.map((name) => resultOf(name)), probes.map(probeOf)] as const;
  expect([isKept(...all, false), isKept(...all, true)]).toEqual([kept, keptWhereAllIsRequired]);
});

it('a heading is printed where the operation changes', () => {
  const lines: string[] = [];
  const print = groupedPrinter((text) => lines.push(text));
  const other = operationOf('post', { operationId: 'b', responses: {} });
  for (const { documented } of [operation, operation, other]) print(documented, ['x', 'y']);
  expect(lines).toEqual(['\na: GET /a', 'x\ny', 'x\ny', '\nb: POST /a', 'x\ny']);
});
