#!/usr/bin/env bash
# Package: @readme/oas-to-har 38.5.1 with httpsnippet 3.0.10
# Behaviour: For a list in the query, it generates one HAR entry with the value "a&tag=b", which is already serialized for a
# URL. A reader of HAR encodes the value, so the code sample sends one tag named "a&tag=b".
# A good guess: An entry of queryString is a name and a value (HAR 1.2), so a repeated parameter gives two entries.
# Seen: tag=a%26tag%3Db in the curl sample. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @readme/oas-to-har@38.5.1 oas@38.6.0 httpsnippet@3.0.10 > /dev/null
cat > program.mjs <<'JS'
import { createRequire } from 'node:module';
import oasToHar from '@readme/oas-to-har';
import Oas from 'oas';
const { HTTPSnippet } = createRequire(import.meta.url)('httpsnippet');
const api = new Oas({
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  servers: [{ url: 'https://things.example' }],
  paths: { '/things': { get: {
    parameters: [{ name: 'tag', in: 'query', schema: { type: 'array', items: { type: 'string' } } }],
    responses: { 204: { description: 'Found' } },
  } } },
});
const har = oasToHar(api, api.operation('/things', 'get'), { query: { tag: ['a', 'b'] } });
console.log(new HTTPSnippet(har).convert('shell', 'curl', { indent: false }));
JS
seen=$(node program.mjs)
echo "$seen"
grep -q 'things?tag=a%26tag%3Db' <<< "$seen"
