import { afterAll, beforeAll, expect, test } from 'vitest';
import { coverageTable } from '../../../src/mock/coverage/coverage-text.js';
import { startMock, type LoggedExchange, type Mock } from '../../../src/mock/index.js';
import { exchangeLines } from '../../../src/mock/log-lines.js';
import { resultLines } from '../../../src/verify/report.js';
import { faults } from './faults/all.js';
import { walkOn } from './faulty-walk.js';
import { account, authToken, startHonestServer, type HonestServer } from './honest-server.js';

let server: HonestServer;
let proxy: Mock;
let exchanges: LoggedExchange[] = [];
beforeAll(async () => {
  server = await startHonestServer();
});
afterAll(() => {
  server.close();
});

/** Walks through a proxy of its own, and gives what the proxy says: of each exchange, and of the coverage at the end. */
async function proxied(): Promise<string> {
  exchanges = [];
  const log = (exchange: LoggedExchange): void => void exchanges.push(exchange);
  proxy = await startMock({ port: 0, upstream: server.url, upstreamTimeoutMs: 200, log });
  await walkOn(proxy.url, 2000);
  const table = coverageTable(proxy.coverage());
  await proxy.close();
  const said = exchanges.flatMap(({ operationId = '', responseViolations }) =>
    responseViolations.map(({ message }) => `${operationId}: ${message}`),
  );
  return [...said, table].join('\n');
}

test('an honest server gives each documented response, and nothing is found wrong with it', async () => {
  server.plant();
  const { text, results } = await walkOn(server.url);
  const others = results.filter(({ verdict }) => verdict.kind !== 'as documented').flatMap(resultLines);
  expect(others, 'Add what is new in the description to honest-server.ts.').toEqual([]);
  expect(text).toMatch(/^(\d+) of \1 as documented, 0 differently, 0 not triggered\.$/m);
  expect(text).not.toContain('warning');
  // What the walk did is real: an email went out, and the password is another.
  expect(server.store.emailed).toEqual([account.email]);
  expect(server.store.accounts.get(account.email)?.password).toBe(account.password);
});

test.each(faults)('the walk names: $name', async (fault) => {
  server.plant(fault);
  const { text } = await walkOn(server.url);
  expect(text).toMatch(fault.walk);
  expect(text).not.toContain(account.password);
});

test('the proxy says nothing of an honest server, and sees each documented response', async () => {
  server.plant();
  const said = await proxied();
  expect(said).toMatch(/^Contract coverage: (\d+) of \1 documented responses seen\.\n/);
  expect(said).not.toContain('Not documented');
  const log = exchanges.map((one) => exchangeLines(one, true)).join('\n');
  for (const secret of [account.email, account.password, authToken]) expect(log).not.toContain(secret);
});

test.each(faults)('the proxy names: $name', async (fault) => {
  server.plant(fault);
  expect(await proxied()).toMatch(fault.proxy);
});
