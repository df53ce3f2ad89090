import { writeFile } from 'node:fs/promises';
import { coverageJUnit } from './coverage-text.js';
import type { CoverageReport } from './coverage.js';

/**
 * Writes a report as JSON and as JUnit XML, beside each other.
 *
 * @param path The file; its extension, where it is `.json` or `.xml`, is replaced by both.
 * @param title What was covered: title and version of the description.
 * @returns The paths of both.
 */
export async function writeCoverage(path: string, title: string, report: CoverageReport): Promise<string[]> {
  const stem = path.replace(/\.(json|xml)$/i, '');
  await writeFile(`${stem}.json`, `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFile(`${stem}.xml`, coverageJUnit(title, report));
  return [`${stem}.json`, `${stem}.xml`];
}
