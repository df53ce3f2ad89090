import { expect, test } from 'vitest';
import { problem } from '../../../src/contract/message/response.js';
import {
  errorsOf,
  mediaTypeRules,
  prismViolations,
  securityRule,
  shownViolations,
  unchecked,
  violation,
  warning,
} from '../../../src/contract/message/violation.js';

const path = ['body', 'a'];

test('a violation names its place, and a warning is no error', () => {
  const found = [violation(path, 'type', 'must be string.'), warning(path, 'form', 'is odd.'), unchecked(path, 'it is large.')];
  expect(found).toEqual([
    { path, rule: 'type', message: 'body.a must be string.', severity: 'Error' },
    { path, rule: 'form', message: 'body.a is odd.', severity: 'Warning' },
    { path, rule: 'unchecked', message: 'body.a could not be validated: it is large.', severity: 'Warning' },
  ]);
  expect(errorsOf(found)).toEqual(found.slice(0, 1));
  expect(shownViolations(found.slice(0, 1))).toEqual([{ location: 'body.a', rule: 'type', message: 'body.a must be string.' }]);
  expect(prismViolations('response', found.slice(1, 2))).toEqual([
    { location: ['response', 'body', 'a'], severity: 'Warning', code: 'form', message: 'body.a is odd.' },
  ]);
});

test('the rules that change the status', () => {
  expect([securityRule, ...mediaTypeRules]).toEqual(['security', 'media-type', 'charset', 'content-encoding']);
});

test('a response names at most a hundred violations', () => {
  const found = (count: number): Array<[shown: number, inHeader: number]> => {
    const violations = Array.from({ length: count }, () => violation(['body'], 'type', 'must be string.'));
    return [[shownViolations(violations).length, prismViolations('request', violations).length]];
  };
  expect([99, 100, 101].flatMap(found)).toEqual([
    [99, 99],
    [100, 100],
    [100, 100],
  ]);
});

test('a problem has the title of its status, and its media type is that of all problems', () => {
  const { body, ...rest } = problem(404, 'No.', { more: 1 }, { 'content-type': 'text/plain', allow: 'GET' });
  expect(rest).toEqual({
    ...{ status: 404, headers: { allow: 'GET', 'content-type': 'application/problem+json' } },
    explains: true,
  });
  const read = (text: unknown): unknown => JSON.parse(String(text));
  expect(read(body)).toEqual({ type: 'about:blank', title: 'Not Found', status: 404, detail: 'No.', more: 1 });
  expect(read(problem(599, 'No.').body)).toMatchObject({ title: 'Unknown', status: 599 });
});
