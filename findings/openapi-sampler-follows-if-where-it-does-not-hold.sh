#!/usr/bin/env bash
# Package: openapi-sampler 1.7.10, which Redoc uses for its samples, compared with ajv 8.20.0
# Behaviour: For a schema with if, then and else, it always merges the samples of "if" and "then" into the object. The
# constant of the "if", which does not match, overwrites a constant of the object itself. Properties that "else" requires are
# missing.
# A good guess: The sample has the constant of the schema. So "if" does not match, and "else" applies.
# Seen: {"kind":"card","number":"string"} for a schema that only allows the kind "iban". Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact openapi-sampler@1.7.10 ajv@8.20.0 > /dev/null
cat > program.mjs <<'JS'
import { sample } from 'openapi-sampler';
import { Ajv2020 } from 'ajv/dist/2020.js';
const text = { type: 'string' };
const schema = {
  type: 'object',
  required: ['kind'],
  properties: { kind: { const: 'iban' } },
  if: { required: ['kind'], properties: { kind: { const: 'card' } } },
  then: { required: ['number'], properties: { number: text } },
  else: { required: ['account'], properties: { account: text } },
};
const value = sample(schema);
console.log(JSON.stringify(value), new Ajv2020({ strict: false }).validate(schema, value));
JS
seen=$(node program.mjs)
echo "$seen"
[ "$seen" = '{"kind":"card","number":"string"} false' ]
