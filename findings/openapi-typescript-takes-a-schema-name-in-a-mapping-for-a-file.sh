#!/usr/bin/env bash
# Package: openapi-typescript 7.13.0 with typescript 5.9.3
# Behaviour: OpenAPI lets the `mapping` of a discriminator name a schema by its component name (`card: Card`) or by a
# reference. openapi-typescript takes the name for a reference to a file, and ends with "Can't resolve $ref". @redocly/cli
# 2.77.0 finds nothing wrong with either.
# A good guess: Both ways to write a mapping give the same types.
# Seen: types for the reference, the error for the name, no error of the linter. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact \
  openapi-typescript@7.13.0 typescript@5.9.3 @redocly/cli@2.77.0 > /dev/null 2>&1
for way in Card '#/components/schemas/Card'; do
  cat > openapi.json <<JSON
{
  "openapi": "3.1.0", "info": { "title": "Payments", "version": "1" }, "paths": {},
  "components": { "schemas": {
    "Payment": {
      "oneOf": [{ "\$ref": "#/components/schemas/Card" }],
      "discriminator": { "propertyName": "kind", "mapping": { "card": "$way" } }
    },
    "Card": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" } } }
  } }
}
JSON
  types=$(npx openapi-typescript openapi.json 2>&1 | grep -oE "Can't resolve .ref at|kind: \"card\"" | head -1 || true)
  lint=$(npx redocly lint --extends spec openapi.json > /dev/null 2>&1 && echo valid || echo invalid)
  echo "$way: $types; $lint for the linter"
done > seen
cat seen
[ "$(cat seen)" = 'Card: Can'"'"'t resolve $ref at; valid for the linter
#/components/schemas/Card: kind: "card"; valid for the linter' ]
