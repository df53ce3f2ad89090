import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { coverageTable } from '../../src/mock/coverage/coverage-text.js';
import type { CoverageReport } from '../../src/mock/coverage/coverage.js';
import { writeCoverage } from '../../src/mock/coverage/write-coverage.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const report: CoverageReport = {
  documented: [
    { operationId: 'find', method: 'GET', path: '/things', response: '200', seen: 3 },
    { operationId: 'find', method: 'GET', path: '/things', response: '4XX', seen: 0 },
  ],
  undocumented: [{ method: 'GET', path: '/<other>\u0007', status: 404, seen: 2 }],
};

test('the table has a row for each documented response, and what is not documented', () => {
  expect(coverageTable(report).split('\n')).toEqual([
    'Contract coverage: 1 of 2 documented responses seen.',
    '  find  200      3 ×',
    '  find  4XX      never seen',
    'Not documented:',
    '  GET /<other>?  404  2 ×',
  ]);
});

test('the files hold the report as JSON, and as JUnit XML with a failure for each gap', async (context) => {
  const directory = await temporaryDirectory(context);
  await writeCoverage(join(directory, 'coverage.json'), 'Things "1"', report);
  expect(JSON.parse(await readFile(join(directory, 'coverage.json'), 'utf8'))).toEqual(report);
  const xml = await readFile(join(directory, 'coverage.xml'), 'utf8');
  expect(XMLValidator.validate(xml)).toBe(true);
  const { testsuites } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(xml) as {
    testsuites: object;
  };
  expect(testsuites).toMatchObject({ tests: '3', failures: '2' });
});
