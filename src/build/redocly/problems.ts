import type { NormalizedProblem } from '@redocly/openapi-core';
import { core } from './openapi-core.js';
import { openQuoteBefore } from './open-quote.js';
import { repeatedId, repeatedIdRule } from './repeated-id.js';
import { InputError } from '../../command/input-error.js';
import { systemError } from '../../command/system-error.js';
import { circularReason, FileError } from '../../reading/file-error.js';
import { relativePath } from '../../command/files/relative-path.js';

/**
 * Throws when Redocly found a problem in a description.
 *
 * @param problems The problems, in the order of the files.
 * @param directory File names in messages are relative to this directory.
 * @param root The root file of the description.
 * @throws InputError with one sentence about the first problem, with file, line and column.
 */
export function refuseProblems(problems: NormalizedProblem[], directory: string, root: string): void {
  const [first] = problems;
  if (!first) return;
  const rest = problems.length - 1;
  const more = rest === 0 ? '' : ` (and ${rest} more: "npx redocly lint ${relativePath(directory, root)}" lists all)`;
  throw new InputError(`${describeProblem(first, directory, root)}${more}`);
}

/**
 * Reports in one sentence why the root file of a description cannot be read. Redocly throws an error only for the root file;
 * for another file it returns a problem.
 *
 * @param error The error that Redocly threw.
 * @param directory File names in messages are relative to this directory.
 * @param root The root file of the description.
 * @throws InputError always.
 */
export function refuseUnreadable(error: unknown, directory: string, root: string): never {
  const name = relativePath(directory, root);
  if (error instanceof core.YamlParseError) {
    const { source, line, col, message } = error;
    throw new InputError(parseSentence(relativePath(directory, source.absoluteRef), { line, col }, source.body, message));
  }
  const { message } = systemError(error);
  if (error instanceof FileError) throw new InputError(`The description ${name} ${message}`);
  const reason = message.startsWith('ENOENT') ? `there is no file ${name}, correct its path` : wordsOf(message);
  throw new InputError(`The description ${name} cannot be read: ${reason.replace(/\.$/, '')}.`);
}

/** Replaces messages of Redocly about the whole description by messages that say what to do. */
const said = new Map([['Self-referencing circular pointer', circularReason]]);

function wordsOf(message: string): string {
  if (message.startsWith('Expected a file but received a folder')) return 'it is a folder: name a file in it';
  return said.get(message) ?? message;
}

/** Removes the place from a parser's message, since the sentence already has it. The parser also writes an absolute path. */
function withoutPlace(message: string): string {
  return message
    .replace(/ in "[^"]*" \(\d+:\d+\)/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');
}

/** Says where a file is not valid YAML: at a quote that is not closed, if there is one, else where the parser failed. */
function parseSentence(file: string, place: { line: number; col: number }, text: string, message: string): string {
  // Of a file as a whole, the parser names no place.
  if (Number.isNaN(place.line)) return `${file}: Failed to parse: ${withoutPlace(message)}`;
  const quote = openQuoteBefore(text, place.line);
  const { line, col } = quote ?? place;
  const what = quote ? 'this quote is not closed on its line' : withoutPlace(message);
  return `${file}:${line}:${col}: Failed to parse: ${what}`;
}

/** Says in one sentence what a problem is, with file, line, column and rule. The parameters are those of `refuseProblems`. */
export function describeProblem({ message, location, ruleId }: NormalizedProblem, directory: string, root: string): string {
  const sentence = withoutPlace(message);
  const [place] = location;
  if (!place) return `${sentence} [${ruleId}]`;
  const file = relativePath(directory, place.source.absoluteRef);
  const { start } = core.getLineColLocation(place);
  if (sentence.startsWith('Failed to parse'))
    return `${parseSentence(file, start, place.source.body, sentence.replace(/^Failed to parse: /, ''))} [${ruleId}]`;
  const repeated = ruleId === repeatedIdRule ? repeatedId(place.pointer?.split('/').at(-1) ?? '', root, directory) : undefined;
  if (repeated !== undefined) return repeated;
  return `${file}:${start.line}:${start.col}: ${sentence} [${ruleId}]`;
}
