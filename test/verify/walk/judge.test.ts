import { expect, it } from 'vitest';
import { judge, type Verdict } from '../../../src/verify/walk/judge.js';
import { stepOf } from '../described.js';

const warned = { description: 'Yes', content: { 'application/json': { schema: { type: 'integer' } } } };
/** No part of it is checked here. */
const unread = { description: 'Yes', content: { 'application/xml': { schema: { type: 'object', properties: {} } } } };
const afterTheEnd = 'bytes follow the end of the response (RFC 9112, section 6.3).';
const json = { 'content-type': 'application/json' };
const fine: Verdict = { kind: 'as documented', warnings: [] };
const differs = (...reasons: string[]): Verdict => ({ kind: 'differs', reasons, warnings: [] });

it.each<[responses: object, status: number, headers: Record<string, string>, body: string, extraBytes: boolean, Verdict]>([
  [{ 204: { description: 'Done' } }, 204, {}, '', false, fine],
  [{ 204: { description: 'Done' } }, 204, {}, '', true, differs(afterTheEnd)],
  [{ '2XX': { description: 'Done' } }, 299, {}, '', false, fine],
  [{ 200: warned }, 200, json, '1', false, fine],
  [{ 200: warned }, 200, json, '"a"', false, differs('body must be integer.')],
  [
    { 200: warned },
    200,
    json,
    '\ufeff1',
    false,
    { kind: 'as documented', warnings: ['body begins with a byte order mark (RFC 8259, section 8.1).'] },
  ],
  [
    { 200: warned },
    200,
    json,
    '\ufeff"a"',
    true,
    {
      kind: 'differs',
      reasons: ['body must be integer.', afterTheEnd],
      warnings: ['body begins with a byte order mark (RFC 8259, section 8.1).'],
    },
  ],
  [{ 204: { description: 'A' }, 400: { description: 'B' } }, 400, {}, '', false, differs('status 400 instead of 204.')],
  [{ 204: { description: 'A' }, 304: { description: 'B' } }, 304, {}, '', false, differs('status 304 instead of 204.')],
  ...[300, 399].map((status): [object, number, Record<string, string>, string, boolean, Verdict] => [
    { 204: { description: 'A' }, [status]: { description: 'B' } },
    status,
    { location: '/' },
    '',
    false,
    differs(`status ${status} instead of 204: a redirect.`),
  ]),
  ...[299, 400].map((status): [object, number, Record<string, string>, string, boolean, Verdict] => [
    { 204: { description: 'A' }, [status]: { description: 'B' } },
    status,
    { location: '/' },
    '',
    false,
    differs(`status ${status} instead of 204.`),
  ]),
])('a response of %j that is %i %j %j, extra bytes %s', async (responses, status, headers, text, extraBytes, verdict) => {
  const body = Buffer.from(text);
  const step = stepOf('get', { responses });
  const received = { status, headers, setCookies: [], repeated: [], body, extraBytes, reused: false };
  expect(await judge(step, received)).toEqual(verdict);
});

it('what cannot be checked is said to be so', async () => {
  const headers = { 'content-type': 'application/xml' };
  const received = { status: 200, headers, setCookies: [], repeated: [], body: undefined, extraBytes: false, reused: false };
  const verdict = await judge(stepOf('get', { responses: { 200: unread } }), received);
  expect(verdict).toEqual({
    kind: 'left out',
    because: 'not checked',
    reason: expect.stringMatching(/^body could not be validated: /) as string,
  });
  const both = await judge(stepOf('get', { responses: { 200: unread } }), { ...received, extraBytes: true });
  expect(both).toEqual({
    kind: 'differs',
    reasons: [afterTheEnd],
    warnings: [expect.stringMatching(/^body could not be validated: /) as string],
  });
});
