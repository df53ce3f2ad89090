import { relative } from 'node:path';
import { getLineColLocation, type NormalizedProblem } from '@redocly/openapi-core';
import { InputError } from '../command/input-error.js';

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

function describeProblem({ message, location, ruleId }: NormalizedProblem, directory: string): string {
  // A parser repeats the place, with a path that is nobody's but this machine's.
  const sentence = message
    .replace(/ in "[^"]*" \(\d+:\d+\)/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');
  const [place] = location;
  if (!place) return `${sentence} [${ruleId}]`;
  const file = relative(directory, place.source.absoluteRef);
  const { start } = getLineColLocation(place);
  return `${file}:${start.line}:${start.col}: ${sentence} [${ruleId}]`;
}
