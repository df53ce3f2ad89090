import { expect, it } from 'vitest';
import type { Verdict } from '../../../src/verify/walk/judge.js';
import { judgeProbe } from '../../../src/verify/probes/judge-probe.js';
import type { Expectation } from '../../../src/verify/probes/probe.js';
import { operationOf } from '../described.js';

const refusal: Expectation = { kind: 'refusal', why: 'query.a is missing' };
const named: Expectation = { ...refusal, status: '401' };
const noMethod: Expectation = { kind: 'no such method', methods: ['GET', 'PUT'] };
const any: Expectation = { kind: 'any documented' };
const noError: Expectation = { kind: 'no server error' };
const once: Expectation = { kind: 'success', response: '204', mayBeDone: false };
const changing: Expectation = { kind: 'success', response: '204', mayBeDone: true };

const undocumented = (status: number, documented: string): string =>
  `status ${status} is not documented for this operation (documented: ${documented}).`;
const [plain, refusing] = [['204'], ['204', '400']];
const right: string[] = [];

/** The reasons of a verdict that differs. */
const reasonsOf = (verdict: Verdict): string[] => ('reasons' in verdict ? verdict.reasons : []);

it.each<[expected: Expectation, documented: string[], status: number, reasons: string[], headers?: Record<string, string>]>([
  [refusal, refusing, 400, right],
  [refusal, refusing, 399, ['status 399 accepted a request that is not valid: query.a is missing.']],
  [refusal, refusing, 204, ['status 204 accepted a request that is not valid: query.a is missing.']],
  [refusal, refusing, 409, [undocumented(409, '204, 400')]],
  [refusal, refusing, 413, [undocumented(413, '204, 400')]],
  [refusal, refusing, 500, ['status 500: the request is to be refused with a documented 4xx, since query.a is missing.']],
  // Where no refusal is documented, each is taken.
  [refusal, plain, 400, right],
  [refusal, plain, 499, right],
  [refusal, plain, 399, ['status 399 accepted a request that is not valid: query.a is missing.']],
  [refusal, plain, 500, ['status 500: the request is to be refused with a documented 4xx, since query.a is missing.']],
  [refusal, ['204', '404'], 404, right],
  [refusal, ['204', '404'], 409, right],
  [refusal, ['204', '422'], 400, [undocumented(400, '204, 422')]],
  [refusal, ['204', '4xx'], 400, right],
  [refusal, ['204', 'default'], 400, right],
  [named, ['204', '401'], 401, ['header.www-authenticate is missing: a 401 carries a challenge (RFC 9110, section 11.6.1).']],
  [named, ['204', '401'], 401, right, { 'www-authenticate': 'Basic realm="a"' }],
  [named, ['204', '401', '403'], 403, ['status 403 instead of 401: query.a is missing.']],
  [named, ['204', '401'], 403, ['status 403 instead of 401: query.a is missing.']],

  [noMethod, plain, 405, right, { allow: 'GET, PUT' }],
  [noMethod, plain, 405, right, { allow: 'POST,PUT ,GET' }],
  [noMethod, plain, 405, ['header.allow does not name GET, PUT (RFC 9110, section 15.5.6).'], { allow: '' }],
  [noMethod, plain, 405, ['header.allow does not name PUT (RFC 9110, section 15.5.6).'], { allow: 'GET, PUTS' }],
  [noMethod, plain, 405, ['header.allow is missing: a 405 names the methods (RFC 9110, section 15.5.6).']],
  [noMethod, plain, 204, ['status 204 instead of 405: the path has no such method.'], { allow: 'GET, PUT' }],

  [any, plain, 204, right],
  [any, plain, 400, [undocumented(400, '204')]],
  [any, refusing, 400, right],
  [any, plain, 413, right],
  [any, plain, 414, right],
  [any, plain, 431, right],
  [any, plain, 499, [undocumented(499, '204')]],
  [any, plain, 500, ['status 500: a server error for a request that is well-formed.']],

  [noError, plain, 200, right],
  [noError, plain, 499, right],
  [noError, plain, 500, ['status 500: a server error.']],

  [once, plain, 204, right],
  [once, ['204', '404'], 404, ['status 404 instead of 204.']],
  [changing, plain, 204, right],
  ...[404, 409, 410, 412].flatMap((status): Array<[Expectation, string[], number, string[]]> => [
    [changing, ['204', String(status)], status, right],
    [changing, plain, status, [`status ${status} instead of 204.`]],
  ]),
  [changing, ['204', '4XX'], 404, right],
  [changing, refusing, 400, ['status 400 instead of 204.']],
])(
  'a probe that expects %j of the responses %j is told of %i: %j',
  async (expected, documented, status, reasons, headers = {}) => {
    const responses = Object.fromEntries(documented.map((key) => [key, { description: 'Yes' }]));
    const credential = { type: 'http', scheme: 'basic' };
    const operation = operationOf(
      'get',
      { responses, ...(documented.includes('401') && { security: [{ key: [] }] }) },
      { components: { securitySchemes: { key: credential } } },
    );
    const response = { status, headers, setCookies: [], repeated: [], body: new Uint8Array(), extraBytes: false, reused: false };
    const probe = { operation, name: 'x', request: undefined as never, expected };
    const verdict = await judgeProbe(probe, response);
    expect([verdict.kind, reasonsOf(verdict)]).toEqual([reasons.length > 0 ? 'differs' : 'as documented', reasons]);
    const afterEnd = await judgeProbe(probe, { ...response, extraBytes: true });
    expect(reasonsOf(afterEnd)).toEqual([...reasons, 'bytes follow the end of the response (RFC 9112, section 6.3).']);
  },
);

it('what a tolerated refusal does otherwise is a warning, and so is what a documented response should have', async () => {
  const responses = { 204: { description: 'Yes', headers: { 'X-A': { schema: { type: 'integer' } } } } };
  const operation = operationOf('get', { responses });
  const head = { setCookies: [], repeated: [], extraBytes: false, reused: false };
  const judged = (status: number, headers: Record<string, string>, expected: Expectation): Promise<Verdict> =>
    judgeProbe(
      { operation, name: 'x', request: undefined as never, expected },
      { ...head, status, headers, body: new Uint8Array() },
    );
  expect(await judged(400, {}, refusal)).toEqual({ kind: 'as documented', warnings: [undocumented(400, '204')] });
  expect(await judged(204, { 'x-a': 'b' }, any)).toEqual({
    kind: 'differs',
    reasons: ['header.x-a must be integer.'],
    warnings: [],
  });
  const unread = { 200: { description: 'Yes', content: { 'application/xml': { schema: { type: 'object' } } } } };
  const body = Buffer.from('<a/>');
  const type = { 'content-type': 'application/xml' };
  const probe = { operation: operationOf('get', { responses: unread }), name: 'x', request: undefined as never, expected: any };
  const said = await judgeProbe(probe, { ...head, status: 200, headers: type, body });
  expect(said).toEqual({ kind: 'as documented', warnings: [] });
  const marked = { 200: { description: 'Yes', content: { 'application/json': { schema: {} } } } };
  const json = { ...head, status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from('\ufeff1') };
  expect(await judgeProbe({ ...probe, operation: operationOf('get', { responses: marked }) }, json)).toEqual({
    kind: 'as documented',
    warnings: ['body begins with a byte order mark (RFC 8259, section 8.1).'],
  });
  expect(await judged(200, { 'x-a': 'b' }, noError)).toEqual({ kind: 'as documented', warnings: [] });
});
