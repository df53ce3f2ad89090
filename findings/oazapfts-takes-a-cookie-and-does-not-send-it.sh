#!/usr/bin/env bash
# Package: oazapfts 7.5.0
# Behaviour: The generated function has a typed, required argument for a required cookie parameter, and its body never uses it.
# Nothing warns, neither when the client is made nor when it is called.
# A good guess: What a function demands it sends, as it does with a parameter of the query or of a header.
# Seen: The argument stands in the function's head alone; the header parameter stands in head and body. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact oazapfts@7.5.0 > /dev/null
cat > api.json <<'JSON'
{
  "openapi": "3.1.0",
  "info": { "title": "Things", "version": "1" },
  "paths": { "/things": { "get": {
    "operationId": "listThings",
    "parameters": [
      { "name": "region", "in": "cookie", "required": true, "schema": { "type": "string" } },
      { "name": "language", "in": "header", "required": true, "schema": { "type": "string" } }
    ],
    "responses": { "204": { "description": "Found" } }
  } } }
}
JSON
npx oazapfts api.json client.ts > /dev/null
sed -n '/export function listThings/,/^}/p' client.ts
[ "$(grep -c 'region' client.ts)" = 1 ] && [ "$(grep -c 'language' client.ts)" = 2 ]
