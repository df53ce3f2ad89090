import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, onTestFinished, test } from 'vitest';
import { Coverage } from '../../../src/mock/coverage/coverage.js';
import { violation } from '../../../src/contract/message/violation.js';
import type { DocumentedOperation } from '../../../src/description/operations.js';
import { coverageJUnit, coverageTable } from '../../../src/mock/coverage/coverage-text.js';
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

test('a table without anything to say has one line', () => {
  expect(coverageTable({ documented: [], undocumented: [], notListed: 0 })).toBe(
    'Contract coverage: 0 of 0 documented responses seen, 0 different, 0 never seen.',
  );
});

test('the columns are as wide as the longest name', () => {
  const documented = [
    { ...find, response: '200', seen: 1 },
    { ...find, operationId: 'findEach', response: 'default', seen: 1 },
  ];
  expect(
    coverageTable({ documented, undocumented: [{ ...find, status: 418, seen: 1 }], notListed: 0 })
      .split('\n')
      .slice(1),
  ).toEqual(['  find      200      1 ×', '  findEach  default  1 ×', 'Not documented:', '  find  418  1 ×']);
});

test.each<[string, CoverageReport, string[]]>([
  [
    'each gap and each difference',
    { ...report, undocumented: [...report.undocumented, { ...find, status: 418, seen: 1 }] },
    [
      'find 200: body.id is missing.',
      'find 404: ',
      'find 4XX: The documented response 4XX of find was never seen.',
      'no operation 404 GET /<other>?: The status 404 of GET /<other>? is not documented.',
      'find 418 GET /things: The status 418 of GET /things is not documented.',
      'no operation others: 7 more responses lead to no operation.',
    ],
  ],
  ['nothing', { documented: [{ ...find, response: '200', seen: 1 }], undocumented: [], notListed: 0 }, ['find 200: ']],
])('JUnit XML names %s', (_, given, expected) => {
  const xml = coverageJUnit('Things', given);
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', isArray: (name) => name === 'testcase' });
  const { testsuites } = parser.parse(xml) as { testsuites: { name: string; testsuite: { testcase: JUnitCase[] } } };
  expect(testsuites.name).toBe('Contract coverage of Things');
  const text = (one: string): string => one.replaceAll(/&#(\d+);/g, (__, code: string) => String.fromCharCode(Number(code)));
  const said = testsuites.testsuite.testcase.map(
    ({ classname, name, failure }) => `${classname} ${text(name)}: ${text(failure?.message ?? '')}`,
  );
  expect(said).toEqual(expected);
});

interface JUnitCase {
  classname: string;
  name: string;
  failure?: { message: string };
}

test.each([
  ['a.json', 'a'],
  ['a.XML', 'a'],
  ['a.json.txt', 'a.json.txt'],
  ['a', 'a'],
])('a report for %s is written beside it', async (name, stem) => {
  const directory = await temporaryDirectory({ onTestFinished });
  const paths = await writeCoverage(join(directory, name), 'Things', report);
  expect(paths).toEqual([join(directory, `${stem}.json`), join(directory, `${stem}.xml`)]);
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
  // A device of Linux that behaves like a full disk.
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

test('what no server sent is not counted, nor what is about the mock itself; what is sent again is counted again', () => {
  const coverage = new Coverage();
  const response = { status: 404, headers: {}, body: undefined };
  const exchange = { method: 'GET', path: '/things', requestViolations: [], responseViolations: [], response };
  const found = { ...exchange, operationId: 'find', responseKey: '404' };
  const silent = violation(['connection'], 'no-response', 'gave no response.');
  const others = [violation(['body'], 'type', 'a'), silent];
  for (const one of [exchange, found]) {
    coverage.record({ ...one, responseViolations: [silent] });
    coverage.record({ ...one, responseViolations: others });
    coverage.record({ ...one, isOwn: true });
  }
  const documented = {
    ...find,
    responses: [{ status: '404', response: { description: 'No' } }],
  } as unknown as DocumentedOperation;
  const counted = (): unknown[] => {
    const { documented: seen, undocumented } = coverage.report([{ documented }]);
    return [seen[0]?.seen, undocumented];
  };
  expect(counted()).toEqual([0, []]);
  for (let time = 0; time < 3; time += 1) {
    coverage.record(found);
    coverage.record(exchange);
    coverage.record({ ...exchange, operationId: 'find' });
    coverage.record({ ...exchange, responseKey: '404', replacedStatus: 418 });
  }
  const { method, path } = exchange;
  // A request to an operation and one to an unknown path may have the same path. The first one names the entry.
  expect(counted()).toEqual([
    3,
    [
      { method, path, status: 404, seen: 6 },
      { method, path, status: 418, seen: 3 },
    ],
  ]);
});
