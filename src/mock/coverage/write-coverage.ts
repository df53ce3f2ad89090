import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '../../command/input-error.js';
import { coverageJUnit } from './coverage-text.js';
import type { CoverageReport } from './coverage.js';

/**
 * Makes the directory that a report is to be written to: now, because at the end of a run its results would be lost.
 *
 * @throws InputError when it cannot be made.
 */
export async function prepareCoverageFile(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch {
    throw new InputError(`The directory of --coverage, ${dirname(path)}, cannot be made: give another path.`);
  }
}

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
