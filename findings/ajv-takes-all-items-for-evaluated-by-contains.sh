#!/usr/bin/env bash
# Package: ajv 8.20.0 (its class for JSON Schema 2020-12), compared with @hyperjump/json-schema 1.18.0
# Behaviour: With "contains" beside "unevaluatedItems": false, Ajv treats all items as evaluated, so it forbids none. With
# "if", it treats properties as evaluated even if the "if" does not match.
# A good guess: By the standard (2020-12 core, 11.2), "contains" evaluates only the items that match it, and "if" evaluates
# only if it matches. So a validator of that dialect rejects both values.
# Seen: For both values, Ajv says true and the other validator says false. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact ajv@8.20.0 @hyperjump/json-schema@1.18.0 @hyperjump/browser@1.5.0 > /dev/null
cat > program.mjs <<'JS'
import { Ajv2020 } from 'ajv/dist/2020.js';
import { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
const $schema = 'https://json-schema.org/draft/2020-12/schema';
const cases = {
  contains: [{ prefixItems: [true], contains: { type: 'string' }, unevaluatedItems: false }, [1, 2, 'a']],
  if: [{ if: { properties: { a: { const: 1 } }, required: ['a'] }, else: { properties: { b: true } }, unevaluatedProperties: false }, { a: 2, b: 1 }],
};
for (const [name, [schema, value]] of Object.entries(cases)) {
  const ajv = new Ajv2020({ strict: false }).compile(schema)(value);
  registerSchema({ $schema, ...schema }, `https://example.com/${name}`);
  const other = await validate(`https://example.com/${name}`, value);
  console.log(name, ajv, other.valid);
}
JS
seen=$(node program.mjs)
echo "$seen"
[ "$seen" = 'contains true false
if true false' ]
