#!/usr/bin/env bash
# Package: openapi-typescript 7.13.0 with typescript 5.9.3
# Behaviour: An extension of the Responses Object (`x-cache`), which OpenAPI allows, becomes a response of that status. If its
# value is a text, openapi-typescript throws a TypeError instead. Extensions of an operation it ignores.
# A good guess: Extensions have no type, as everywhere else in the description.
# Seen: the key "x-cache" in the type of the responses, and "Cannot use 'in' operator". Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact openapi-typescript@7.13.0 typescript@5.9.3 > /dev/null
cat > program.mjs <<'JS'
import openapiTS, { astToString } from 'openapi-typescript';
const typesWith = async (place, extension) => {
  const responses = { 204: { description: 'Done' }, ...(place === 'responses' && { 'x-cache': extension }) };
  const get = { responses, ...(place === 'operation' && { 'x-cache': extension }) };
  const nodes = await openapiTS({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: { '/a': { get } } });
  return astToString(nodes).includes('"x-cache"');
};
const said = (one) => one.catch((error) => error.message.replace(/ to search.*/, ''));
for (const place of ['operation', 'responses']) {
  console.log(place, await said(typesWith(place, { seconds: 60 })), await said(typesWith(place, 'none')));
}
JS
seen=$(node program.mjs)
echo "$seen"
[ "$seen" = "operation false false
responses true Cannot use 'in' operator" ]
