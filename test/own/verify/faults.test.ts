import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchangeLines } from '../../../src/mock/log-lines.js';
import type { Verdict } from '../../../src/verify/walk/judge.js';
import { probeLines, resultLines } from '../../../src/verify/report.js';
import { faults } from './faults/all.js';
import type { Fault } from './faults/fault.js';
import { walkOn, walkThroughProxy } from './faulty-walk.js';
import { honestVariants } from './variants.js';
import { account, authToken, startHonestServer, type HonestServer } from './honest-server.js';

let server: HonestServer;
beforeAll(async () => {
  server = await startHonestServer();
});
afterAll(() => {
  server.close();
});

test('an honest server gives each documented response, and nothing is found wrong with it', async () => {
  server.plant();
  const { text, results, probes } = await walkOn(server.url, 5000);
  const isOther = ({ verdict }: { verdict: Verdict }): boolean => verdict.kind !== 'as documented';
  const others = [...results.filter(isOther).flatMap(resultLines), ...probes.filter(isOther).flatMap(probeLines)];
  expect(others).toEqual([]);
  expect(text).toMatch(/^(\d+) of \1 as documented, 0 different, 0 not triggered by the server, 0 left out\.$/m);
  expect(text).not.toContain('warning');
  // The requests had real effects: an email was sent, and the password was changed.
  expect(new Set(server.store.emailed)).toEqual(new Set([account.email]));
  expect(server.store.accounts.get(account.email)?.password).toBe(account.password);
});

test.each(honestVariants)('the walk names no difference, and leaves nothing out: $name', async (variant) => {
  server.plant(variant);
  const { results, probes } = await walkOn(server.url, 5000);
  const others = [
    ...results.filter(({ verdict }) => verdict.kind !== 'as documented').flatMap(resultLines),
    ...probes.filter(({ verdict }) => verdict.kind !== 'as documented').flatMap(probeLines),
  ];
  expect(others).toEqual([]);
});

test.each(honestVariants)('the proxy names no difference: $name', async (variant) => {
  server.plant(variant);
  const { text } = await walkThroughProxy(server.url, false);
  expect(text).toMatch(/^Contract coverage: (\d+) of \1 documented responses seen, 0 different, 0 never seen\.$/m);
});

test.each(faults)('the walk names: $name', async (fault) => {
  const text = await shortest(fault, fault.walk, (invalid) => walkOn(server.url, 300, invalid));
  expect(text).toMatch(fault.walk);
  expect(text).not.toContain(account.password);
});

test('the proxy says nothing of an honest server, and sees each documented response', async () => {
  server.plant();
  const { text, exchanges } = await walkThroughProxy(server.url, false);
  expect(text).toMatch(/^Contract coverage: (\d+) of \1 documented responses seen, 0 different, 0 never seen\.\n/);
  expect(text).not.toContain('Not documented');
  const log = exchanges.map((one) => exchangeLines(one, true)).join('\n');
  for (const secret of [account.email, account.password, authToken]) expect(log).not.toContain(secret);
});

const shownToProxy = faults.filter((fault) => fault.proxy !== undefined);

test.each(shownToProxy)('the proxy names: $name', async (fault) => {
  const text = await shortest(fault, fault.proxy!, (invalid) => walkThroughProxy(server.url, invalid));
  expect(text).toMatch(fault.proxy!);
});

/** The report of a check without invalid requests if it names the fault; otherwise that of one with them, which takes longer. */
async function shortest(fault: Fault, named: RegExp, check: (invalid: boolean) => Promise<{ text: string }>): Promise<string> {
  server.plant(fault);
  const { text } = await check(false);
  if (named.test(text)) return text;
  server.plant(fault);
  return (await check(true)).text;
}
