#!/usr/bin/env bash
# Package: openapi-fetch 0.17.0 with openapi-typescript 7.13.0 and typescript 5.9.3
# Behaviour: openapi-typescript documents how to type `format: date-time` as Date, with `transform`. openapi-fetch accepts a Date
# of such types as a path parameter, and writes nothing for it: a Date is an object without members. DELETE /days/{day} becomes
# DELETE /days/, which is another resource. In a query, the parameter is missing.
# A good guess: A Date becomes the text that JSON has for it (ISO 8601), or at least the text of String(date).
# Seen: the call compiles, and the request goes to "/days/". Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact openapi-fetch@0.17.0 openapi-typescript@7.13.0 typescript@5.9.3 > /dev/null
cat > generate.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
const schema = { type: 'string', format: 'date-time' };
const parameters = [
  { name: 'day', in: 'path', required: true, schema },
  { name: 'since', in: 'query', schema },
];
const paths = { '/days/{day}': { delete: { parameters, responses: { 204: { description: 'Removed' } } } } };
const isDate = (one) => one.format === 'date-time';
const transform = (one) => (isDate(one) ? ts.factory.createTypeReferenceNode('Date') : undefined);
const nodes = await openapiTS({ openapi: '3.1.0', info: { title: 'Days', version: '1' }, paths }, { transform });
writeFileSync('schema.d.ts', astToString(nodes));
JS
cat > program.ts <<'TS'
import createClient from 'openapi-fetch';
import type { paths } from './schema.d.ts';
export let asked = '';
const fetch = async (request: Request): Promise<Response> => {
  asked = `${request.method} ${request.url}`;
  return new Response(null, { status: 204 });
};
const client = createClient<paths>({ baseUrl: 'https://api.example.com', fetch });
await client.DELETE('/days/{day}', { params: { path: { day: new Date(0) }, query: { since: new Date(0) } } });
TS
node generate.mjs
cat > tsconfig.json <<'JSON'
{ "compilerOptions": { "strict": true, "target": "es2022", "module": "nodenext", "lib": ["es2022", "dom"], "types": [], "skipLibCheck": true }, "files": ["program.ts"] }
JSON
npx tsc
seen="$(grep -c 'day: Date' schema.d.ts) $(node --input-type=module -e "console.log((await import('./program.js')).asked)")"
echo "$seen"
[ "$seen" = '1 DELETE https://api.example.com/days/' ]
