#!/usr/bin/env bash
# Package: fastify-openapi-glue 4.11.4, fastify 5.12.8
# Behaviour: If the description requires an integer, the generated routes accept a JSON body with null, true or a string, and
# pass 0, 1 or the number to the handler: Fastify coerces values in bodies like those in URLs.
# A good guess: A route that is generated from a description rejects a JSON body that the description forbids.
# Seen: {"count":null} arrives as {"count":0}, {"count":true} as {"count":1}. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact fastify-openapi-glue@4.11.4 fastify@5.12.8 > /dev/null
cat > program.mjs <<'JS'
import fastify from 'fastify';
import glue from 'fastify-openapi-glue';
const app = fastify();
app.register(glue, {
  specification: {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    paths: { '/things': { post: {
      operationId: 'addThing',
      requestBody: { required: true, content: { 'application/json': { schema: {
        type: 'object', required: ['count'], properties: { count: { type: 'integer' } },
      } } } },
      responses: { 200: { description: 'Added' } },
    } } },
  },
  serviceHandlers: { addThing: async ({ body }) => body },
});
await app.ready();
for (const count of [null, true, '7']) {
  const { statusCode, payload } = await app.inject({ method: 'POST', url: '/things', payload: { count } });
  console.log(JSON.stringify({ count }), statusCode, payload);
}
JS
seen=$(node program.mjs)
echo "$seen"
[ "$seen" = '{"count":null} 200 {"count":0}
{"count":true} 200 {"count":1}
{"count":"7"} 200 {"count":7}' ]
