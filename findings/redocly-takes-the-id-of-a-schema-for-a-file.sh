#!/usr/bin/env bash
# Package: @redocly/cli 2.77.0
# Behaviour: `bundle` takes a `$ref` to the `$id` of a schema in the same file for the address of another file, which it tries
# to read.
# A good guess: OpenAPI 3.1 uses JSON Schema 2020-12, where `$id` names a schema, and a reference to that name leads to it
# (JSON Schema Core, section 8.2.1; OpenAPI 3.1.1, section 4.6).
# Seen: "Can't resolve $ref: ENOENT", and exit code 1. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true }' > package.json
npm install --silent --no-audit --no-fund --save-exact @redocly/cli@2.77.0 > /dev/null
cat > openapi.yaml <<'YAML'
openapi: 3.1.0
info: {title: T, version: "1"}
paths:
  /a:
    get:
      responses:
        '200':
          description: It.
          content: {application/json: {schema: {$ref: pet}}}
components:
  schemas:
    Pet: {$id: pet, type: object, properties: {name: {type: string}}}
YAML
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
seen=$(npx redocly bundle openapi.yaml --output bundle.yaml 2>&1 || echo "exit code $?")
seen=$(echo "$seen" | grep -oE "Can't resolve \\\$ref: ENOENT|exit code [0-9]+")
echo "$seen"
[ "$seen" = "Can't resolve \$ref: ENOENT
exit code 1" ]
