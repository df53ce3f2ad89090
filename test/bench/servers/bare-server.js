// A server without a framework that reads and sends JSON, to compare the mock with the cost of Node itself: node bare-server.js
// [SCHEMA] PORT. With a schema, it validates the body with Ajv.
import { Buffer } from 'node:buffer';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import process from 'node:process';

const [port, schema] = process.argv.slice(2).reverse();
const require = createRequire(import.meta.url);

function validator() {
  if (schema === undefined) return () => true;
  const { Ajv2020 } = require('ajv/dist/2020');
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  require('ajv-formats').default(ajv);
  return ajv.compile(JSON.parse(schema));
}

const validate = validator();
createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const value = JSON.parse(Buffer.concat(chunks).toString());
    const body = JSON.stringify({ reset_token: value.email });
    const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
    response.writeHead(validate(value) ? 200 : 400, headers).end(body);
  });
}).listen(Number(port), '127.0.0.1');
