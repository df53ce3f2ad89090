#!/usr/bin/env bash
# Package: @redocly/cli 2.77.0
# Behaviour: `lint` and `bundle` refuse a description with a tab on the line of a list in brackets, be it after the colon or between
# two entries, such as `tags: [a,<tab>b]`: "deficient indentation". Its parser is js-yaml 5, which then takes the tab for one in
# the indentation of the line. js-yaml 4 reads the same text, and a tab before a text without brackets is accepted.
# A good guess: After the first character of a line, a tab separates as a space does (YAML 1.2.2, section 6.2). Only indentation
# has no tabs.
# Seen: exit code 0 of lint with a space, and with a tab before a text; 1 with a tab before or within brackets; js-yaml 4.3.2 reads
# ["a","b"]. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact @redocly/cli@2.77.0 js-yaml-4@npm:js-yaml@4.3.2 > /dev/null 2>&1
echo 'extends: [spec]' > redocly.yaml
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
description() {
  printf 'openapi: 3.1.0\ninfo: { title: Things, version: "1" }\npaths:\n  /things:\n    get:\n'
  printf "      summary:$3Text\n      tags:$1[a,$2b]\n      responses: { '204': { description: Done } }\n"
}
description ' ' ' ' ' ' > space.yaml
description ' ' ' ' '\t' > text.yaml
description '\t' ' ' ' ' > colon.yaml
description ' ' '\t' ' ' > brackets.yaml
code() { if npx redocly lint "$1" > "$1.txt" 2>&1; then echo 0; else echo 1; fi; }
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import yaml from 'js-yaml-4';
console.log(JSON.stringify(yaml.load(readFileSync('brackets.yaml', 'utf8')).paths['/things'].get.tags));
JS
seen="space $(code space.yaml)
text $(code text.yaml)
colon $(code colon.yaml)
brackets $(code brackets.yaml)
$(grep -o 'deficient indentation' brackets.yaml.txt | head -1)
$(node read.mjs)"
echo "$seen"
[ "$seen" = 'space 0
text 0
colon 1
brackets 1
deficient indentation
["a","b"]' ]
