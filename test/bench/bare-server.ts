import { createServer } from 'node:http';

/**
 * A server without a framework that reads JSON and answers JSON, to measure the mock against what Node itself takes.
 * Its argument is the port.
 */
createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { email } = JSON.parse(Buffer.concat(chunks).toString()) as { email: string };
    const body = JSON.stringify({ reset_token: email });
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }).end(body);
  });
}).listen(Number(process.argv[2]), '127.0.0.1');
