import { systemError } from '../command/system-error.js';
import { writeFile } from 'node:fs/promises';
import { InputError } from '../command/input-error.js';
import { junitReport } from '../command/files/junit-report.js';
import { isThisMachine } from '../command/this-machine.js';
import { makeReportDirectory } from '../command/files/report-directory.js';
import type { Step } from './walk/plan.js';
import { prepare, type PreparedWalk, type WalkFiles } from './prepare.js';
import type { ProbeResult } from './probes/probe.js';
import { judgeRequest } from './probes/request-judge.js';
import { runProbes } from './probes/run-probes.js';
import { dryRunLines, shownAs } from './dry-run-lines.js';
import { groupedPrinter, isKept, operationTitle, probeLines, resultLines, summaryLines, testCases } from './report.js';
import { Session } from './walk/session.js';
import type { Terminal } from './terminal.js';
import { dryRun, walk, type StepResult, type WalkOptions } from './walk/walk.js';

/** The options of a check. */
export interface VerifyOptions extends WalkFiles {
  /** The URL of the API, without a trailing slash. */
  server: string;
  /** How long each response may take, in milliseconds. */
  timeoutMs: number;
  /** Whether to send requests that may change something to another machine without asking. */
  mayChange: boolean;
  /** Whether to print the requests without sending them. */
  isDryRun: boolean;
  /** Whether to send invalid requests, too. Default: `false`. */
  invalid?: boolean;
  /** Whether a documented response that was left out is a failure, unless the values file skips it. Default: `false`. */
  requireAll?: boolean;
  /** A file to write the results to, as JUnit XML. Default: none. */
  junit?: string;
}

/**
 * Checks a server against its description. Sends a request for each documented response and prints the results.
 *
 * @returns Whether the server keeps the contract (`isKept`).
 * @throws InputError when a file cannot be read or written, or when requests that may change something were not confirmed.
 */
export async function verify(options: VerifyOptions, terminal: Terminal): Promise<boolean> {
  const { server, isDryRun, junit, requireAll = false } = options;
  const prepared = await prepare(options);
  if (junit !== undefined && !isDryRun) await makeReportDirectory(junit, '--junit');
  const { title, steps, values, unchecked } = prepared;
  const warnings = unchecked.map((one) => `Warning: ${one}`);
  if (isDryRun) {
    terminal.print([`${title} against ${server}, nothing is sent:`, ...warnings].join('\n'));
    const print = groupedPrinter(terminal.print);
    for (const one of dryRun({ ...prepared, server, values: shownAs(values) })) {
      print(one.step.operation.documented, dryRunLines(one));
    }
    return true;
  }
  const mayChange = options.mayChange || isThisMachine(new URL(server).hostname) || (await confirmed(steps, options, terminal));
  terminal.print([`${title} against ${server}`, ...warnings].join('\n'));
  const { results, probes } = await run(prepared, { ...options, mayChange }, terminal);
  terminal.print(`\n${summaryLines(results, probes).join('\n')}`);
  if (junit !== undefined) await writeReport(junit, junitReport(`${title} against ${server}`, testCases(results, probes)));
  if (!mayChange) throw new InputError('What may change something was not sent: confirm it, or give --yes.');
  return isKept(results, probes, requireAll);
}

async function run(
  prepared: PreparedWalk,
  { server, timeoutMs, mayChange, invalid = false }: VerifyOptions,
  terminal: Terminal,
): Promise<{ results: StepResult[]; probes: ProbeResult[] }> {
  const options: WalkOptions = { ...prepared, server, timeoutMs, mayChange };
  const session = new Session(options);
  const print = groupedPrinter(terminal.print);
  const results: StepResult[] = [];
  for await (const result of walk(options, session)) {
    results.push(result);
    print(result.step.operation.documented, resultLines(result));
  }
  const probes: ProbeResult[] = [];
  if (!invalid || !mayChange) return { results, probes };
  terminal.print('\nInvalid requests, other methods, and each success once more:');
  const printProbe = groupedPrinter(terminal.print);
  for await (const result of runProbes({ ...options, operations: prepared.operations, judge: judgeRequest }, session)) {
    probes.push(result);
    printProbe(result.probe.operation.documented, probeLines(result));
  }
  return { results, probes };
}

/** Called after the results were printed, so that a failure to write the file loses nothing. */
async function writeReport(path: string, report: string): Promise<void> {
  await writeFile(path, report).catch((error: unknown) => {
    throw new InputError(`${path} cannot be written (${String(systemError(error).code)}): give --junit another path.`);
  });
}

async function confirmed(steps: Step[], { server, invalid = false }: VerifyOptions, terminal: Terminal): Promise<boolean> {
  const changing = steps.filter(({ changes }) => changes || invalid).map(({ operation }) => operationTitle(operation.documented));
  if (changing.length === 0) return true;
  const listed = [...new Set(changing)].map((one) => `  ${one}\n`).join('');
  const also = invalid ? ', and invalid requests are sent to each' : '';
  return terminal.confirm(`These may change something on ${server}${also}:\n${listed}Send them?`);
}
