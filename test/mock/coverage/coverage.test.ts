import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { Coverage } from '../../../src/mock/coverage/coverage.js';
import { violation } from '../../../src/contract/message/violation.js';
import type { DocumentedOperation } from '../../../src/description/operations.js';
import { coverageTable } from '../../../src/mock/coverage/coverage-text.js';
import { writeCoverage } from '../../../src/mock/coverage/write-coverage.js';
import type { Exchange } from '../../../src/mock/exchange.js';
import { createMock, type CoverageReport } from '../../../src/mock/index.js';
import { temporaryDirectory } from '../../support/temporary-directory.js';
import { description, startProxied, things } from '../proxy/proxied.js';

const find = { operationId: 'find', method: 'GET', path: '/things', differed: 0, reasons: [] };
const report: CoverageReport = {
  documented: [
    { ...find, response: '200', seen: 3, differed: 2, reasons: ['body.id is missing.'] },
    { ...find, response: '404', seen: 1 },
    { ...find, response: '4XX', seen: 0 },
  ],
  undocumented: [{ method: 'GET', path: '/<other>\u0007', status: 404, seen: 2 }],
  notListed: 7,
};

test('the table has a row for each documented response, and what is not documented', () => {
  expect(coverageTable(report).split('\n')).toEqual([
    'Contract coverage: 2 of 3 documented responses seen, 1 different, 1 never seen.',
    '  find  200      3 ×, 2 differed from the description:',
    '      body.id is missing.',
    '  find  404      1 ×',
    '  find  4XX      never seen',
    'Not documented:',
    '  GET /<other>?  404  2 ×',
    '  and 7 more that lead to no operation',
  ]);
});

test('the files hold the report as JSON, and as JUnit XML with a failure for each gap and each difference', async (context) => {
  const directory = await temporaryDirectory(context);
  const files = await writeCoverage(join(directory, 'coverage.json'), 'Things "1"', report);
  expect(files).toEqual([join(directory, 'coverage.json'), join(directory, 'coverage.xml')]);
  expect(JSON.parse(await readFile(join(directory, 'coverage.json'), 'utf8'))).toEqual(report);
  const xml = await readFile(join(directory, 'coverage.xml'), 'utf8');
  expect(XMLValidator.validate(xml)).toBe(true);
  const { testsuites } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(xml) as {
    testsuites: object;
  };
  expect(testsuites).toMatchObject({ tests: '5', failures: '4' });
});

test('what a server sent is counted, also at a local path', async (context) => {
  const proxied = await startProxied({ errors: true });
  context.onTestFinished(() => proxied.close());
  const get = { method: 'GET', headers: {} };
  await proxied.exchange({ ...get, path: '/things?q=1' }, (_request, response) => things(response));
  await proxied.exchange({ ...get, path: '/things?q=1' }, (_request, response) => things(response, '{}'));
  await proxied.exchange({ ...get, path: '/things', method: 'POST' }, (_request, response) => response.writeHead(418).end());
  await proxied.exchange({ ...get, path: '/other%3Ftoken=s3cr3t' }, (_request, response) => response.writeHead(404).end());
  const expected: CoverageReport = {
    documented: [
      { ...find, response: '200', seen: 2, differed: 1, reasons: ['body must be array.'] },
      { ...find, response: '400', seen: 0 },
      { ...find, operationId: 'add', method: 'POST', response: '204', seen: 0 },
    ],
    undocumented: [
      { operationId: 'add', method: 'POST', path: '/things', status: 418, seen: 1 },
      { method: 'GET', path: '/other', status: 404, seen: 1 },
    ],
    notListed: 0,
  };
  expect(proxied.proxy.coverage()).toEqual(expected);
  const local = await fetch(`${proxied.proxy.url}/_mock/coverage`);
  expect(await local.json()).toEqual(expected);
});

test('statuses of operations are all kept, paths that lead to none only up to a number, and the rest is counted', () => {
  const coverage = new Coverage();
  const exchange = (path: string, status: number, operationId?: string): Exchange => ({
    ...{ method: 'GET', path, requestViolations: [], responseViolations: [] },
    ...(operationId !== undefined && { operationId }),
    response: { status, headers: {}, body: undefined },
  });
  for (let index = 0; index < 250; index += 1) coverage.record(exchange(`/other/${index}`, 404));
  for (let status = 400; status < 600; status += 1) coverage.record(exchange('/things', status, 'find'));
  const { undocumented, notListed } = coverage.report([]);
  expect(undocumented.filter(({ operationId }) => operationId === 'find')).toHaveLength(200);
  expect([undocumented.length, notListed]).toEqual([400, 50]);
});

test('a file that cannot be written is named', async (context) => {
  const directory = await temporaryDirectory(context);
  // A disk that is full, as Linux offers it for such tests.
  await symlink('/dev/full', join(directory, 'coverage.json'));
  await expect(writeCoverage(join(directory, 'coverage'), 'Things', report)).rejects.toThrow(
    /coverage\.json cannot be written \(ENOSPC\): give --coverage another path\.$/,
  );
});

test('without an upstream, what the mock sent is counted', async () => {
  const mock = await createMock({ description });
  await mock.fetch('/things?q=1');
  await mock.fetch('/things');
  expect(mock.coverage().documented.map(({ response, seen }) => `${response} ${seen}`)).toEqual(['200 1', '400 1', '204 0']);
});

test('of the reasons in which a response differed, the first five are kept, each once', () => {
  const coverage = new Coverage();
  const exchange = {
    ...find,
    responseKey: '200',
    requestViolations: [],
    response: { status: 200, headers: {}, body: undefined },
  };
  for (const message of ['a', 'b', 'a', 'c', 'd', 'e', 'f']) {
    coverage.record({ ...exchange, responseViolations: [violation(['body'], 'type', message)] });
  }
  const responses = [{ status: '200', response: { description: 'Yes' } }];
  const { documented } = coverage.report([{ documented: { ...find, responses } as unknown as DocumentedOperation }]);
  expect(documented).toMatchObject([{ seen: 7, differed: 7, reasons: ['body a', 'body b', 'body c', 'body d', 'body e'] }]);
});
