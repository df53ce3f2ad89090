#!/usr/bin/env bash
# Package: typed-openapi 2.2.7
# Behaviour: The generated client replaces a path parameter only if its value is truthy. For the number 0, it requests the
# template itself, with the name of the parameter in braces. Workaround: pass the string "0".
# A good guess: The generated types require a number, and 0 is a number, so the client requests /things/0.
# Seen: 7 requests /things/7, 0 requests /things/%7Bid%7D. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact typed-openapi@2.2.7 tsx@4.23.15 > /dev/null
cat > api.json <<'JSON'
{
  "openapi": "3.1.0",
  "info": { "title": "Things", "version": "1" },
  "paths": { "/things/{id}": { "get": {
    "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "integer" } }],
    "responses": { "204": { "description": "Found" } }
  } } }
}
JSON
npx typed-openapi api.json --output client.ts > /dev/null
cat > program.mts <<'TS'
import { createApiClient } from './client.ts';
const fetcher = {
  fetch: async ({ url }: { url: URL }) => {
    console.log(url.pathname);
    return new Response(null, { status: 204 });
  },
};
const api = createApiClient(fetcher, 'http://127.0.0.1');
await api.get('/things/{id}', { path: { id: 7 } });
await api.get('/things/{id}', { path: { id: 0 } });
TS
seen=$(node --import tsx/esm program.mts)
echo "$seen"
[ "$seen" = '/things/7
/things/%7Bid%7D' ]
