import { expect, test } from 'vitest';
import { junitReport } from '../../../src/command/files/junit-report.js';

test('a case that passed, one that failed for two reasons and one that was not run', () => {
  const cases = [
    { group: 'a', name: 'one', milliseconds: 1500 },
    { group: 'a', name: '"two" & <more>', failures: ['first', 'second\u0000'] },
    { group: 'b', name: 'three', skipped: 'no means' },
    { group: 'b', name: 'three more' },
    { group: 'b', name: 'four', failures: ['before'], skipped: 'after' },
  ];
  expect(junitReport('suite', cases).split('\n')).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="suite" tests="5" failures="2" skipped="2" errors="0">',
    '  <testsuite name="suite" tests="5" failures="2" skipped="2" errors="0">',
    '    <testcase classname="a" name="one" time="1.500"></testcase>',
    '    <testcase classname="a" name="&#34;two&#34; &#38; &#60;more&#62;" time="0.000"><failure message="first">first',
    'second?</failure></testcase>',
    '    <testcase classname="b" name="three" time="0.000"><skipped message="no means"/></testcase>',
    '    <testcase classname="b" name="three more" time="0.000"></testcase>',
    '    <testcase classname="b" name="four" time="0.000"><failure message="before">before</failure><skipped message="after"/></testcase>',
    '  </testsuite>',
    '</testsuites>',
    '',
  ]);
});

test('a line break in an attribute stays one', () => {
  expect(junitReport('s', [{ group: 'g', name: 'a\nb' }])).toContain('name="a&#10;b"');
});
