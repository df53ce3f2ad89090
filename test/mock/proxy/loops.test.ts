import { expect, test } from 'vitest';
import { startMock } from '../../../src/mock/index.js';
import { freePort } from '../../support/free-port.js';
import { description, startProxied } from './proxied.js';

test.each(['127.0.0.1', 'localhost', '[::1]', 'api.localhost'])(
  'a proxy of its own address at %s does not start',
  async (host) => {
    const port = await freePort();
    await expect(startMock({ port, description, upstream: `http://${host}:${port}` })).rejects.toThrow(
      `The upstream http://${host}:${port} is where this proxy is to listen: give it another port.`,
    );
  },
);

test('a request that comes back is refused the first time, by way of another proxy too', async (context) => {
  const ports = [await freePort(), await freePort()];
  const [first, second] = await Promise.all(
    ports.map((port, index) => startMock({ port, description, upstream: `http://127.0.0.1:${ports[1 - index]}` })),
  );
  context.onTestFinished(() => first?.close());
  context.onTestFinished(() => second?.close());
  const response = await fetch(`${first?.url}/things?q=1`);
  expect([response.status, await response.text()]).toEqual([
    508,
    expect.stringContaining(`The upstream http://127.0.0.1:${ports[1]} passes requests back to this proxy`),
  ]);
  expect(first?.coverage().documented.map(({ seen }) => seen)).toEqual([0, 0, 0]);
});

test('what came through other proxies is passed on, with their names', async (context) => {
  const proxied = await startProxied();
  context.onTestFinished(() => proxied.close());
  let via: string | undefined;
  const sent = { method: 'GET', path: '/things?q=1', headers: { via: '1.1 mock-0000000000000000, 2 edge (x)' } };
  await proxied.exchange(sent, (request, response) => {
    via = request.headers.via;
    response.writeHead(204).end();
  });
  expect(via).toMatch(/^1\.1 mock-0{16}, 2 edge \(x\), 1\.1 mock-[0-9a-f]{16}$/);
});
