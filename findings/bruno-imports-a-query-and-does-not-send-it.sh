#!/usr/bin/env bash
# Package: @usebruno/cli 4.1.0
# Behaviour: `bru import openapi` writes a required query parameter with its example to the block params:query of the request.
# `bru run` does not send it: it sends only the query in the URL.
# A good guess: The application keeps the block and the URL in sync, so an imported collection sends what it shows.
# Seen: The server receives "/things", although the collection contains "kind: small". Exits with 1 if the query is sent.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @usebruno/cli@4.1.0 > /dev/null
cat > api.json <<'JSON'
{
  "openapi": "3.1.0",
  "info": { "title": "Things", "version": "1" },
  "servers": [{ "url": "http://127.0.0.1:1", "description": "here" }],
  "paths": { "/things": { "get": {
    "operationId": "listThings",
    "parameters": [{ "name": "kind", "in": "query", "required": true, "schema": { "type": "string" }, "example": "small" }],
    "responses": { "204": { "description": "None" } }
  } } }
}
JSON
npx bru import openapi -s api.json -o collection -n things --collection-format bru > /dev/null
grep -A 2 'params:query' collection/*.bru
cat > server.js <<'JS'
const server = require('node:http').createServer((request, response) => {
  console.log(request.url);
  response.writeHead(204).end();
  server.close();
});
server.listen(0, '127.0.0.1', () => require('node:fs').writeFileSync('port', String(server.address().port)));
JS
node server.js > seen &
while [ ! -s port ]; do sleep 0.1; done
(cd collection && ../node_modules/.bin/bru run --env here --env-var "baseUrl=http://127.0.0.1:$(cat ../port)" > /dev/null)
wait
cat seen
[ "$(cat seen)" = '/things' ]
