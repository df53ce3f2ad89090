// A server with bodies of two sizes, to compare proxies: node items-server.js PORT
import { Buffer } from 'node:buffer';
import console from 'node:console';
import { createServer } from 'node:http';
import process from 'node:process';

/** Items of some hundred bytes each, as described in `items.yaml`. */
const items = (count) =>
  JSON.stringify(
    Array.from({ length: count }, (_, index) => ({
      id: 1_000_000 + index,
      name: `Item ${index}`,
      price: index / 8,
      tags: ['new', 'a longer tag', 'a tag'],
      maker: { name: 'Ada & Sons', country: 'GB', isOpen: index % 2 === 0 },
      note: 'A sentence or two that say what it is made of, as most have.',
    })),
  );
const bodies = { '/small': items(5), '/large': items(4400) };

createServer((request, response) => {
  const body = bodies[request.url];
  request.resume().once('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
  });
}).listen(Number(process.argv[2]), '127.0.0.1', () => {
  console.log(
    Object.values(bodies)
      .map((body) => Buffer.byteLength(body))
      .join(' '),
  );
});
