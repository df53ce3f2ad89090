#!/usr/bin/env bash
# Package: swagger2openapi 7.0.8
# Behaviour: A list in a form with "collectionFormat: csv" and one with "collectionFormat: multi" become the same schema,
# without an "encoding". A client of the converted description repeats the field for both.
# A good guess: csv becomes "explode: false" in the encoding of the property. In a query, the tool writes "explode" for such a
# list.
# Seen: Two equal properties, no encoding. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact swagger2openapi@7.0.8 > /dev/null
cat > program.mjs <<'JS'
import converter from 'swagger2openapi';
const list = (name, collectionFormat) => ({ name, in: 'formData', type: 'array', items: { type: 'string' }, collectionFormat });
const { openapi } = await converter.convertObj({
  swagger: '2.0',
  info: { title: 'Things', version: '1' },
  paths: { '/things': { post: {
    consumes: ['application/x-www-form-urlencoded'],
    parameters: [list('joined', 'csv'), list('repeated', 'multi')],
    responses: { 204: { description: 'Added' } },
  } } },
}, {});
console.log(JSON.stringify(openapi.paths['/things'].post.requestBody.content['application/x-www-form-urlencoded']));
JS
seen=$(node program.mjs)
echo "$seen"
list='{"type":"array","items":{"type":"string"}}'
[ "$seen" = "{\"schema\":{\"type\":\"object\",\"properties\":{\"joined\":$list,\"repeated\":$list}}}" ]
