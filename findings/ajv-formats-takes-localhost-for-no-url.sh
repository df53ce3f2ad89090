#!/usr/bin/env bash
# Package: ajv 8.20.0 with ajv-formats 3.0.1
# Behaviour: `format: url`, which many descriptions have for a callback or a webhook, refuses a URL whose host has no public
# ending, such as that of a server under test; `format: uri` takes it. Its mode
# "fast" does the same.
# A good guess: What may be fetched is a URL, and `url` differs from `uri` in that it wants a host, so both take it.
# Seen: false for "url" and true for "uri" of http://localhost:3000/hook. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact ajv@8.20.0 ajv-formats@3.0.1 > /dev/null
cat > program.mjs <<'JS'
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
for (const mode of ['full', 'fast']) {
  const ajv = new Ajv();
  formats.default(ajv, { mode });
  const takes = (format) => ajv.compile({ type: 'string', format })('http://localhost:3000/hook');
  console.log(mode, takes('url'), takes('uri'));
}
JS
seen=$(node program.mjs)
echo "$seen"
[ "$seen" = 'full false true
fast false true' ]
