#!/usr/bin/env bash
# Package: json-schema-faker 0.5.8, which Prism uses for dynamic responses
# Behaviour: It treats the map "properties" as a schema. For an object with a required integer property named "not", it
# generates a value of another type, which is invalid, without an error.
# A good guess: The keys of "properties" are property names. So "not" is not a keyword there, and works like the name
# "neither".
# Seen: In 20 of 20 seeds, no object for "not" and an object for "neither". Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true }' > package.json
npm install --silent --no-audit --no-fund --save-exact json-schema-faker@0.5.8 seedrandom@3.0.5 > /dev/null
cat > program.cjs <<'JS'
const { JSONSchemaFaker } = require('json-schema-faker');
const seedrandom = require('seedrandom');
for (const name of ['not', 'neither']) {
  let objects = 0;
  for (let seed = 0; seed < 20; seed += 1) {
    JSONSchemaFaker.option('random', seedrandom(String(seed)));
    const value = JSONSchemaFaker.generate({ type: 'object', required: [name], properties: { [name]: { type: 'integer' } } });
    if (typeof value === 'object' && value !== null) objects += 1;
  }
  console.log(name, objects);
}
JS
seen=$(node program.cjs)
echo "$seen"
[ "$seen" = 'not 0
neither 20' ]
