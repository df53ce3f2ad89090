// Sends the request through one tool, and prints the status code or the error: node run.js KIND NAME SERVER REQUEST.
import { request } from 'node:http';

const [kind, name, server, json] = process.argv.slice(2);
const given = JSON.parse(json);
const ways = {
  client: async () => (await import('./clients.js')).clients[name]({ ...given, url: `${server}${given.path}` }),
  proxy: async () => {
    const { port } = await (await import('./proxies.js')).proxies[name](server);
    return throughHttp(port);
  },
  server: async () => throughHttp((await (await import('./servers.js')).servers[name]()).port),
  double: async () => (await import('./doubles.js')).doubles[name](given),
};

function throughHttp(port) {
  const { path, headers, body } = given;
  const framed = { ...headers, 'Content-Length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method: 'GET', headers: framed }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    sent.on('error', reject).end(body);
  });
}

const result = await ways[kind]().then(
  (status) => ({ status }),
  (error) => ({ refusal: String(error.message).split('\n')[0] }),
);
process.stdout.write(`\n${JSON.stringify(result)}\n`, () => process.exit(0));
