#!/usr/bin/env bash
# Package: @scalar/openapi-upgrader 0.1.11
# Behaviour: It converts "format: byte" of OpenAPI 3.0 to "contentEncoding: base64", and adds the media type of the
# surrounding body as contentMediaType. So a base64 field of a form claims to contain a form.
# A good guess: In OpenAPI 3.0, the media type of the encoded data is unknown, so the converter adds none.
# Seen: contentMediaType "multipart/form-data" on a property. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @scalar/openapi-upgrader@0.1.11 > /dev/null
cat > program.mjs <<'JS'
import { upgrade } from '@scalar/openapi-upgrader';
const upgraded = upgrade({
  openapi: '3.0.3',
  info: { title: 'Things', version: '1' },
  paths: { '/things': { post: {
    requestBody: { content: { 'multipart/form-data': { schema: {
      type: 'object', properties: { signature: { type: 'string', format: 'byte' } },
    } } } },
    responses: { 204: { description: 'Added' } },
  } } },
}, '3.1');
const { schema } = upgraded.paths['/things'].post.requestBody.content['multipart/form-data'];
console.log(JSON.stringify(schema.properties.signature));
JS
seen=$(node program.mjs)
echo "$seen"
[ "$seen" = '{"type":"string","contentEncoding":"base64","contentMediaType":"multipart/form-data"}' ]
