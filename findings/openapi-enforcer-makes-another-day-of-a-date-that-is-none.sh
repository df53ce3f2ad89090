#!/usr/bin/env bash
# Package: openapi-enforcer 1.23.0
# Behaviour: It parses a parameter with the format "date" to a Date. For 30 February, it silently passes 2 March to the
# operation.
# A good guess: A day that does not exist is not a valid date (RFC 3339, section 5.7), so it is rejected.
# Seen: 2021-02-30 becomes 2021-03-02. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact openapi-enforcer@1.23.0 > /dev/null
cat > program.mjs <<'JS'
import Enforcer from 'openapi-enforcer';
const api = await Enforcer({
  openapi: '3.0.3',
  info: { title: 'Things', version: '1' },
  paths: { '/things': { get: {
    parameters: [{ name: 'day', in: 'query', schema: { type: 'string', format: 'date' } }],
    responses: { 204: { description: 'Found' } },
  } } },
});
for (const day of ['2021-02-28', '2021-02-30']) {
  const [request, error] = api.request({ method: 'get', path: `/things?day=${day}` });
  console.log(day, error === undefined ? request.query.day.toISOString().slice(0, 10) : 'refused');
}
JS
seen=$(node program.mjs)
echo "$seen"
[ "$seen" = '2021-02-28 2021-02-28
2021-02-30 2021-03-02' ]
