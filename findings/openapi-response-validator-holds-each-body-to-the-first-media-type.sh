#!/usr/bin/env bash
# Package: openapi-response-validator 12.1.3
# Behaviour: If a response has several media types, it validates each body against the schema of the first one. No argument
# can tell the validator which media type was sent. The order of the media types decides the result.
# A good guess: Each media type has its own schema, so a body is validated against that of its media type.
# Seen: The same JSON string is rejected with text/csv first, and accepted with application/json first. Exits with 1 if that
# changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true }' > package.json
npm install --silent --no-audit --no-fund --save-exact openapi-response-validator@12.1.3 > /dev/null
cat > program.cjs <<'JS'
const Validator = require('openapi-response-validator').default;
const csv = { 'text/csv': { schema: { type: 'string' } } };
const json = { 'application/json': { schema: { type: 'object', required: ['name'] } } };
for (const content of [{ ...csv, ...json }, { ...json, ...csv }]) {
  const validator = new Validator({ responses: { 200: { description: 'Found', content } } });
  const failure = validator.validateResponse(200, { name: 'a' });
  console.log(Object.keys(content)[0], failure === undefined ? 'accepted' : failure.errors[0].message);
}
JS
seen=$(node program.cjs)
echo "$seen"
[ "$seen" = 'text/csv must be string
application/json accepted' ]
