import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startMock } from '../../../src/mock/index.js';

const get = 'GET /a HTTP/1.1\r\nHost: mock\r\n\r\n';

test('a connection that sends thousands of requests at once does not keep the others waiting', async () => {
  const responses = { 200: { description: 'Yes', content: { 'text/plain': { example: '!' } } } };
  const mock = await startMock({
    port: 0,
    description: { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: { '/a': { get: { responses } } } },
  });
  onTestFinished(() => mock.close());
  const { hostname, port } = new URL(mock.url);
  const open = async (): Promise<Socket> => {
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return socket;
  };
  const [greedy, modest] = [await open(), await open()];
  const count = 2000;
  let done = 0;
  // A response may be divided between two chunks; its body is not, as it is a single letter.
  greedy.on('data', (chunk: Buffer) => (done += chunk.toString().split('!').length - 1));

  greedy.write(get.repeat(count));
  await once(greedy, 'data');
  modest.write(get);
  await once(modest, 'data');
  const before = done;
  while (done < count) await once(greedy, 'data');

  // Each turn of the greedy one is four requests: the modest one is served after a few of its turns.
  expect(before).toBeLessThan(count / 2);
  greedy.destroy();
  modest.destroy();
});
