#!/usr/bin/env bash
# Package: openapi-fetch 0.17.0 with types of openapi-typescript 7.13.0
# Behaviour: A binary response is typed Blob by the `transform` that the documentation of openapi-typescript shows. Since 0.17
# openapi-fetch maps the type of each response anew for its read and write markers, also where there are none, and a
# method that is mapped is no function any more: `data.text()` does not compile, while it runs.
# A good guess: Without markers the type of a response stays as it is, and a Blob has its methods.
# Seen: "This expression is not callable" with 0.17.0, and nothing with 0.15.0. Exits with 1 if that changes.
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
echo '{ "private": true, "type": "module" }' > package.json
cat > schema.d.ts <<'TS'
export interface paths {
  '/file': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/pdf': Blob } } };
    };
  };
}
TS
cat > program.ts <<'TS'
import createClient from 'openapi-fetch';
import type { paths } from './schema.js';
const { data } = await createClient<paths>().GET('/file');
export const text: Promise<string> | undefined = data?.text();
TS
cat > tsconfig.json <<'JSON'
{ "compilerOptions": { "noEmit": true, "strict": true, "skipLibCheck": true, "target": "es2022", "module": "nodenext", "types": [] }, "files": ["program.ts"] }
JSON
check() {
  npm install --silent --no-audit --no-fund --save-exact "openapi-fetch@$1" typescript@5.9.3 > /dev/null
  npx tsc || true
}
older=$(check 0.15.0)
newer=$(check 0.17.0)
printf '0.15.0: %s\n0.17.0: %s\n' "$older" "$newer"
[[ -z "$older" && "$newer" == *'This expression is not callable'* ]]
