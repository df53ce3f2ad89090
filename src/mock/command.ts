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

/** The time between the start of the mock and the search for warnings, in milliseconds. */
const beforeWarnings = 50;

await runCommand(async () => {
  const settings = readFlags(process.argv.slice(2));
  if (settings === 'help') return void process.stdout.write(help);
  if (settings === 'version') return void process.stdout.write(`${readManifest().version}\n`);
  const { options, log, coverage, command } = settings;
  if (coverage.file !== undefined) await makeReportDirectory(coverage.file, '--coverage');

  // The mock goes on when the reader of the log ends, since clients still use it.
  process.stdout.on('error', () => undefined);
  // These modules are loaded only here, so that help and error messages need not wait for Prism.
  const [{ startMock }, { exchangeLines }] = await Promise.all([import('./index.js'), import('./log-lines.js')]);
  const lines = logWriter();
  const isVerbose = log === 'everything';
  const isProxy = options.upstream !== undefined;
  const mock = await startMock({
    ...options,
    ...(log !== 'nothing' && { log: (exchange) => lines.write(exchangeLines(exchange, isVerbose, isVerbose || isProxy)) }),
    reloaded: (problem) => {
      lines.flush();
      if (problem) console.error(`${problem.message}\nStill serving the last valid description.`);
      else console.log('Reloaded the description.');
      warn(mock.warnings);
    },
  }).catch(portSetBy('--port'));
  // During the start, a signal ends the process at once, so this comes after it. It comes before the address is printed, since
  // a user may send the signal as soon as the address is there.
  const stopped = stopSignal();
  console.log(printable(startLines(mock, options.upstream).join('\n')));
  // The search takes long for a large description. So the mock handles the first requests before it.
  await wait(beforeWarnings);
  warn(mock.warnings);
  // A proxy does not send the examples, so it does not check them.
  if (!isProxy) warn(await mock.checkExamples());
  const ended = command ? runBeside(command, { MOCK_URL: mock.url }, stopped) : stopped;
  const code = await ended.finally(async () => {
    await mock.close();
  });
  lines.flush();
  await reportCoverage(mock, coverage);
  // The exit code of the command takes precedence over that of the coverage.
  if (typeof code === 'number' && code !== 0) process.exitCode = code;
});

function startLines({ title, url, operations }: Mock, upstream: string | undefined): string[] {
  const width = Math.max(...operations.map(({ method }) => method.length));
  const lines = operations.map(({ method, path, operationId }) => `  ${method.padEnd(width)} ${path}  ${operationId}`);
  if (upstream === undefined) return [`${title} is mocked on ${url}`, ...lines];
  return [`${title} is checked on ${url}, which passes requests on to ${upstream}`, ...lines];
}

/** Prints and writes the contract coverage. Sets the exit code when the coverage is required and not complete. */
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
