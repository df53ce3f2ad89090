import { readPackage } from '../command/files/manifest.js';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../command/input-error.js';
import { printable } from '../command/printable.js';
import { markBuilt } from './freshness.js';
import { leftovers, outputDirectory, staleOutputs, strayFiles, writeOutputs } from './outputs.js';
import type { Description } from '../description/types.js';
import type { BuildInput } from './input.js';
import { startBuild } from './stages/stages.js';
import { releaseProblems } from './redocly/version-diff.js';
import { makeRedocPage, redocPath } from './redoc-page.js';

/**
 * Makes everything that is derived from the description, and writes it when every stage has succeeded. Problems that stop
 * no stage are printed as warnings.
 *
 * @returns The bundled description with code samples.
 * @throws InputError or Error of the first stage that failed. Then nothing is written; with `keepGoing`, the outputs of the
 *   other stages are.
 */
export async function build(input: BuildInput): Promise<Description> {
  const { schedule, description, outputs, warnings, finished } = startBuild(input);
  await schedule.show().catch(async (error: unknown) => {
    await printWarnings(warnings);
    if (!input.keepGoing) throw error;
    const failures = await schedule.failures();
    const made = await finished();
    writeOutputs(input.out, made);
    const sentences = [...new Set(failures.map(({ message }) => message))];
    throw new InputError([...sentences, `${made.size} files are up to date; the stages above made none.`].join('\n'));
  });
  await printWarnings(warnings);
  writeOutputs(input.out, await outputs, outputDirectory);
  await markBuilt(input.out);
  return description;
}

/** Prints each warning on a line, and then the number of warnings. */
async function printWarnings(warnings: Promise<string[]>): Promise<void> {
  const all = await warnings.catch((): string[] => []);
  if (all.length === 0) return;
  // A name from the description may have line breaks. The text after one would look like output of the build.
  for (const sentence of all) console.warn(printable(`Warning: ${sentence.replaceAll(/\s+/g, ' ')}`));
  console.warn(`${all.length === 1 ? '1 warning' : `${all.length} warnings`}; --strict makes them errors.`);
}

/** The result of a rebuild. */
export interface Rebuilt {
  /** The files that changed, in the order in which they are made, followed by the files that were removed. */
  changed: string[];
  /**
   * Makes Redoc's page from the same description. It takes longer than all other outputs.
   *
   * @param signal Stops the work; then the previous page stays.
   */
  makeRedocPage: (signal: AbortSignal) => Promise<void>;
}

/**
 * Makes and writes the outputs like `build`, except Redoc's page, which the caller can make afterwards. Shows no progress.
 *
 * @throws InputError or Error of the first stage that failed. Then nothing is written.
 */
export async function rebuild(input: BuildInput): Promise<Rebuilt> {
  const since = new Date();
  const { schedule, description, outputs } = startBuild(input, 'redoc');
  await schedule.settle();
  const changed = writeOutputs(input.out, await outputs, outputDirectory, [redocPath]);
  return {
    changed,
    makeRedocPage: async (signal) => {
      const page = await makeRedocPage(await description, true, signal);
      if (signal.aborted) return;
      writeOutputs(input.out, page.outputs);
      await markBuilt(input.out, since);
    },
  };
}

/**
 * Makes everything again and compares it with the files on disk. Writes nothing.
 *
 * @throws InputError that names each file that is out of date, or the error of the first stage that failed.
 */
export async function check(input: BuildInput): Promise<void> {
  const { root, out } = input;
  const { schedule, description, outputs } = startBuild(input);
  await schedule.settle();
  const made = await outputs;
  const stale = [...staleOutputs(out, made), ...strayFiles(out, made, outputDirectory)];
  // A fresh clone has no dist/ yet. Missing files there do not count as out of date.
  const named = existsSync(join(out, outputDirectory)) ? stale : stale.filter((path) => !path.startsWith(`${outputDirectory}/`));
  const interrupted = leftovers(out, made).length > 0;
  const problems = [
    ...(interrupted ? ['A build was interrupted, so the generated files are of different states; run "npm run build".'] : []),
    ...(named.length > 0 ? [staleSentence(named)] : []),
    ...(out === root ? await checkVersions(root, await description) : []),
  ];
  if (problems.length > 0) throw new InputError(problems.join('\n'));
  console.log(`All ${made.size} generated files are up to date.`);
}

function staleSentence(paths: string[]): string {
  const files = paths.length === 1 ? '1 file is' : `${paths.length} files are`;
  return `${files} out of date; run "npm run build":\n${paths.map((path) => `  ${path}`).join('\n')}`;
}

/**
 * Checks that the description and the package have the same version, and that it fits the changes since the last release.
 *
 * @returns A sentence for each problem.
 */
export async function checkVersions(root: string, description: Description): Promise<string[]> {
  const [ofPackage, version] = [String(readPackage(root).version), description.info.version];
  // They are released together.
  const other = `package.json has version ${ofPackage} and the description ${version}: set both to the same version.`;
  return [...(ofPackage === version ? [] : [other]), ...(await releaseProblems(root, description))];
}
