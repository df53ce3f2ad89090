#!/usr/bin/env bash
# Package: json-schema-to-zod 2.8.1, zod 4.6.7
# Behaviour: For "uniqueItems", it generates a check that compares items with ===. A list with two equal objects passes.
# A good guess: Items are equal if their JSON is equal (JSON Schema Core 2020-12, section 4.2.2). The check does this for
# strings.
# Seen: ["a","a"] is rejected, [{"id":1},{"id":1}] is accepted. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact json-schema-to-zod@2.8.1 zod@4.6.7 > /dev/null
cat > make.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { jsonSchemaToZod } from 'json-schema-to-zod';
writeFileSync('schema.mjs', jsonSchemaToZod({ type: 'array', uniqueItems: true, items: {} }, { module: 'esm' }));
JS
node make.mjs
cat > program.mjs <<'JS'
import schema from './schema.mjs';
for (const list of [['a', 'a'], [{ id: 1 }, { id: 1 }]]) console.log(JSON.stringify(list), schema.safeParse(list).success);
JS
seen=$(node program.mjs)
echo "$seen"
[ "$seen" = '["a","a"] false
[{"id":1},{"id":1}] true' ]
