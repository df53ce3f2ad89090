#!/usr/bin/env bash
# Package: openapi-to-postmanv2 6.3.3 (convertV2)
# Behaviour: If a text/plain body has examples and a pattern, the converter fills it with characters generated from the
# pattern. It uses the example only with parametersResolution: "Example".
# A good guess: The examples are values of the author, so they are used if there are any.
# Seen: "not the example" by default, "id=000000000007" with the option. Exits with 1 if the default uses the example.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true }' > package.json
npm install --silent --no-audit --no-fund --save-exact openapi-to-postmanv2@6.3.3 > /dev/null
cat > program.cjs <<'JS'
const converter = require('openapi-to-postmanv2');
const schema = { type: 'string', pattern: '^id=[0-9]{12}$|^id=7$' };
const data = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  paths: { '/things': { post: {
    requestBody: { content: { 'text/plain': { schema, examples: { seven: { value: 'id=000000000007' } } } } },
    responses: { 204: { description: 'Added' } },
  } } },
});
const first = (item) => (item.item ? first(item.item[0]) : item);
for (const options of [{}, { parametersResolution: 'Example' }]) {
  converter.convertV2({ type: 'string', data }, options, (error, { output }) => {
    const { raw } = first(output[0].data).request.body;
    console.log(JSON.stringify(options), raw === 'id=000000000007' ? raw : 'not the example');
  });
}
JS
seen=$(node program.cjs)
echo "$seen"
[ "$seen" = '{} not the example
{"parametersResolution":"Example"} id=000000000007' ]
