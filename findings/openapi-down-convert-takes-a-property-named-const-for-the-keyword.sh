#!/usr/bin/env bash
# Package: @apiture/openapi-down-convert 0.14.2
# Behaviour: For OpenAPI 3.0, it replaces the keyword "const" by "enum". It also does this to a property named "const", which
# becomes a property named "enum" whose schema is a list.
# A good guess: The keys of "properties" are property names, so "const" is not a keyword there.
# Seen: properties {"enum":[{"type":"string"}]}. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @apiture/openapi-down-convert@0.14.2 > /dev/null
cat > api.json <<'JSON'
{
  "openapi": "3.1.0",
  "info": { "title": "Things", "version": "1" },
  "paths": {},
  "components": { "schemas": { "Word": { "type": "object", "properties": { "const": { "type": "string" } } } } }
}
JSON
npx openapi-down-convert --input api.json --output converted.json
seen=$(node -p 'JSON.stringify(JSON.parse(require("fs").readFileSync("converted.json", "utf8")).components.schemas.Word.properties)')
echo "$seen"
[ "$seen" = '{"enum":[{"type":"string"}]}' ]
