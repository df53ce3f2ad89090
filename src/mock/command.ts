#!/usr/bin/env node
import { setTimeout as wait } from 'node:timers/promises';
import { portSetBy } from '../command/listen-on.js';
import { readManifest } from '../command/files/manifest.js';
import { printable } from '../command/printable.js';
import { makeReportDirectory } from '../command/files/report-directory.js';
import { runBeside } from '../command/run-beside.js';
import { runCommand } from '../command/run-command.js';
import { stopSignal } from '../command/stop-signal.js';
import { coverageTable } from './coverage/coverage-text.js';
import { writeCoverage } from './coverage/write-coverage.js';
import { help } from './flags.js';
import { logWriter } from './log-writer.js';
import type { Mock } from './options.js';
import { readFlags, type CommandSettings } from './read-flags.js';

/** How long the mock responds before it says what the description lacks, in milliseconds. */
const beforeWarnings = 50;

await runCommand(async () => {
  const settings = readFlags(process.argv.slice(2));
  if (settings === 'help') return void process.stdout.write(help);
  if (settings === 'version') return void process.stdout.write(`${readManifest().version}\n`);
  const { options, log, coverage, command } = settings;
  if (coverage.file !== undefined) await makeReportDirectory(coverage.file, '--coverage');

  // Someone who read the log may leave; the mock stays for those who call it.
  process.stdout.on('error', () => undefined);
  // Loaded now, so that help and mistakes need not wait for Prism.
  const [{ startMock }, { exchangeLines }] = await Promise.all([import('./index.js'), import('./log-lines.js')]);
  const lines = logWriter();
  const isVerbose = log === 'everything';
  const isProxy = options.upstream !== undefined;
  const mock = await startMock({
    ...options,
    ...(log !== 'nothing' && { log: (exchange) => lines.write(exchangeLines(exchange, isVerbose, isVerbose || isProxy)) }),
    reloaded: (problem) => {
      if (problem) console.error(`${problem.message}\nStill serving the last valid description.`);
      else console.log('Reloaded the description.');
      warn(mock.warnings);
    },
  }).catch(portSetBy('--port'));
  // Not before it runs: a signal ends a start that takes long at once. And before the address is printed: a reader may
  // send the signal at once.
  const stopped = stopSignal();
  console.log(printable(startLines(mock, options.upstream).join('\n')));
  // The first requests come before: to look through a large description takes a while.
  await wait(beforeWarnings);
  warn(mock.warnings);
  // What an example breaks concerns those who get it.
  if (!isProxy) warn(await mock.checkExamples());
  const ended = command ? runBeside(command, { MOCK_URL: mock.url }, stopped) : stopped;
  const code = await ended.finally(async () => {
    await mock.close();
  });
  lines.flush();
  await reportCoverage(mock, coverage);
  // What the command says outweighs what is said of the coverage.
  if (typeof code === 'number' && code !== 0) process.exitCode = code;
});

function startLines({ title, url, operations }: Mock, upstream: string | undefined): string[] {
  const width = Math.max(...operations.map(({ method }) => method.length));
  const lines = operations.map(({ method, path, operationId }) => `  ${method.padEnd(width)} ${path}  ${operationId}`);
  if (upstream === undefined) return [`${title} is mocked on ${url}`, ...lines];
  return [`${title} is checked on ${url}, which passes requests on to ${upstream}`, ...lines];
}

/** Prints and writes the contract coverage; sets the exit code where it has to be whole and is not. */
async function reportCoverage(mock: Mock, { file, isRequired, isReported }: CommandSettings['coverage']): Promise<void> {
  if (!isReported) return;
  const report = mock.coverage();
  console.log(`\n${coverageTable(report)}`);
  if (file !== undefined) console.log(`Written to ${(await writeCoverage(file, mock.title, report)).join(' and ')}.`);
  if (!isRequired) return;
  const missing = report.documented.filter(({ seen }) => seen === 0).length;
  const different = report.documented.filter(({ differed }) => differed > 0).length;
  const undocumented = report.undocumented.filter(({ operationId }) => operationId !== undefined).length;
  if (missing > 0) console.error(`Documented responses that were never seen: ${missing}. --require-coverage demands each.`);
  if (different + undocumented > 0) {
    console.error(`Responses that differed from the description: ${different + undocumented}. --require-coverage allows none.`);
  }
  if (missing + different + undocumented > 0) process.exitCode = 1;
}

function warn(warnings: readonly string[]): void {
  for (const warning of warnings) console.error(printable(`Warning: ${warning}`));
}
