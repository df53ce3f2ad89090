import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '../input-error.js';

/**
 * Makes the directory for a report. Call this before the run: if the directory cannot be made at the end, the results are
 * lost.
 *
 * @param path The file of the report.
 * @param flag The flag that gives the path, for the error message.
 * @throws InputError when the directory cannot be made.
 */
export async function makeReportDirectory(path: string, flag: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch {
    throw new InputError(`The directory of ${flag}, ${dirname(path)}, cannot be made: give another path.`);
  }
}
