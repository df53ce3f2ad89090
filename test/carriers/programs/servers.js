// Starts each server that hands its requests to a function as `fetch` has them, and gives its port.
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

/** The servers: each responds with 404 where it sees a body, and with 204 where it sees none. */
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
