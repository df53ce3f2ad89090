#!/usr/bin/env bash
# Package: oazapfts 7.5.0
# Behaviour: For a required cookie parameter, the generated function has a typed, required argument, but never uses it. There
# is no warning, neither when the client is generated nor when it is called.
# A good guess: A function sends the arguments that it requires, as it does for query and header parameters.
# Seen: The argument is only in the signature of the function; that of the header parameter is in its body, too. Exits with 1
# if that changes.
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
