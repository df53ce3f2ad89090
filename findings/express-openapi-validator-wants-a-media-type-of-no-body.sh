#!/usr/bin/env bash
# Package: express-openapi-validator 5.6.2 with express 5.3.0
# Behaviour: If a request body is optional, a request without a body gets 415 "unsupported media type undefined". It is
# accepted only with a Content-Type for the missing body.
# A good guess: "required" of a request body is false by default, and a request without a body needs no media type.
# Seen: 415 without a body, 204 with a Content-Type and no body. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact express-openapi-validator@5.6.2 express@5.3.0 > /dev/null
cat > program.mjs <<'JS'
import express from 'express';
import { middleware } from 'express-openapi-validator';
const apiSpec = {
  openapi: '3.0.3',
  info: { title: 'Things', version: '1' },
  paths: { '/things': { post: {
    requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
    responses: { 204: { description: 'Added' } },
  } } },
};
const app = express();
app.use(express.json());
app.use(middleware({ apiSpec }));
app.post('/things', (request, response) => response.status(204).end());
app.use((error, request, response, next) => response.status(error.status ?? 500).json({ message: error.message }));
const server = app.listen(0, '127.0.0.1', async () => {
  for (const headers of [{}, { 'content-type': 'application/json' }]) {
    const response = await fetch(`http://127.0.0.1:${server.address().port}/things`, { method: 'POST', headers });
    console.log(JSON.stringify(headers), response.status, await response.text());
  }
  server.close();
  server.closeAllConnections();
});
JS
seen=$(node program.mjs)
echo "$seen"
grep -q '^{} 415 ' <<< "$seen" && grep -q 'json"} 204' <<< "$seen"
