/** A tool that sends, drops or refuses the body of a GET. */
export interface Carrier {
  /** The name in the table, without a version. */
  name: string;
  /** The role of the tool. */
  kind: 'client' | 'proxy' | 'server' | 'double';
  /** The packages whose versions are shown. The first one is run. */
  packages: string[];
  /** Its name in `programs/`. Default: that of its first package. */
  program?: string;
  /** The option that it needs, or what to do instead. */
  note?: string;
}

/** The tools that npm can install. They are run. */
export const carriers: Carrier[] = [
  { name: '`request` of undici', kind: 'client', packages: ['undici'] },
  { name: 'axios on Node', kind: 'client', packages: ['axios'] },
  {
    name: 'got',
    kind: 'client',
    packages: ['got'],
    note: 'with `allowGetBody: true`; leave its `cache` off, which knows no body',
  },
  { name: 'superagent', kind: 'client', packages: ['superagent'] },
  { name: 'needle', kind: 'client', packages: ['needle'], note: 'a text is taken for a query' },
  {
    name: '`fetch` of Node',
    kind: 'client',
    packages: ['node'],
    program: 'fetch',
    note: 'so is each client that is built on it; omit the body',
  },
  { name: 'http-proxy-3', kind: 'proxy', packages: ['http-proxy-3'] },
  { name: 'http-proxy-middleware', kind: 'proxy', packages: ['http-proxy-middleware'] },
  { name: 'the proxy of Vite', kind: 'proxy', packages: ['vite'] },
  { name: 'express-http-proxy', kind: 'proxy', packages: ['express-http-proxy'] },
  { name: '@fastify/http-proxy', kind: 'proxy', packages: ['@fastify/http-proxy'], note: 'the `Content-Type` stays' },
  { name: '@hapi/h2o2', kind: 'proxy', packages: ['@hapi/h2o2'], note: 'the `Content-Type` stays' },
  { name: '`proxy()` of Hono', kind: 'proxy', packages: ['hono'], note: 'its requests are those of `fetch`' },
  { name: '`proxyRequest` of h3', kind: 'proxy', packages: ['h3'], note: 'its requests are those of `fetch`' },
  {
    name: 'Hono on Node',
    kind: 'server',
    packages: ['hono'],
    note: 'its requests are those of `fetch`; serve the mock with `startMock`',
  },
  { name: '`Deno.serve`', kind: 'server', packages: ['deno'], note: 'serve the mock with `startMock`, or choose with `Prefer`' },
  { name: '`Bun.serve`', kind: 'server', packages: ['bun'], note: 'serve the mock with `startMock`, or choose with `Prefer`' },
  { name: 'msw', kind: 'double', packages: ['msw'], note: 'use `startMock`, or queue the response with `mock.next`' },
  {
    name: 'nock',
    kind: 'double',
    packages: ['nock'],
    note: 'where `node:http` sends it with a `Content-Length`; nock 15 drops it',
  },
  { name: '`MockAgent` of undici', kind: 'double', packages: ['undici'] },
];

/** The tools that npm cannot install. They were tested by hand. */
export const triedByHand: Array<Record<'name' | 'kind' | 'body' | 'note', string>> = [
  {
    name: 'curl, HTTPie, wget; requests, urllib3, httpx, aiohttp',
    kind: 'client',
    body: 'carried',
    note: '`curl -X GET -d`, `http --raw`, `wget --method=GET --body-data`',
  },
  { name: '`XMLHttpRequest`', kind: 'client', body: 'dropped', note: 'the `Content-Type` stays' },
  {
    name: 'nginx, HAProxy, Apache, Caddy',
    kind: 'gateway',
    body: 'carried',
    note: 'not with `proxy_cache` of nginx: it responds for another body',
  },
  { name: 'Varnish 7.1', kind: 'gateway', body: 'dropped', note: 'the `Content-Type` stays' },
  {
    name: 'Squid, lighttpd',
    kind: 'gateway',
    body: 'refused',
    note: 'Squid: 411, `request_entities on` carries it; lighttpd: 400, `"method-get-body" => "enable"` in `server.http-parseopts` carries it',
  },
];
