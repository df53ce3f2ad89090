#!/usr/bin/env bash
# Package: openapi-zod-client 1.18.3 with zod 3.25.76 and @zodios/core 10.9.6
# Behaviour: The exported schema of a component has only its type. Its length, pattern, limits and `nullable` are written
# where another schema refers to it. So validation with the exported schema accepts values that the description forbids.
# A good guess: `schemas.Code` is equivalent to components.schemas.Code, and a reference to it is just its name.
# Seen: The code "a" is accepted alone and rejected as a field. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact openapi-zod-client@1.18.3 zod@3.25.76 @zodios/core@10.9.6 axios@1.21.1 \
  tsx@4.23.15 > /dev/null
cat > api.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": { "title": "Things", "version": "1" },
  "paths": { "/things": { "get": { "responses": { "200": {
    "description": "Found", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } } } },
  "components": { "schemas": {
    "Code": { "type": "string", "minLength": 2 },
    "Thing": { "type": "object", "required": ["code"], "properties": { "code": { "$ref": "#/components/schemas/Code" } } }
  } }
}
JSON
npx openapi-zod-client api.json -o client.ts --export-schemas > /dev/null
cat > program.ts <<'TS'
import { schemas } from './client';
console.log('Code', schemas.Code.safeParse('a').success);
console.log('Thing', schemas.Thing.safeParse({ code: 'a' }).success);
TS
seen=$(npx tsx program.ts)
echo "$seen"
[ "$seen" = 'Code true
Thing false' ]
