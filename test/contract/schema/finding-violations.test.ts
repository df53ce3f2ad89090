import { expect, test } from 'vitest';
import { findingViolations } from '../../../src/contract/schema/finding-violations.js';
import type { SchemaFinding } from '../../../src/contract/schema/schemas.js';

test('a finding names its place, with no name that may be a value of the message', () => {
  const findings: SchemaFinding[] = [
    { kind: 'violation', path: ['known', '12', 'a1', '1a', 'secret'], keyword: 'type', message: 'must be string.' },
    { kind: 'not checked', path: ['known'], reason: 'the reference points to nothing.' },
  ];
  const messages = (isShown?: (name: string) => boolean): string[] =>
    findingViolations(findings, ['body', 'part'], isShown).map(
      ({ path, rule, message }) => `${path.join('.')} | ${rule} | ${message}`,
    );
  expect(messages((name) => name === 'known')).toEqual([
    'body.part.known.12.*.*.* | type | body.part.known.12.*.*.* must be string.',
    'body.part.known | unchecked | body.part.known could not be validated: the reference points to nothing.',
  ]);
  expect(messages()[0]).toContain('body.part.known.12.a1.1a.secret must be string.');
});
