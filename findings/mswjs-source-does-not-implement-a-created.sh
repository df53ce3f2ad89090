#!/usr/bin/env bash
# Package: @mswjs/source 0.5.0 (fromOpenApi) with msw 2.15.0
# Behaviour: The handler of an operation whose only success is 201 or 204 answers 501 "Not Implemented". It looks for 200 and
# for "default" alone. The query "?response=201" gets the described response.
# A good guess: The handler answers with the success that the description names, as it does where that is a 200.
# Seen: 501 for 201, for 204 and for 2XX, 200 for 200. Exits with 1 if that changes.
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
