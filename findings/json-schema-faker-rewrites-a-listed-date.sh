#!/usr/bin/env bash
# Package: json-schema-faker 0.5.8, which Prism uses for dynamic responses
# Behaviour: If a string has the format "date-time" and an `enum`, it takes a value of the enum and rewrites it with
# fractional seconds. The result is not in the enum. Without the format, or with `const`, the result is correct.
# A good guess: A value of an enum is complete, so the format does not change it.
# Seen: 2024-01-02T03:04:05.0Z, although the enum only has 2024-01-02T03:04:05Z. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true }' > package.json
npm install --silent --no-audit --no-fund --save-exact json-schema-faker@0.5.8 > /dev/null
cat > program.cjs <<'JS'
const { JSONSchemaFaker } = require('json-schema-faker');
const date = '2024-01-02T03:04:05Z';
for (const schema of [{ enum: [date], format: 'date-time' }, { const: date, format: 'date-time' }, { enum: [date] }]) {
  console.log(Object.keys(schema).join(), JSONSchemaFaker.generate({ type: 'string', ...schema }));
}
JS
seen=$(node program.cjs)
echo "$seen"
[ "$seen" = 'enum,format 2024-01-02T03:04:05.0Z
const,format 2024-01-02T03:04:05Z
enum 2024-01-02T03:04:05Z' ]
