import { coverageTable } from '../../../src/mock/coverage/coverage-text.js';
import { startMock, type LoggedExchange } from '../../../src/mock/index.js';
import { prepare, type PreparedWalk } from '../../../src/verify/prepare.js';
import type { ProbeResult } from '../../../src/verify/probes/probe.js';
import { judgeRequest, type RequestJudge } from '../../../src/verify/probes/request-judge.js';
import { runProbes } from '../../../src/verify/probes/run-probes.js';
import { probeLines, resultLines, summaryLines } from '../../../src/verify/report.js';
import { Session } from '../../../src/verify/walk/session.js';
import { walk, type StepResult } from '../../../src/verify/walk/walk.js';
import { account, authToken, readOnlyEmail, unknownEmail } from './honest-server.js';
import type { Values } from '../../../src/verify/files/values-file.js';

/** The values of the correct server, in place of the examples. */
const values: Values = {
  replace: new Map([
    ['jweir@projectthanos.com', account.email],
    ['readonly@projectthanos.com', readOnlyEmail],
    ['nobody@projectthanos.com', unknownEmail],
    ['thanosrocks', account.password],
  ]),
  credentials: new Map([['AuthToken', authToken]]),
  skip: new Map(),
};

let prepared: Promise<{ walk: PreparedWalk; judge: RequestJudge }> | undefined;

async function prepareOnce(): Promise<{ walk: PreparedWalk; judge: RequestJudge }> {
  const walkOfThisApi = await prepare({});
  return { walk: walkOfThisApi, judge: judgeRequest };
}

/** The results of a check, and the printed report. */
export interface Walked {
  results: StepResult[];
  probes: ProbeResult[];
  text: string;
}

/**
 * Checks a server against the contract of this API, with the values of the correct server.
 *
 * @param invalid Whether to send invalid requests, too.
 */
export async function walkOn(server: string, timeoutMs = 300, invalid = true): Promise<Walked> {
  const { walk: files, judge } = await (prepared ??= prepareOnce());
  const options = { ...files, server, values, timeoutMs, mayChange: true, judge };
  const session = new Session(options);
  const results: StepResult[] = [];
  for await (const result of walk(options, session)) results.push(result);
  const probes: ProbeResult[] = [];
  if (invalid) for await (const result of runProbes(options, session)) probes.push(result);
  const lines = [...results.flatMap(resultLines), ...probes.flatMap(probeLines), ...summaryLines(results, probes)];
  return { results, probes, text: lines.join('\n') };
}

/** Checks a server through a proxy. Returns the reports of the proxy: on each exchange, and on the coverage at the end. */
export async function walkThroughProxy(upstream: string, invalid = true): Promise<{ exchanges: LoggedExchange[]; text: string }> {
  const exchanges: LoggedExchange[] = [];
  const proxy = await startMock({
    port: 0,
    upstream,
    upstreamTimeoutMs: invalid ? 200 : 5000,
    log: (one) => exchanges.push(one),
  });
  await walkOn(proxy.url, 2000, invalid);
  const table = coverageTable(proxy.coverage());
  await proxy.close();
  const said = exchanges.flatMap(({ operationId = '', responseViolations }) =>
    responseViolations.map(({ message }) => `${operationId}: ${message}`),
  );
  return { exchanges, text: [...said, table].join('\n') };
}
