// Starts each proxy in front of a server. Returns its port and a function that stops it.
import { createServer } from 'node:http';
import fastifyProxy from '@fastify/http-proxy';
import h2o2 from '@hapi/h2o2';
import Hapi from '@hapi/hapi';
import { serve } from '@hono/node-server';
import express from 'express';
import expressHttpProxy from 'express-http-proxy';
import Fastify from 'fastify';
import { H3, proxyRequest, serve as serveH3 } from 'h3';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';
import httpProxy3 from 'http-proxy-3';
import { createProxyMiddleware } from 'http-proxy-middleware';
import { createServer as createVite } from 'vite';

const host = '127.0.0.1';

function listen(handler) {
  const server = createServer(handler);
  return new Promise((resolve) => {
    server.listen(0, host, () => resolve({ port: server.address().port, close: () => server.close() }));
  });
}

/** The proxies, each as a function of the URL of the server behind it. */
export const proxies = {
  'http-proxy-3': (target) => {
    const one = httpProxy3.createProxyServer({ target });
    return listen((request, response) => one.web(request, response));
  },
  'http-proxy-middleware': (target) => listen(express().use(createProxyMiddleware({ target }))),
  vite: async (target) => {
    const server = { host, port: 0, proxy: { '/api': target }, ws: false };
    const vite = await createVite({ configFile: false, logLevel: 'silent', server });
    await vite.listen();
    return { port: vite.httpServer.address().port, close: () => vite.close() };
  },
  'express-http-proxy': (target) => listen(express().use(expressHttpProxy(target))),
  '@fastify/http-proxy': async (target) => {
    const server = Fastify();
    await server.register(fastifyProxy, { upstream: target });
    await server.listen({ port: 0, host });
    return { port: server.server.address().port, close: () => server.close() };
  },
  '@hapi/h2o2': async (target) => {
    const server = Hapi.server({ port: 0, host });
    await server.register(h2o2);
    server.route({ method: '*', path: '/{path*}', handler: { proxy: { uri: `${target}{path}{query}`, passThrough: true } } });
    await server.start();
    return { port: server.info.port, close: () => server.stop() };
  },
  hono: (target) => {
    const app = new Hono().all('*', (context) => {
      const { pathname, search } = new URL(context.req.url);
      return proxy(`${target}${pathname}${search}`, context.req);
    });
    return new Promise((resolve) => {
      const server = serve({ fetch: app.fetch, port: 0, hostname: host }, ({ port }) =>
        resolve({ port, close: () => server.close() }),
      );
    });
  },
  h3: async (target) => {
    const app = new H3().all('/**', (event) => proxyRequest(event, `${target}${event.url.pathname}${event.url.search}`));
    const server = serveH3(app, { port: 0, hostname: host, silent: true });
    await server.ready();
    return { port: Number(new URL(server.url).port), close: () => server.close(true) };
  },
};
