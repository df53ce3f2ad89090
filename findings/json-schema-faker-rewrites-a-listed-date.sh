#!/usr/bin/env bash
# Package: json-schema-faker 0.5.8, which Prism makes dynamic responses with
# Behaviour: Where a text has the format "date-time" and an `enum`, it takes a value from the list and writes it anew
# with a fraction of the second. What comes out is none of the values that are allowed. Without the format, or with a
# `const`, it is.
# A good guess: What is listed is complete: there is nothing left to make of the format.
# Seen: 2024-01-02T03:04:05.0Z for a list of 2024-01-02T03:04:05Z alone. Exits with 1 if that changes.
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
