import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '../input-error.js';

/**
 * Makes the directory that a report is to be written to: before the run, at whose end the results would be lost.
 *
 * @param path The file of the report.
 * @param flag The flag that gives it, for the message.
 * @throws InputError when the directory cannot be made.
 */
export async function makeReportDirectory(path: string, flag: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch {
    throw new InputError(`The directory of ${flag}, ${dirname(path)}, cannot be made: give another path.`);
  }
}
