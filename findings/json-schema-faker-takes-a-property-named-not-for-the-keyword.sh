#!/usr/bin/env bash
# Package: json-schema-faker 0.5.8, which Prism makes dynamic responses with
# Behaviour: It walks the map of the properties as if it were a schema. For an object whose required property "not" is an
# integer it makes a value of some other type, which the schema does not allow, and says nothing.
# A good guess: The names in "properties" are names of the data: "not" is no keyword there, and is made like "neither".
# Seen: No object for "not" in 20 seeds of 20, an object for "neither" in 20 of 20. Exits with 1 if that changes.
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
