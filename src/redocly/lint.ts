import { dirname } from 'node:path';
import { createConfig, findConfig, lint, loadConfig, type Config } from '@redocly/openapi-core';
import { refuseProblems } from './problems.js';

/**
 * The rules that a description is checked against: those of the project for its own description, those of a
 * `redocly.yaml` beside another one, and what the OpenAPI specification itself demands where there is none.
 *
 * @param path The root file of the description.
 * @param ownConfig The configuration file of the project, when the description is its own.
 */
export async function lintConfig(path: string, ownConfig?: string): Promise<Config> {
  const configPath = ownConfig ?? findConfig(dirname(path));
  return configPath ? loadConfig({ configPath }) : createConfig({ extends: ['spec'] });
}

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
