#!/usr/bin/env bash
# Package: express-openapi-validator 5.6.2 with express 5.3.0
# Behaviour: If a header parameter is a list and has no "style", each request of its operation gets a 400 that blames the
# style, even a request without the header. With an explicit "style": "simple", it works.
# A good guess: In OpenAPI, the default style of a header is "simple", so a description without it means the same.
# Seen: 400 and 204 for the same request. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact express-openapi-validator@5.6.2 express@5.3.0 > /dev/null
cat > program.mjs <<'JS'
import express from 'express';
import { middleware } from 'express-openapi-validator';
const at = (more) => ({
  get: {
    parameters: [{ name: 'X-Parts', in: 'header', schema: { type: 'array', items: { type: 'string' } }, ...more }],
    responses: { 204: { description: 'Found' } },
  },
});
const apiSpec = { openapi: '3.0.3', info: { title: 'Things', version: '1' }, paths: { '/default': at({}), '/written': at({ style: 'simple' }) } };
const app = express();
app.use(middleware({ apiSpec }));
app.get(['/default', '/written'], (request, response) => response.status(204).end());
app.use((error, request, response, next) => response.status(error.status ?? 500).json({ message: error.message }));
const server = app.listen(0, '127.0.0.1', async () => {
  for (const path of ['/default', '/written']) {
    const response = await fetch(`http://127.0.0.1:${server.address().port}${path}`);
    console.log(path, response.status, await response.text());
  }
  server.close();
  server.closeAllConnections();
});
JS
seen=$(node program.mjs)
echo "$seen"
grep -q '^/default 400 .*style' <<< "$seen" && grep -q '^/written 204' <<< "$seen"
