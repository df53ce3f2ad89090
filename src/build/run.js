// Bundles the sources of the build into one script with esbuild, and runs it. This is faster than a TypeScript loader, which
// handles each source separately, in another thread. Nothing is cached, so nothing can be out of date.
import { createRequire } from 'node:module';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath, URL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { build } from 'esbuild';

// A build ends after a few seconds. The engine of Node 20 optimizes so many functions that this takes longer than it saves. Later
// engines have a faster compiler for most functions, and do not know this flag.
if (process.version.startsWith('v20.')) setFlagsFromString('--interrupt-budget=1000000');
// On a machine with much memory, V8 lets the heap grow to four times its size between two garbage collections. With this limit,
// the build of a large description needs much less memory and is not slower.
setFlagsFromString('--heap-growing-percent=25');

const script = new URL(`../../node_modules/.cache/build-${process.pid}.mjs`, import.meta.url);
const bundling = build({
  entryPoints: [fileURLToPath(new URL('main.ts', import.meta.url))],
  outfile: fileURLToPath(script),
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  define: { 'import.meta.url': JSON.stringify(import.meta.url) },
  // The script deletes itself when it starts.
  banner: { js: "import { rmSync as removeSelf } from 'node:fs'; removeSelf(new URL(import.meta.url));" },
  logLevel: 'warning',
});
await setImmediate();
// Load this while esbuild works in its own process.
createRequire(import.meta.url)('@redocly/openapi-core');
try {
  await bundling;
} catch {
  // esbuild has said what is wrong, and where.
  process.exit(1);
}
await import(script.href);
