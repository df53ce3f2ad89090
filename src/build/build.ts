import { readPackage } from '../command/files/manifest.js';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../command/input-error.js';
import { printable } from '../command/printable.js';
import { markBuilt } from './freshness.js';
import { leftovers, outputDirectory, staleOutputs, strayFiles, writeOutputs } from './outputs.js';
import { showProgress } from './stages/progress.js';
import type { Description } from '../description/types.js';
import type { BuildInput } from './input.js';
import { startBuild } from './stages/stages.js';
import { releaseProblems } from './redocly/version-diff.js';
import { makeRedocPage, redocPath } from './redoc-page.js';

/**
 * Makes everything that is derived from the description, and puts it in place when every stage has succeeded. What is
 * wrong with a description but stops no stage is printed as warnings.
 *
 * @returns The description in one piece, code samples included.
 * @throws InputError or Error of the first stage that failed; nothing is written then, or with `keepGoing` what the
 *   other stages made.
 */
export async function build(input: BuildInput): Promise<Description> {
  const { schedule, description, outputs, warnings, finished } = startBuild(input);
  await showProgress(schedule).catch(async (error: unknown) => {
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

/** Prints what lint found: a line each, and how many they are. */
async function printWarnings(warnings: Promise<string[]>): Promise<void> {
  const all = await warnings.catch((): string[] => []);
  if (all.length === 0) return;
  // A name in a sentence may have line breaks, and what follows them would look like a line of the build.
  for (const sentence of all) console.warn(printable(`Warning: ${sentence.replaceAll(/\s+/g, ' ')}`));
  console.warn(`${all.length === 1 ? '1 warning' : `${all.length} warnings`}; --strict makes them errors.`);
}

/** What a rebuild has put in place, and what follows it. */
export interface Rebuilt {
  /** The files that differ from before, in the order in which they are made; those that went away last. */
  changed: string[];
  /**
   * Makes Redoc's page of the same state, which takes longer than all the rest.
   *
   * @param signal Ends the work; then the page of before stays.
   */
  makeRedocPage: (signal: AbortSignal) => Promise<void>;
}

/**
 * Makes what is derived from the description again, and puts it in place like `build`; Redoc's page only when it is asked
 * for. It shows no progress.
 *
 * @throws InputError or Error of the first stage that failed; nothing is written then.
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
 * Makes everything anew, writes nothing, and compares.
 *
 * @throws InputError that names each file that is stale, or the first stage that failed.
 */
export async function check(input: BuildInput): Promise<void> {
  const { root, out } = input;
  const { schedule, description, outputs } = startBuild(input);
  await schedule.settle();
  const made = await outputs;
  const stale = [...staleOutputs(out, made), ...strayFiles(out, made, outputDirectory)];
  // A fresh clone has no dist/ yet: what is not there is not stale.
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
 * Compares the version of the description with that of the package and with what has changed since the last release.
 *
 * @returns A sentence for each problem.
 */
export async function checkVersions(root: string, description: Description): Promise<string[]> {
  return [...versionProblems(root, description), ...(await releaseProblems(root, description))];
}

/** A release of the description is a release of the package. */
function versionProblems(root: string, description: Description): string[] {
  const { version } = readPackage(root);
  return version === description.info.version
    ? []
    : [
        `package.json has version ${String(version)} and the description ${description.info.version}: set both to the same version.`,
      ];
}
