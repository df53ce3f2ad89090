import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { askServer } from './requests.js';

/** Serves the mock of Mockoon. */
export default async function read({ description }) {
  const port = await freePort();
  const args = ['start', '--data', description, '--port', String(port), '--disable-log-to-file'];
  const server = spawn(join(process.cwd(), 'node_modules/.bin/mockoon-cli'), args, { stdio: 'ignore' });
  try {
    for (let tries = 0; tries < 150; tries += 1) {
      const isUp = await fetch(`http://127.0.0.1:${port}/`).then(
        () => true,
        () => false,
      );
      if (isUp) return await askServer(port);
      await pause(200);
    }
    throw new Error('The mock of Mockoon does not listen after 30 s.');
  } finally {
    server.kill();
  }
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
