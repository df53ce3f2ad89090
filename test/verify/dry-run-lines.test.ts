import { expect, it } from 'vitest';
import { dryRunLines, shownAs } from '../../src/verify/dry-run-lines.js';
import { stepOf } from './described.js';

it('a request that is not sent is shown with its query, its headers and the lines of its body', () => {
  const step = stepOf('get', { responses: { 204: { description: 'Done' } } });
  const request = {
    ...{ operationId: 'a', method: 'GET', server: 'http://h', url: 'http://h/a', search: '', parameters: [], token: undefined },
    query: [
      ['x', '1'],
      ['y', 'a b'],
      ['z', ''],
    ] as Array<[string, string]>,
    headers: [['X-A', 'b']] as Array<[string, string]>,
    body: { contentType: 'text/plain', text: 'one\ntwo', json: undefined },
    successWithBody: undefined,
  };
  const title = '204 No Content (valid request)';
  expect(dryRunLines({ step, request })).toEqual([
    `  ${title}`,
    '      GET http://h/a?x=1&y=a b&z=',
    ...['      X-A: b', '      one', '      two'],
  ]);
  expect(dryRunLines({ step, request: { ...request, query: [], headers: [], body: undefined } })).toEqual([
    `  ${title}`,
    '      GET http://h/a',
  ]);
  expect(dryRunLines({ step, verdict: { kind: 'left out', because: 'skipped', reason: 'u.' } })).toEqual([
    `  - ${title} left out: u.`,
  ]);
});

it('values are shown by their names', () => {
  const skip = new Map([['a', 'b']]);
  const values = { replace: new Map([['x', 'secret']]), credentials: new Map([['key', 'secret']]), skip };
  expect(shownAs(values)).toEqual({
    replace: new Map([['x', '<value for x>']]),
    credentials: new Map([['key', '<key>']]),
    skip,
  });
});
