// A proxy that checks nothing, for the comparison: node plain-proxy.js UPSTREAM PORT
import console from 'node:console';
import { Agent, createServer, request } from 'node:http';
import process from 'node:process';

const [upstream = '', port] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });

createServer((incoming, outgoing) => {
  const { method, url, headers } = incoming;
  const passedOn = request(upstream + url, { method, headers, agent }, (response) => {
    outgoing.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(outgoing);
  });
  passedOn.once('error', () => outgoing.writeHead(502).end());
  incoming.pipe(passedOn);
}).listen(Number(port), '127.0.0.1', () => console.log('ready'));
