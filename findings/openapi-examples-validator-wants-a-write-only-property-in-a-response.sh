#!/usr/bin/env bash
# Package: openapi-examples-validator 7.1.0
# Behaviour: If a property is required and writeOnly, it requires the property in the example of a response.
# A good guess: In OpenAPI 3.0, "required" of a writeOnly property applies to requests only, and responses should not contain
# the property. So an example of a response without a password is valid.
# Seen: must have required property 'password'. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact openapi-examples-validator@7.1.0 > /dev/null
cat > api.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": { "title": "Users", "version": "1" },
  "paths": { "/users/me": { "get": {
    "responses": { "200": { "description": "Found", "content": { "application/json": {
      "schema": {
        "type": "object",
        "required": ["name", "password"],
        "properties": { "name": { "type": "string" }, "password": { "type": "string", "writeOnly": true } }
      },
      "example": { "name": "Kim" }
    } } } }
  } } }
}
JSON
seen=$(npx openapi-examples-validator api.json 2>&1 | grep '"message"' || true)
echo "$seen"
[ "$seen" = '        "message": "must have required property '"'password'"'",' ]
