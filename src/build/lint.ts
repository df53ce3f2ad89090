import { lint, type Config } from '@redocly/openapi-core';
import { refuseProblems } from './problems.js';

/**
 * Checks a description against the rules of `redocly.yaml`.
 *
 * @param path The root file of the description.
 * @param config The rules.
 * @param directory The directory that file names are printed relative to.
 * @throws InputError that names the first error or warning.
 */
export async function lintDescription(path: string, config: Config, directory: string): Promise<void> {
  refuseProblems(await lint({ ref: path, config }), directory);
}
