import { dirname } from 'node:path';
import type { Config } from '@redocly/openapi-core';
import { core } from './openapi-core.js';
import type { ReferenceBounds } from '../../reading/reference-bounds.js';
import { BoundedResolver } from './bounded-resolver.js';
import { isFalseProblem } from './false-problems.js';
import { describedTypes } from './described-types.js';
import { describeProblem, refuseProblems } from './problems.js';

/** The lint rules for a description. */
export type Rules = Config;

/**
 * Finds the lint rules for a description. The project's own description has the rules of the project. Another description
 * has the rules of the `redocly.yaml` beside it, else those that the OpenAPI specification requires.
 *
 * @param path The root file of the description.
 * @param ownConfig The configuration file of the project, for the project's own description.
 */
export async function lintConfig(path: string, ownConfig?: string): Promise<Rules> {
  const configPath = ownConfig ?? core.findConfig(dirname(path));
  const config = await (configPath ? core.loadConfig({ configPath }) : core.createConfig({ extends: ['spec'] }));
  config.plugins.push(describedTypes);
  return config;
}

/**
 * Checks the text of a bundled description against lint rules.
 *
 * @param path The path at which the text will be written, for messages.
 * @param directory File names in messages are relative to this directory.
 * @throws InputError that names the first problem.
 */
export async function lintText(config: Rules, path: string, text: string, directory: string): Promise<void> {
  refuseProblems(await core.lintFromString({ source: text, absoluteRef: path, config }), directory, path);
}

/**
 * Checks a description against lint rules.
 *
 * @param config The rules.
 * @param bounds The root file, and where its references may lead.
 * @param directory File names in messages are relative to this directory.
 * @param strict Whether a problem is an error.
 * @returns A sentence for each problem, with file, line, column and rule. Empty when `strict` is true.
 * @throws InputError that names the first problem, when `strict` is true.
 */
export async function lintDescription(
  config: Rules,
  bounds: ReferenceBounds,
  directory: string,
  strict: boolean,
): Promise<string[]> {
  const all = await core.lint({ ref: bounds.root, config, externalRefResolver: new BoundedResolver(config, bounds) });
  const problems = all.filter((problem) => !isFalseProblem(problem));
  if (strict) refuseProblems(problems, directory, bounds.root);
  return problems.map((problem) => describeProblem(problem, directory, bounds.root));
}
