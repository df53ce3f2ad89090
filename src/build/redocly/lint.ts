import { dirname } from 'node:path';
import type { Config } from '@redocly/openapi-core';
import { core } from './openapi-core.js';
import type { ReferenceBounds } from '../../reading/reference-bounds.js';
import { BoundedResolver } from './bounded-resolver.js';
import { describedTypes } from './described-types.js';
import { problemSentences, refuseProblems } from './problems.js';

/** The rules that a description is checked against. */
export type Rules = Config;

/**
 * The rules that a description is checked against: those of the project for its own description, those of a
 * `redocly.yaml` beside another one, and what the OpenAPI specification itself demands where there is none.
 *
 * @param path The root file of the description.
 * @param ownConfig The configuration file of the project, when the description is its own.
 */
export async function lintConfig(path: string, ownConfig?: string): Promise<Rules> {
  const configPath = ownConfig ?? core.findConfig(dirname(path));
  const config = await (configPath ? core.loadConfig({ configPath }) : core.createConfig({ extends: ['spec'] }));
  config.plugins.push(describedTypes);
  return config;
}

/**
 * Checks the text of a description in one piece against rules.
 *
 * @param path The path that the text will have.
 * @throws InputError that names the first problem.
 */
export async function lintText(config: Rules, path: string, text: string, directory: string): Promise<void> {
  refuseProblems(await core.lintFromString({ source: text, absoluteRef: path, config }), directory, path);
}

/**
 * Checks a description against rules.
 *
 * @param config The rules.
 * @param directory The directory that file names are printed relative to.
 * @param strict Whether a problem is an error.
 * @returns A sentence per problem with file, line, column and rule; none where `strict`.
 * @throws InputError that names the first problem, where `strict`.
 */
export async function lintDescription(
  config: Rules,
  bounds: ReferenceBounds,
  directory: string,
  strict: boolean,
): Promise<string[]> {
  const problems = await core.lint({ ref: bounds.root, config, externalRefResolver: new BoundedResolver(config, bounds) });
  if (strict) refuseProblems(problems, directory, bounds.root);
  return problemSentences(problems, directory, bounds.root);
}
