#!/usr/bin/env bash
# Package: openapi-backend 5.21.2
# Behaviour: With the default options a path that ends in a slash can never be reached: the slash is taken off the path of
# the request and stays in that of the description.
# A good guess: The option ignoreTrailingSlashes is documented as tolerance for the slash, so it matches more, and the described
# path in any case.
# Seen: 404 by default, 200 with ignoreTrailingSlashes: false. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact openapi-backend@5.21.2 > /dev/null
cat > program.mjs <<'JS'
import { OpenAPIBackend } from 'openapi-backend';
const definition = {
  openapi: '3.0.3',
  info: { title: 'Things', version: '1' },
  paths: { '/things/': { get: { operationId: 'listThings', responses: { 200: { description: 'All' } } } } },
};
for (const options of [{}, { ignoreTrailingSlashes: false }]) {
  const api = new OpenAPIBackend({ definition, strict: true, ...options });
  api.register({ notFound: () => 404, listThings: () => 200 });
  await api.init();
  console.log(JSON.stringify(options), await api.handleRequest({ method: 'GET', path: '/things/', headers: {} }));
}
JS
seen=$(node program.mjs)
echo "$seen"
[ "$seen" = '{} 404
{"ignoreTrailingSlashes":false} 200' ]
