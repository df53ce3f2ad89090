import { expect, test } from 'vitest';
import { noOperation } from '../../../src/mock/service/no-operation.js';
import type { RouteMatch, Routed } from '../../../src/mock/service/routes.js';

const operations = [
  { method: 'GET', path: '/a/' },
  { method: 'POST', path: '/a/' },
];

interface Row {
  what: string;
  malformed?: 'path' | 'query';
  match?: RouteMatch<Routed>;
  problem: object;
  allow?: string;
}

test.each<Row>([
  {
    what: 'a broken path',
    malformed: 'path',
    match: { correctPath: '/a/' },
    problem: {
      status: 400,
      detail: 'The path has a broken percent-encoding: encode each "%" as "%25".',
      violations: [{ location: 'path', rule: 'encoding', message: 'path has a broken percent-encoding.' }],
    },
  },
  {
    what: 'a broken query',
    malformed: 'query',
    problem: {
      status: 400,
      detail: 'The query has a broken percent-encoding: encode each "%" as "%25".',
      violations: [{ location: 'query', rule: 'encoding', message: 'query has a broken percent-encoding.' }],
    },
  },
  {
    what: 'a path without its slash',
    match: { correctPath: '/a/' },
    problem: { status: 404, detail: 'Path not found. Did you mean /a/ (trailing slash)?', path: '/a/' },
  },
  {
    what: 'a path with a slash too much',
    match: { correctPath: '/a' },
    problem: { status: 404, detail: 'Path not found. Did you mean /a (no trailing slash)?', path: '/a' },
  },
  {
    what: 'another method',
    match: { methods: ['GET', 'POST'] },
    problem: { status: 405, detail: 'This path takes GET or POST, not PUT.', methods: ['GET', 'POST'] },
    allow: 'GET, HEAD, POST, OPTIONS',
  },
  {
    what: 'another method of a path that has OPTIONS',
    match: { methods: ['OPTIONS'] },
    problem: { status: 405, detail: 'This path takes OPTIONS, not PUT.', methods: ['OPTIONS'] },
    allow: 'OPTIONS',
  },
  {
    what: 'another path',
    problem: {
      status: 404,
      detail: 'Path not found. Available paths are listed in "operations".',
      operations: ['GET /a/', 'POST /a/'],
    },
  },
])('$what is told what is wrong, and what there is', ({ malformed, match, problem, allow }) => {
  const { status, headers, body } = noOperation({ method: 'PUT', malformed }, match, operations);
  const { type, title, ...members } = JSON.parse(String(body)) as Record<string, unknown>;
  expect([type, typeof title]).toEqual(['about:blank', 'string']);
  expect(members).toEqual({ status, ...problem });
  expect(headers).toEqual({ 'content-type': 'application/problem+json', ...(allow && { allow }) });
});

test('OPTIONS of a path says what it takes', () => {
  const match = { methods: ['GET'] };
  expect(noOperation({ method: 'OPTIONS', malformed: undefined }, match, operations)).toEqual({
    ...{ status: 204, headers: { allow: 'GET, HEAD, OPTIONS' } },
    body: undefined,
  });
});
