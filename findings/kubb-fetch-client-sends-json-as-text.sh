#!/usr/bin/env bash
# Package: @kubb/plugin-client 4.39.3, client "fetch"
# Behaviour: If the only request media type of an operation is application/json, the generated function sends the JSON body
# with the Content-Type text/plain;charset=UTF-8. Workaround: pass the header with each call.
# A good guess: The description names the media type, and the function for a text/plain body sets it. So JSON is sent as
# application/json.
# Seen: "content-type: text/plain;charset=UTF-8" for {"name":"a"}. Exits with 1 if the client sets application/json.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @kubb/cli@4.39.3 @kubb/core@4.39.3 @kubb/plugin-oas@4.39.3 \
  @kubb/plugin-ts@4.39.3 @kubb/plugin-client@4.39.3 tsx@4.23.15 > /dev/null
cat > api.json <<'JSON'
{
  "openapi": "3.1.0",
  "info": { "title": "Things", "version": "1" },
  "paths": { "/things": { "post": {
    "operationId": "addThing",
    "requestBody": { "required": true, "content": { "application/json": { "schema": {
      "type": "object", "properties": { "name": { "type": "string" } } } } } },
    "responses": { "204": { "description": "Added" } }
  } } }
}
JSON
cat > kubb.config.mjs <<'JS'
import { defineConfig } from '@kubb/core';
import { pluginClient } from '@kubb/plugin-client';
import { pluginOas } from '@kubb/plugin-oas';
import { pluginTs } from '@kubb/plugin-ts';
export default defineConfig({
  root: '.',
  input: { path: './api.json' },
  output: { path: './made', extension: { '.ts': '.ts' } },
  plugins: [pluginOas({ generators: [] }), pluginTs(), pluginClient({ client: 'fetch', bundle: true })],
});
JS
npx kubb generate --config kubb.config.mjs > /dev/null 2>&1
cat > program.mts <<'TS'
import { createServer } from 'node:http';
import { addThing } from './made/clients/addThing.ts';
const server = createServer((request, response) => {
  console.log(`content-type: ${request.headers['content-type']}`);
  response.writeHead(204).end();
});
server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address() as { port: number };
  await addThing({ name: 'a' }, { baseURL: `http://127.0.0.1:${port}` });
  server.close();
});
TS
seen=$(node --import tsx/esm program.mts)
echo "$seen"
[ "$seen" = 'content-type: text/plain;charset=UTF-8' ]
