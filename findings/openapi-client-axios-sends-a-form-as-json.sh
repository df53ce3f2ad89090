#!/usr/bin/env bash
# Package: openapi-client-axios 7.9.1 with axios 1.21.1
# Behaviour: The client reads the description at run time. Still, it sends the body of an operation that only accepts
# application/x-www-form-urlencoded as JSON, and a list in the query as "tag[]=a&tag[]=b". For an operation that accepts
# application/json, it sends a string as a form.
# A good guess: It knows the media type and the style of the operation, and uses them.
# Seen: application/json for the form, the media type of a form for the JSON string, "tag[]" for "tag". Exits with 1 if that
# changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact openapi-client-axios@7.9.1 axios@1.21.1 > /dev/null
cat > program.mjs <<'JS'
import { createServer } from 'node:http';
import { OpenAPIClientAxios } from 'openapi-client-axios';
const body = (operationId, type, schema) => ({
  post: { operationId, requestBody: { content: { [type]: { schema } } }, responses: { 204: { description: 'Added' } } },
});
const server = createServer((request, response) => {
  console.log(decodeURIComponent(request.url), request.headers['content-type'] ?? '');
  response.writeHead(204).end();
});
server.listen(0, '127.0.0.1', async () => {
  const definition = {
    openapi: '3.0.3',
    info: { title: 'Things', version: '1' },
    servers: [{ url: `http://127.0.0.1:${server.address().port}` }],
    paths: {
      '/form': body('sendForm', 'application/x-www-form-urlencoded', { type: 'object', properties: { name: { type: 'string' } } }),
      '/text': body('sendText', 'application/json', { type: 'string' }),
      '/list': { get: {
        operationId: 'list',
        parameters: [{ name: 'tag', in: 'query', schema: { type: 'array', items: { type: 'string' } } }],
        responses: { 204: { description: 'Found' } },
      } },
    },
  };
  const client = await new OpenAPIClientAxios({ definition }).init();
  await client.sendForm(null, { name: 'a' });
  await client.sendText(null, 'ready');
  await client.list({ tag: ['a', 'b'] });
  server.close();
  server.closeAllConnections();
});
JS
seen=$(node program.mjs | sed 's/ *$//')
echo "$seen"
[ "$seen" = '/form application/json
/text application/x-www-form-urlencoded
/list?tag[]=a&tag[]=b' ]
