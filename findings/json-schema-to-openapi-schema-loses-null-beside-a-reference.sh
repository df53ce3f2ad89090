#!/usr/bin/env bash
# Package: @openapi-contrib/json-schema-to-openapi-schema 4.3.4
# Behaviour: "a reference or null" becomes a reference with "nullable" as its sibling. In OpenAPI 3.0 all siblings of a reference
# are ignored, so the result refuses null. Of a plain type or null it makes a right schema.
# A good guess: The package exists to write JSON Schema in OpenAPI 3.0, so that both accept the same values.
# Seen: [{"$ref":"#/definitions/Thing","nullable":true}] for oneOf. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @openapi-contrib/json-schema-to-openapi-schema@4.3.4 > /dev/null
cat > program.mjs <<'JS'
import * as converter from '@openapi-contrib/json-schema-to-openapi-schema';
const convert = converter.convert ?? converter.default.convert ?? converter.default.default ?? converter.default;
const { oneOf } = await convert({ oneOf: [{ $ref: '#/definitions/Thing' }, { type: 'null' }] });
console.log(JSON.stringify(oneOf));
JS
seen=$(node program.mjs)
echo "$seen"
[ "$seen" = '[{"$ref":"#/definitions/Thing","nullable":true}]' ]
