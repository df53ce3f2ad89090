// Starts each server whose handler takes a `Request`. Returns its port.
import { spawn } from 'node:child_process';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const host = '127.0.0.1';

/** Starts a program of another runtime, which prints its port. */
function start(command, args) {
  const server = spawn(`node_modules/.bin/${command}`, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  process.on('exit', () => server.kill());
  return new Promise((resolve, reject) => {
    server.stdout.once('data', (text) => resolve({ port: Number(text) }));
    server.once('exit', (code) => reject(new Error(`${command} ended with ${code}`)));
  });
}

/** The servers. Each responds with 404 if it sees a body, else with 204. */
export const servers = {
  hono: () => {
    const app = new Hono().all('*', async (context) => {
      const text = await context.req.raw.text();
      return new Response(null, { status: text === '' ? 204 : 404 });
    });
    return new Promise((resolve) => serve({ fetch: app.fetch, port: 0, hostname: host }, resolve));
  },
  deno: () => start('deno', ['run', '--quiet', '--allow-net', 'programs/serve.js']),
  bun: () => start('bun', ['programs/serve.js']),
};
