import { writeFile } from 'node:fs/promises';
import { InputError } from '../command/input-error.js';
import { junitReport } from '../command/files/junit-report.js';
import { makeReportDirectory } from '../command/files/report-directory.js';
import type { Step } from './plan.js';
import { prepare, type WalkFiles } from './prepare.js';
import { groupedPrinter, operationTitle, rehearsalLines, resultLines, shownAs, summaryLine, testCases } from './report.js';
import type { Terminal } from './terminal.js';
import { rehearse, walk, type StepResult } from './walk.js';

/** How a server is held to its description. */
export interface VerifyOptions extends WalkFiles {
  /** Where the API is, without a slash at the end. */
  server: string;
  /** How long each response may take, in milliseconds. */
  timeoutMs: number;
  /** Whether requests that may change something go to another host than this machine without a question. */
  mayChange: boolean;
  /** Whether the requests are only shown. */
  isDryRun: boolean;
  /** A file to write the results to, as JUnit XML. Default: none. */
  junit?: string;
}

/**
 * Holds a server to its description: sends a request for each documented response, and prints which came as documented.
 *
 * @returns Whether each response that was asked for came as documented.
 * @throws InputError when a file cannot be read, or what may change something was not confirmed.
 */
export async function verify(options: VerifyOptions, terminal: Terminal): Promise<boolean> {
  const { server, timeoutMs, isDryRun, junit } = options;
  const prepared = await prepare(options);
  if (junit !== undefined && !isDryRun) await makeReportDirectory(junit, '--junit');
  const { title, steps, values } = prepared;
  const print = groupedPrinter(terminal.print);
  if (isDryRun) {
    terminal.print(`${title} against ${server}, nothing is sent:`);
    for (const one of rehearse({ ...prepared, server, values: shownAs(values) })) print(one.step, rehearsalLines(one));
    return true;
  }
  const mayChange = options.mayChange || isLoopback(server) || (await confirmed(steps, server, terminal));
  terminal.print(`${title} against ${server}`);
  const results: StepResult[] = [];
  for await (const result of walk({ ...prepared, server, timeoutMs, mayChange })) {
    results.push(result);
    print(result.step, resultLines(result));
  }
  if (junit !== undefined) await writeFile(junit, junitReport(`${title} against ${server}`, testCases(results)));
  terminal.print(`\n${summaryLine(results)}`);
  if (!mayChange) throw new InputError('What may change something was not sent: confirm it, or give --yes.');
  return results.every(({ verdict }) => verdict.kind !== 'differently');
}

async function confirmed(steps: Step[], server: string, terminal: Terminal): Promise<boolean> {
  const changing = [...new Set(steps.filter(({ changes }) => changes).map(operationTitle))];
  if (changing.length === 0) return true;
  return terminal.confirm(`These may change something on ${server}:\n${changing.map((one) => `  ${one}\n`).join('')}Send them?`);
}

/** Whether a server is this machine, by the name or the address of its host. */
function isLoopback(server: string): boolean {
  return /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i.test(new URL(server).hostname);
}
