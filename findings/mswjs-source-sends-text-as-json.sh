#!/usr/bin/env bash
# Package: @mswjs/source 0.5.0 (fromOpenApi) with msw 2.15.0
# Behaviour: It sends a string example as application/json without quotes, so that `response.json()` throws. For the examples
# false, 0 and null, it sends an empty body. An object is sent as JSON.
# A good guess: The media type is application/json, so each example is written as JSON, whatever its type.
# Seen: [ready] for "ready", [] for false, 0 and null. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @mswjs/source@0.5.0 msw@2.15.0 > /dev/null
cat > program.mjs <<'JS'
import { fromOpenApi } from '@mswjs/source/open-api';
import { setupServer } from 'msw/node';
const examples = { text: 'ready', false: false, null: null, zero: 0, object: { a: 'ready' } };
const paths = Object.fromEntries(
  Object.entries(examples).map(([name, example]) => [
    `/${name}`,
    { get: { responses: { 200: { description: 'Found', content: { 'application/json': { example } } } } } },
  ]),
);
const servers = [{ url: 'http://things.example' }];
const server = setupServer(...(await fromOpenApi({ openapi: '3.1.0', info: { title: 'Things', version: '1' }, servers, paths })));
server.listen({ onUnhandledRequest: 'error' });
for (const path of Object.keys(paths)) {
  const response = await fetch(`http://things.example${path}`);
  console.log(path, response.headers.get('content-type'), `[${await response.text()}]`);
}
server.close();
JS
seen=$(node program.mjs)
echo "$seen"
[ "$seen" = '/text application/json [ready]
/false application/json []
/null application/json []
/zero application/json []
/object application/json [{"a":"ready"}]' ]
