// A mock server with openapi-backend: node openapi-backend-server.js PACKAGES DESCRIPTION PORT. PACKAGES is the folder of its
// package.json.
import { Buffer } from 'node:buffer';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import process from 'node:process';

const [packages, definition, port] = process.argv.slice(2);
const { OpenAPIBackend } = createRequire(packages)('openapi-backend');

const backend = new OpenAPIBackend({ definition, ajvOpts: { strict: false } });
backend.register({
  notFound: () => ({ status: 404 }),
  validationFail: ({ validation }) => ({ status: 400, mock: validation.errors }),
  notImplemented: ({ api, operation }) => api.mockResponseForOperation(operation.operationId),
});
await backend.init();

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const [path, query] = request.url.split('?');
    const { method, headers } = request;
    const sent = { method, path, query, headers, body: JSON.parse(Buffer.concat(chunks).toString()) };
    const { status, mock } = await backend.handleRequest(sent);
    const body = JSON.stringify(mock ?? null);
    const fields = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
    response.writeHead(status, fields).end(body);
  });
}).listen(Number(port), '127.0.0.1');
