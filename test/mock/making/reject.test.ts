import { expect, test } from 'vitest';
import { violation, type Violation } from '../../../src/contract/message/violation.js';
import { rejection } from '../../../src/mock/making/reject.js';
import type { MeasuredRequest, SourcedResponse } from '../../../src/mock/making/response-source.js';

const withBody = { content: { 'application/json': {} } };

/** A request to an operation with these responses, of which some have a body. */
function measured(statuses: string[]): MeasuredRequest {
  const responses = statuses.map((one) => ({
    status: one.replace('!', ''),
    response: one.endsWith('!') ? withBody : one.endsWith('?') ? { content: {} } : {},
  }));
  const operation = { challenge: 'Token realm="x"', documented: { responses } };
  return { operation, request: { headers: { accept: 'text/csv' } } } as unknown as MeasuredRequest;
}

const broken = (...rules: string[]): Violation[] => rules.map((rule) => violation(['body', rule], rule, 'is wrong.'));

/** What is made for a status: a response with the status, but for those that cannot be made with an Accept header. */
const make =
  (asked: object[], unacceptable: number[] = []) =>
  (status: number, measuredRequest?: MeasuredRequest): SourcedResponse => {
    asked.push({ status, headers: measuredRequest?.request.headers });
    const isMade = !unacceptable.includes(status) || (measuredRequest !== undefined && status < 500);
    return {
      scenario: 'kept',
      response: { status: isMade ? status : 406, headers: { 'x-a': '1' }, body: 'made' },
      violations: [],
    };
  };

test.each<[statuses: string[], rules: string[], status: number]>([
  [[], ['type'], 400],
  [['200'], ['type'], 400],
  [['400', '422'], ['type'], 422],
  [['400'], ['type'], 400],
  [['4XX'], ['type'], 400],
  [['422', '4XX'], ['type'], 422],
  [['default'], ['type'], 400],
  [['415', '422'], ['type'], 422],
  [['400'], ['type', 'media-type'], 400],
  [['400', '415', '422'], ['type', 'media-type'], 415],
  [['400', '422'], ['charset'], 422],
  [['4XX'], ['content-encoding'], 415],
  [[], ['media-type'], 415],
  [['400', '415', '422'], ['type', 'media-type', 'security'], 401],
  [['4XX'], ['security'], 401],
])('with the responses %j, a request that breaks %j gets %i', (statuses, rules, status) => {
  const asked: object[] = [];
  const { response, violations } = rejection(measured(statuses), broken(...rules), make(asked)) as SourcedResponse;
  expect([response.status, violations, asked]).toEqual([status, [], []]);
  expect(response.headers['www-authenticate']).toBe(status === 401 ? 'Token realm="x"' : undefined);
  const { detail, violations: named } = JSON.parse(String(response.body)) as {
    detail: string;
    violations: Array<{ rule: string }>;
  };
  expect(named.map(({ rule }) => rule)).toEqual(status === 401 ? ['security'] : rules);
  const more = named.length === 1 ? '' : ` (and ${named.length - 1} more, see "violations")`;
  expect(detail).toBe(`body.${named[0]?.rule} is wrong${more}.`);
});

test.each<[statuses: string[], rule: string, unacceptable: number[], sent: object, asked: number]>([
  [['400!'], 'type', [], { status: 400, headers: { 'x-a': '1' }, body: 'made' }, 1],
  [['401!'], 'security', [], { status: 401, headers: { 'x-a': '1', 'www-authenticate': 'Token realm="x"' }, body: 'made' }, 1],
  [['default!'], 'type', [], { status: 400, headers: { 'x-a': '1' }, body: 'made' }, 1],
  [['400', 'default!'], 'type', [], { status: 400 }, 0],
  [['400?'], 'type', [], { status: 400 }, 0],
  [['400!'], 'type', [400], { status: 400, headers: { 'x-a': '1' }, body: 'made' }, 2],
])('with the responses %j, that of %s is made', (statuses, rule, unacceptable, sent, count) => {
  const asked: Array<{ headers?: object }> = [];
  const found = rejection(measured(statuses), broken(rule), make(asked, unacceptable)) as SourcedResponse;
  expect(found.response).toMatchObject(sent);
  expect(found.scenario).toBe(count > 0 ? 'kept' : undefined);
  expect(asked.map(({ headers }) => headers)).toEqual([undefined, {}].slice(0, count));
});

test('a response that cannot be made at all is explained', () => {
  const never = (): SourcedResponse => ({ response: { status: 500, headers: {}, body: 'no' } });
  const { response } = rejection(measured(['400!']), broken('type'), never) as SourcedResponse;
  expect([response.status, response.explains]).toEqual([400, true]);
});
