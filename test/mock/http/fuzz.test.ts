import { expect, test } from 'vitest';
import { startMock } from '../../../src/mock/index.js';
import { fuzz } from './fuzz.js';

test('random requests are answered in finite time, and never as a failure of the mock', async ({ onTestFinished }) => {
  const mock = await startMock({ port: 0, timeoutMs: 2000 });
  onTestFinished(() => mock.close());
  const { statuses } = await fuzz(mock.url, 600, 42);
  // Requests that all fail in the parser would prove little.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 204, 400, 401, 404, 405, 415]));
});
