#!/usr/bin/env bash
# Package: swagger-typescript-api 13.13.0
# Behaviour: The generated client sends a list in multipart/form-data as one part that contains the list as JSON.
# A good guess: Each item is a part with the name of the property, as OpenAPI 3.0 and 3.1 define for lists in
# multipart/form-data. The same client does this in a query.
# Seen: One part, ["a","b"]. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact swagger-typescript-api@13.13.0 tsx@4.23.15 > /dev/null
cat > api.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": { "title": "Things", "version": "1" },
  "paths": { "/things": { "post": {
    "operationId": "addThing",
    "requestBody": { "required": true, "content": { "multipart/form-data": { "schema": {
      "type": "object", "properties": { "tags": { "type": "array", "items": { "type": "string" } } } } } } },
    "responses": { "204": { "description": "Added" } }
  } } }
}
JSON
npx swagger-typescript-api generate -p api.json -o . -n client.ts > /dev/null
cat > program.mts <<'TS'
import { Api } from './client.ts';
const api = new Api({
  baseUrl: 'http://127.0.0.1',
  customFetch: async (_url, init) => {
    console.log(JSON.stringify((init?.body as FormData).getAll('tags')));
    return new Response(null, { status: 204 });
  },
});
await api.things.addThing({ tags: ['a', 'b'] });
TS
seen=$(node --import tsx/esm program.mts)
echo "$seen"
[ "$seen" = '["[\"a\",\"b\"]"]' ]
