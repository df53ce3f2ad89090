import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { verified, type Respond } from './any-server.js';

const get = { operationId: 'list', responses: { 204: { description: 'Done' }, 404: { description: 'None' } } };
const put = { operationId: 'change', responses: { 204: { description: 'Done' } } };
const description = { info: { version: '1' }, paths: { '/a': { get, put } } };
const warning = 'Warning: info.title: The title is missing. The API is called "API".';
const fine: Respond = (request, server) => server.writeHead(request.method === 'PUT' ? 200 : 204).end();

/** The text without the times of the requests. */
const timeless = (text: string): string => text.replaceAll(/\d+ ms/g, 'N ms');

test('a check says what it checks, the result of each request by operation, and their sum', async (context) => {
  const { kept, text } = await verified(context, { description }, fine);
  expect(kept).toBe(false);
  expect(timeless(text).split('\n')).toEqual([
    'API 1 against http://server',
    warning,
    '',
    'list: GET /a',
    expect.stringMatching(/^ {2}- 404 Not Found \(Prefer header\) left out: /),
    '  ✓ 204 No Content (valid request) N ms',
    '',
    'change: PUT /a',
    '  ✗ 204 No Content (valid request) N ms',
    '      status 200 instead of 204.',
    '      status 200 is not documented for this operation (documented: 204).',
    '',
    '1 of 3 as documented, 1 different, 0 not triggered by the server, 1 left out:',
    '  1 that only a mock can be asked for; --require-all fails on them.',
  ]);
});

test('a dry run says that nothing is sent, and writes no report', async (context) => {
  const folder = await temporaryDirectory(context);
  let requests = 0;
  const count: Respond = () => (requests += 1);
  const options = { isDryRun: true, junit: join(folder, 'reports/verify.xml'), host: '0.0.0.0', mayChange: false };
  const { kept, text } = await verified(context, { description }, count, options);
  expect(kept).toBe(true);
  expect(text.split('\n')).toEqual([
    'API 1 against http://server, nothing is sent:',
    warning,
    '',
    'list: GET /a',
    expect.stringContaining('404 Not Found (Prefer header) left out: '),
    '  204 No Content (valid request)',
    '      GET http://server/a',
    '',
    'change: PUT /a',
    '  204 No Content (valid request)',
    '      PUT http://server/a',
  ]);
  expect([requests, await readdir(folder)]).toEqual([0, []]);
});

test('with what is invalid, each further request is a line and a case of the report', async (context) => {
  const junit = join(await temporaryDirectory(context), 'reports/verify.xml');
  const respond: Respond = ({ method }, server) =>
    ['GET', 'PUT'].includes(method ?? '')
      ? server.writeHead(204).end()
      : server.writeHead(405, { allow: method === 'DELETE' ? 'GET' : 'GET, PUT' }).end();
  const { kept, text } = await verified(context, { description }, respond, { invalid: true, junit });
  const [, further = ''] = text.split('\nInvalid requests, other methods, and each success once more:\n');
  expect(kept).toBe(false);
  expect(timeless(further).split('\n')).toEqual([
    '',
    'list: GET /a',
    '  ✓ POST of the path N ms',
    '  ✗ DELETE of the path N ms',
    '      header.allow does not name PUT (RFC 9110, section 15.5.6).',
    '  ✓ PATCH of the path N ms',
    '  ✓ HEAD of the path N ms',
    '  ✓ OPTIONS of the path N ms',
    '  ✓ once more, on a kept connection N ms',
    '  ✓ once more, on a kept connection N ms',
    '',
    'change: PUT /a',
    '  ✓ once more, on a kept connection N ms',
    '',
    '2 of 3 as documented, 0 different, 0 not triggered by the server, 1 left out:',
    '  1 that only a mock can be asked for; --require-all fails on them.',
    'Of 8 further requests 7 got a response that they may get, 1 did not.',
  ]);
  const report = await readFile(junit, 'utf8');
  expect(report).toMatch(/<testsuites name="API 1 against http:\/\/127\.0\.0\.1:\d+" tests="11" failures="1" skipped="1" /);
  expect(report).toContain('<testcase classname="list" name="DELETE of the path" ');
});

test('a report that cannot be written is said after the results', async (context) => {
  const junit = await temporaryDirectory(context);
  const { kept, text } = await verified(context, { description }, fine, { junit });
  expect(kept).toBe(`${junit} cannot be written (EISDIR): give --junit another path.`);
  expect(text).toContain('\n1 of 3 as documented');
});
