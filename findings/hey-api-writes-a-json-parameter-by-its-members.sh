#!/usr/bin/env bash
# Package: @hey-api/openapi-ts 0.95.0, client "@hey-api/client-fetch"
# Behaviour: The client serializes a query parameter with "content" of application/json as if it had the style "form": one
# parameter for each member of the object, without the name of the parameter. Workaround: pass your own querySerializer.
# A good guess: A parameter with "content" is serialized in its media type (Parameter Object), as ?filter={"state":"open"},
# encoded for a URL.
# Seen: ?state=open. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @hey-api/openapi-ts@0.95.0 typescript@5.9.3 tsx@4.23.15 > /dev/null
cat > api.json <<'JSON'
{
  "openapi": "3.1.0",
  "info": { "title": "Things", "version": "1" },
  "paths": { "/things": { "get": {
    "operationId": "listThings",
    "parameters": [{ "name": "filter", "in": "query", "content": { "application/json": { "schema": {
      "type": "object", "properties": { "state": { "type": "string" } } } } } }],
    "responses": { "204": { "description": "Listed" } }
  } } }
}
JSON
npx openapi-ts -i api.json -o client -c @hey-api/client-fetch > /dev/null
cat > program.mts <<'TS'
import { client } from './client/client.gen.ts';
import { listThings } from './client/sdk.gen.ts';
client.setConfig({
  baseUrl: 'http://127.0.0.1',
  fetch: async (request) => {
    console.log(new URL((request as Request).url).search);
    return new Response(null, { status: 204 });
  },
});
await listThings({ query: { filter: { state: 'open' } } });
TS
seen=$(node --import tsx/esm program.mts)
echo "$seen"
[ "$seen" = '?state=open' ]
