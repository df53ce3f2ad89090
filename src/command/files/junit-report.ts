/** A test case in the XML that test runners and CI servers exchange (JUnit). */
export interface JUnitCase {
  /** The group that reports show it in; written as `classname`. */
  group: string;
  name: string;
  milliseconds?: number;
  /** The reasons why it failed. Absent or empty when it passed. */
  failures?: string[];
  /** The reason why it was not run. Absent when it was run. */
  skipped?: string;
}

/**
 * Writes test cases as JUnit XML, in one test suite.
 *
 * @param suite The name of the suite.
 */
export function junitReport(suite: string, cases: JUnitCase[]): string {
  const failed = cases.filter(({ failures = [] }) => failures.length > 0).length;
  const skipped = cases.filter((one) => one.skipped !== undefined).length;
  const counts = attributes({ name: suite, tests: cases.length, failures: failed, skipped, errors: 0 });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${counts}>`,
    `  <testsuite${counts}>`,
    ...cases.map(testCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase({ group, name, milliseconds = 0, failures = [], skipped }: JUnitCase): string {
  const [first] = failures;
  const inner = [
    ...(first === undefined ? [] : [`<failure${attributes({ message: first })}>${escaped(failures.join('\n'))}</failure>`]),
    ...(skipped === undefined ? [] : [`<skipped${attributes({ message: skipped })}/>`]),
  ].join('');
  return `    <testcase${attributes({ classname: group, name, time: (milliseconds / 1000).toFixed(3) })}>${inner}</testcase>`;
}

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('');
}

/** XML 1.0 does not allow most control characters, not even escaped (section 2.2). */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '?')
    .replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
