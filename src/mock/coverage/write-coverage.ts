import { writeFile } from 'node:fs/promises';
import { InputError } from '../../command/input-error.js';
import { coverageJUnit } from './coverage-text.js';
import type { CoverageReport } from './coverage.js';
import { systemError } from '../../command/system-error.js';

/**
 * Writes a report as JSON and as JUnit XML, in the same folder.
 *
 * @param path The path of the files, with or without the extension `.json` or `.xml`.
 * @param title The title and version of the description.
 * @returns The paths of both files.
 * @throws InputError when one of them cannot be written.
 */
export async function writeCoverage(path: string, title: string, report: CoverageReport): Promise<string[]> {
  const stem = path.replace(/\.(json|xml)$/i, '');
  await write(`${stem}.json`, `${JSON.stringify(report, undefined, 2)}\n`);
  await write(`${stem}.xml`, coverageJUnit(title, report));
  return [`${stem}.json`, `${stem}.xml`];
}

async function write(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((error: unknown) => {
    throw new InputError(`${path} cannot be written (${String(systemError(error).code)}): give --coverage another path.`);
  });
}
