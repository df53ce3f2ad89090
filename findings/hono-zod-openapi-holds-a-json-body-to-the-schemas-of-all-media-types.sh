#!/usr/bin/env bash
# Package: @hono/zod-openapi 1.6.3, hono 4.13.19, zod 4.6.7
# Behaviour: If a request body has two JSON media types with different schemas, the route validates every JSON body against
# both. It rejects a body that is valid for its own media type.
# A good guess: The media type of the request selects the schema, as in the description that the route generates.
# Seen: 400 for {"name":"a"} as application/json and for {"title":"a"} as application/vnd.thing+json; 200 for a body with both
# members. Exits with 1 if that changes.
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
  method: 'post',
  path: '/things',
  request: { body: { required: true, content: {
    'application/json': { schema: z.object({ name: z.string() }) },
    'application/vnd.thing+json': { schema: z.object({ title: z.string() }) },
  } } },
  responses: { 200: { description: 'Added' } },
});
app.openapi(route, (context) => context.text('added'));
const send = async (type, body) => {
  const response = await app.request('/things', { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) });
  console.log(type, JSON.stringify(body), response.status);
};
await send('application/json', { name: 'a' });
await send('application/vnd.thing+json', { title: 'a' });
await send('application/json', { name: 'a', title: 'a' });
JS
seen=$(node program.mjs)
echo "$seen"
[ "$seen" = 'application/json {"name":"a"} 400
application/vnd.thing+json {"title":"a"} 400
application/json {"name":"a","title":"a"} 200' ]
