#!/usr/bin/env bash
# Package: @stoplight/prism-cli 5.14.2 with openapi-fetch 0.17.0
# Behaviour: For a list in the query without an explicit style, openapi-fetch repeats the name. Prism sees only the last item
# and rejects the request. It also splits an item with commas into several items. With an explicit "explode": true, it sees
# all items.
# A good guess: In OpenAPI, the default of "explode" is true there, so both tools read the same description the same way.
# Seen: 422 and 204 without "explode", 204 and 422 with it. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @stoplight/prism-cli@5.14.2 openapi-fetch@0.17.0 > /dev/null
cat > program.mjs <<'JS'
import { createRequire } from 'node:module';
import { createServer } from '@stoplight/prism-http-server/dist/index.js';
import createClient from 'openapi-fetch';
const require = createRequire(import.meta.url);
const { getHttpOperationsFromSpec } = require('@stoplight/prism-cli/dist/operations');
const schema = { type: 'array', minItems: 2, items: { type: 'string' } };
const at = (more) => ({
  get: { parameters: [{ name: 'tag', in: 'query', schema, ...more }], responses: { 204: { description: 'Found' } } },
});
const document = { openapi: '3.0.3', info: { title: 'Things', version: '1' }, paths: { '/default': at({}), '/written': at({ explode: true }) } };
const logger = { child: () => logger, info() {}, success() {}, warn() {}, error() {}, trace() {}, debug() {} };
const prism = createServer(await getHttpOperationsFromSpec(document), {
  components: { logger },
  config: { checkSecurity: true, validateRequest: true, validateResponse: true, errors: false, isProxy: false, mock: { dynamic: false } },
});
const baseUrl = await prism.listen(0, '127.0.0.1');
const client = createClient({ baseUrl });
for (const path of ['/default', '/written']) {
  const repeated = await client.GET(path, { params: { query: { tag: ['a', 'b'] } } });
  const commas = await client.GET(path, { params: { query: { tag: ['a,b,c'] } } });
  console.log(path, repeated.response.status, commas.response.status);
}
await prism.close();
JS
seen=$(node program.mjs)
echo "$seen"
[ "$seen" = '/default 422 204
/written 204 422' ]
