import type { NormalizedProblem } from '@redocly/openapi-core';
import { core } from './openapi-core.js';
import { InputError } from '../../command/input-error.js';
import { relativePath } from '../../command/files/relative-path.js';

/**
 * Says in one sentence what Redocly found wrong with a description.
 *
 * @param problems What was found, in the order of the files.
 * @param directory The directory that file names are printed relative to.
 * @throws InputError with file, line and column of the first problem, unless there is none.
 */
export function refuseProblems(problems: NormalizedProblem[], directory: string): void {
  const [first] = problems;
  if (!first) return;
  const rest = problems.length - 1;
  const more = rest === 0 ? '' : ` (and ${rest} more)`;
  throw new InputError(`${describeProblem(first, directory)}${more}`);
}

/** Says each problem in one sentence with file, line, column and rule. */
export function problemSentences(problems: NormalizedProblem[], directory: string): string[] {
  return problems.map((problem) => describeProblem(problem, directory));
}

/**
 * Says in one sentence where a file is no YAML. Of the root file Redocly throws that, of all others it is a problem.
 *
 * @param error What was thrown; it is thrown on if it is something else.
 * @param directory The directory that file names are printed relative to.
 */
export function refuseUnreadable(error: unknown, directory: string): never {
  if (!(error instanceof core.YamlParseError)) throw error;
  const { source, line, col, message } = error;
  throw new InputError(
    `${relativePath(directory, source.absoluteRef)}:${line}:${col}: Failed to parse: ${withoutPlace(message)}`,
  );
}

/** A parser repeats the place, with a path that is nobody's but this machine's. */
function withoutPlace(message: string): string {
  return message
    .replace(/ in "[^"]*" \(\d+:\d+\)/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');
}

function describeProblem({ message, location, ruleId }: NormalizedProblem, directory: string): string {
  const sentence = withoutPlace(message);
  const [place] = location;
  if (!place) return `${sentence} [${ruleId}]`;
  const file = relativePath(directory, place.source.absoluteRef);
  const { start } = core.getLineColLocation(place);
  return `${file}:${start.line}:${start.col}: ${sentence} [${ruleId}]`;
}
