#!/usr/bin/env bash
# Package: @hono/zod-openapi 1.6.3, hono 4.13.19, zod 4.6.7
# Behaviour: A path parameter with the schema z.coerce.number() is described with "required: false" and the types "number" and
# "null". Workaround: .openapi({ param: { required: true } }).
# A good guess: In OpenAPI, a path parameter is always required. The library does this for z.string(), so it does it here,
# too.
# Seen: Of two parameters of one path, "name" is required and "id" is not. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @hono/zod-openapi@1.6.3 hono@4.13.19 zod@4.6.7 > /dev/null
cat > program.mjs <<'JS'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
const app = new OpenAPIHono();
const route = createRoute({
  method: 'get',
  path: '/users/{name}/things/{id}',
  request: { params: z.object({ name: z.string(), id: z.coerce.number() }) },
  responses: { 200: { description: 'Found' } },
});
app.openapi(route, (context) => context.text('found'));
const description = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Things', version: '1' } });
for (const { name, required, schema } of description.paths['/users/{name}/things/{id}'].get.parameters) {
  console.log(name, required, JSON.stringify(schema.type));
}
JS
seen=$(node program.mjs)
echo "$seen"
[ "$seen" = 'name true "string"
id false ["number","null"]' ]
