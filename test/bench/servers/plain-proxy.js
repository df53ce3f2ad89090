// A proxy that checks nothing, for the comparison: node plain-proxy.js UPSTREAM PORT [parses]. With "parses", it holds a
// response back until its JSON is parsed. That is the minimum for a proxy that reports differences of the body in a header.
import { Buffer } from 'node:buffer';
import console from 'node:console';
import { Agent, createServer, request } from 'node:http';
import process from 'node:process';

const [upstream = '', port, parses] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });

createServer((incoming, outgoing) => {
  const { method, url, headers } = incoming;
  const passedOn = request(upstream + url, { method, headers, agent }, (response) => {
    if (parses) sendParsed(response, outgoing);
    else response.pipe(outgoing.writeHead(response.statusCode ?? 502, response.headers));
  });
  passedOn.once('error', () => outgoing.writeHead(502).end());
  incoming.pipe(passedOn);
}).listen(Number(port), '127.0.0.1', () => console.log('ready'));

function sendParsed(response, outgoing) {
  const chunks = [];
  response.on('data', (chunk) => chunks.push(chunk));
  response.once('end', () => {
    const body = Buffer.concat(chunks);
    JSON.parse(body.toString());
    outgoing.writeHead(response.statusCode ?? 502, response.headers).end(body);
  });
}
