#!/usr/bin/env bash
# Package: openapi-backend 5.21.2
# Behaviour: With the default options, a path with a trailing slash cannot be reached: the slash is removed from the path of
# the request, but not from the path of the description.
# A good guess: The documentation says that ignoreTrailingSlashes tolerates slashes. So it matches more paths, and always the
# documented one.
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
