import { coverageTable } from '../../../src/mock/coverage/coverage-text.js';
import { startMock, type LoggedExchange } from '../../../src/mock/index.js';
import { prepare, type PreparedWalk } from '../../../src/verify/prepare.js';
import { resultLines, summaryLines } from '../../../src/verify/report.js';
import { walk, type StepResult } from '../../../src/verify/walk.js';
import { account, authToken, readOnlyEmail, unknownEmail } from './honest-server.js';
import type { Values } from '../../../src/verify/values-file.js';

/** What the honest server knows in place of the examples. */
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

let prepared: Promise<PreparedWalk> | undefined;

/** Walks the contract of this API on a server, with the values of the honest server. */
export async function walkOn(server: string, timeoutMs = 300): Promise<{ results: StepResult[]; text: string }> {
  const { steps, outputs } = await (prepared ??= prepare({}));
  const results: StepResult[] = [];
  for await (const result of walk({ steps, outputs, server, values, timeoutMs, mayChange: true })) results.push(result);
  return { results, text: [...results.flatMap(resultLines), ...summaryLines(results)].join('\n') };
}

/** Walks on a server through a proxy, and gives what the proxy says: of each exchange, and of the coverage at its end. */
export async function walkThroughProxy(upstream: string): Promise<{ exchanges: LoggedExchange[]; text: string }> {
  const exchanges: LoggedExchange[] = [];
  const proxy = await startMock({ port: 0, upstream, upstreamTimeoutMs: 200, log: (one) => exchanges.push(one) });
  await walkOn(proxy.url, 2000);
  const table = coverageTable(proxy.coverage());
  await proxy.close();
  const said = exchanges.flatMap(({ operationId = '', responseViolations }) =>
    responseViolations.map(({ message }) => `${operationId}: ${message}`),
  );
  return { exchanges, text: [...said, table].join('\n') };
}
