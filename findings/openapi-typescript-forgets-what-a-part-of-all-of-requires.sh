#!/usr/bin/env bash
# Package: openapi-typescript 7.13.0 with typescript 5.9.3
# Behaviour: `required` beside an `allOf` makes a property of a subschema required. But `required` in a subschema of the
# `allOf` has no effect on properties of the other subschemas, whether or not it has properties of its own. A subschema with
# only `type: object` and `required` becomes Record<string, never>, which rejects every value.
# A good guess: All subschemas of an allOf apply to the same object, so it does not matter which one has `required`.
# Seen: WithRequired for the first; "& unknown", "& Record<string, never>" and an optional id for the others. Exits with 1 if
# that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact openapi-typescript@7.13.0 typescript@5.9.3 > /dev/null
cat > program.mjs <<'JS'
import openapiTS, { astToString } from 'openapi-typescript';
const base = { $ref: '#/components/schemas/Base' };
const name = { type: 'string' };
const schemas = {
  Base: { type: 'object', properties: { id: { type: 'string' } } },
  Beside: { allOf: [base], required: ['id'] },
  Alone: { allOf: [base, { required: ['id'] }] },
  Typed: { allOf: [base, { type: 'object', required: ['id'] }] },
  More: { allOf: [base, { type: 'object', required: ['id', 'name'], properties: { name } }] },
};
const types = astToString(await openapiTS({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {}, components: { schemas } }));
for (const one of ['Beside', 'Alone', 'Typed', 'More']) {
  const [, type] = new RegExp(`^        ${one}: ([^]*?);\n(?=        \\w|    \\};)`, 'm').exec(types);
  console.log(`${one}: ${type.replaceAll(/\s+/g, ' ')}`);
}
JS
seen=$(node program.mjs)
echo "$seen"
[ "$seen" = 'Beside: WithRequired<components["schemas"]["Base"], "id">
Alone: components["schemas"]["Base"] & unknown
Typed: components["schemas"]["Base"] & Record<string, never>
More: components["schemas"]["Base"] & { name: string; }' ]
