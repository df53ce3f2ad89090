#!/usr/bin/env bash
# Package: @redocly/cli 2.77.0
# Behaviour: `bundle` names a component after the last token of the reference to it, and takes the token as it is written. A
# reference to `parts.yaml#/types/application~1json`, where `~1` is an escaped slash (RFC 6901), becomes a component
# `application~1json` and a reference to `#/components/schemas/application~1json`. That reference means `application/json`, which
# does not exist. `bundle` reports success, and `lint` of the source reports no error.
# A good guess: A bundle contains what each reference leads to, and each reference in it can be resolved.
# Seen: exit code 0 of lint and bundle, and exit code 1 of lint for the bundle: "Can't resolve $ref". Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @redocly/cli@2.77.0 > /dev/null 2>&1
cat > openapi.yaml <<'YAML'
openapi: 3.1.0
info: { title: Things, version: '1' }
paths:
  /things:
    get:
      responses:
        '200':
          description: OK
          content: { application/json: { schema: { $ref: 'parts.yaml#/types/application~1json' } } }
YAML
cat > parts.yaml <<'YAML'
types:
  application/json: { type: object, properties: { id: { type: integer } } }
YAML
echo 'extends: [spec]' > redocly.yaml
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
code() { if "$@" > output.txt 2>&1; then echo 0; else echo 1; fi; }
seen="source $(code npx redocly lint openapi.yaml)
bundle $(code npx redocly bundle openapi.yaml -o bundle.yaml)
result $(code npx redocly lint bundle.yaml)
$(npx redocly lint bundle.yaml 2>&1 | grep -o "Can't resolve \$ref" | head -1)
$(grep -o "'*#/components/[^']*'*" bundle.yaml)"
echo "$seen"
[ "$seen" = "source 0
bundle 0
result 1
Can't resolve \$ref
'#/components/schemas/application~1json'" ]
