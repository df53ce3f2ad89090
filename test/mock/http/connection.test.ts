import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { Connection, mostAtOnce, mostWaiting } from '../../../src/mock/http/connection.js';
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
  // A response may be split between two chunks. Its body is not, since it is a single letter.
  greedy.on('data', (chunk: Buffer) => (done += chunk.toString().split('!').length - 1));

  greedy.write(get.repeat(count));
  await once(greedy, 'data');
  modest.write(get);
  await once(modest, 'data');
  const before = done;
  while (done < count) await once(greedy, 'data');

  // The greedy connection gets four requests per turn. The modest one is served after a few turns.
  expect(before).toBeLessThan(count / 2);
  greedy.destroy();
  modest.destroy();
});

test('a connection has a few requests at work and a few that wait; then it is not read from', async () => {
  const socket = new PassThrough();
  const connection = new Connection(socket as unknown as Socket);
  const responses: EventEmitter[] = [];
  let begun = 0;
  const take = (): void => {
    const response = Object.assign(new EventEmitter(), { req: { complete: true } });
    responses.push(response);
    connection.take(response as unknown as ServerResponse, () => (begun += 1));
  };
  const afterATurn = async (): Promise<unknown[]> => {
    await setImmediate();
    return [begun, connection.open.length, socket.isPaused()];
  };
  const most = mostAtOnce + mostWaiting;
  for (let index = 0; index < most - 1; index += 1) take();
  expect(await afterATurn()).toEqual([mostAtOnce, most - 1, false]);
  take();
  expect(await afterATurn()).toEqual([mostAtOnce, most, true]);
  responses[0]?.emit('close');
  expect(await afterATurn()).toEqual([mostAtOnce + 1, most - 1, false]);
  // Waiting requests start when others end, and each starts once.
  for (const response of responses.slice(1)) {
    response.emit('close');
    await setImmediate();
  }
  expect(await afterATurn()).toEqual([most, 0, false]);
});
