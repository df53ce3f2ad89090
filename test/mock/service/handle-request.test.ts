import { expect, test } from 'vitest';
import { violation } from '../../../src/contract/message/violation.js';
import { requestHandler } from '../../../src/mock/service/handle-request.js';
import type { Service } from '../../../src/mock/service/service.js';

const request = { method: 'GET', path: '/', search: '', query: {}, headers: {}, body: new Uint8Array(), malformed: undefined };

/** The header of a response whose violations have messages of these lengths. */
async function headerOf(lengths: number[]): Promise<string | undefined> {
  const exchange = {
    ...{ method: 'GET', path: '/', requestViolations: [] },
    responseViolations: lengths.map((length) => violation(['body'], 'type', 'x'.repeat(length))),
    response: { status: 200, headers: {}, body: undefined },
  };
  const service = (): Service => ({ respondTo: () => Promise.resolve(exchange) }) as unknown as Service;
  const handle = requestHandler({ service, control: () => undefined, cors: false, delayMs: 0 });
  return (await handle(request)).headers['sl-violations'];
}

test('sl-violations has at most 4,096 characters, and is JSON wherever it is cut', async () => {
  const around = ((await headerOf([0])) ?? '').length;
  const fits = 4096 - 1 - around;
  const both = (await headerOf([fits - around + 1, 0])) ?? '';
  expect([both.length, (JSON.parse(both) as unknown[]).length]).toEqual([4095, 2]);
  const first = (await headerOf([fits - around + 2, 0])) ?? '';
  expect((JSON.parse(first) as unknown[]).length).toBe(1);
  const last = (await headerOf([5000, 3])) ?? '';
  expect(JSON.parse(last)).toMatchObject([{ message: 'body xxx' }]);
  expect(await headerOf([5000])).toBeUndefined();
  expect(await headerOf([])).toBeUndefined();
});
