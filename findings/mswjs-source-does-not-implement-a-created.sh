#!/usr/bin/env bash
# Package: @mswjs/source 0.5.0 (fromOpenApi) with msw 2.15.0
# Behaviour: If the only success of an operation is 201 or 204, the handler responds with 501 "Not Implemented". It only looks
# for 200 and "default". With the query "?response=201", it sends the documented response.
# A good guess: The handler sends the documented success, as it does for a 200.
# Seen: 501 for 201, for 204 and for 2XX; 200 for 200. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @mswjs/source@0.5.0 msw@2.15.0 > /dev/null
cat > program.mjs <<'JS'
import { fromOpenApi } from '@mswjs/source/open-api';
import { setupServer } from 'msw/node';
const content = { 'application/json': { example: { name: 'a' } } };
const paths = Object.fromEntries(
  ['200', '201', '204', '2XX'].map((status) => [
    `/${status}`,
    { post: { responses: { [status]: { description: 'Done', ...(status === '204' ? {} : { content }) } } } },
  ]),
);
const servers = [{ url: 'http://things.example' }];
const server = setupServer(...(await fromOpenApi({ openapi: '3.0.3', info: { title: 'Things', version: '1' }, servers, paths })));
server.listen({ onUnhandledRequest: 'error' });
for (const path of Object.keys(paths)) {
  const response = await fetch(`http://things.example${path}`, { method: 'POST' });
  console.log(path, response.status);
}
server.close();
JS
seen=$(node program.mjs | sort)
echo "$seen"
[ "$seen" = '/200 200
/201 501
/204 501
/2XX 501' ]
