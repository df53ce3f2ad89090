#!/usr/bin/env bash
# Package: ajv 8.20.0 with ajv-formats 3.0.1
# Behaviour: `format: url`, which many descriptions use for a callback or a webhook, rejects a URL whose host has no public
# top-level domain, such as that of a server under test. `format: uri` accepts it. The mode "fast" behaves the same.
# A good guess: A URL that can be fetched is valid. `url` differs from `uri` only in that it requires a host, so both accept
# this one.
# Seen: For http://localhost:3000/hook, false with "url" and true with "uri". Exits with 1 if that changes.
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
