#!/usr/bin/env bash
# Package: @openapi-contrib/json-schema-to-openapi-schema 4.3.4
# Behaviour: It converts "a reference or null" to a reference with the sibling "nullable". OpenAPI 3.0 ignores siblings of a
# reference, so the result rejects null. For a plain type or null, the result is correct.
# A good guess: The package converts JSON Schema to OpenAPI 3.0, so both schemas accept the same values.
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
