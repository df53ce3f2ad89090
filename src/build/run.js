// Runs the build as one script that esbuild makes of its sources each time, since a loader of TypeScript is asked about
// each of them in another thread: that takes a fifth of a build. Nothing is kept, so that nothing is ever out of date.
import { createRequire } from 'node:module';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath, URL } from 'node:url';
import { build } from 'esbuild';

const script = new URL(`../../node_modules/.cache/build-${process.pid}.mjs`, import.meta.url);
const bundling = build({
  entryPoints: [fileURLToPath(new URL('main.ts', import.meta.url))],
  outfile: fileURLToPath(script),
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  define: { 'import.meta.url': JSON.stringify(import.meta.url) },
  // Once it runs, it has been read.
  banner: { js: "import { rmSync as removeSelf } from 'node:fs'; removeSelf(new URL(import.meta.url));" },
  logLevel: 'warning',
});
await setImmediate();
// What the build needs first takes as long to load as the other process needs to bundle.
createRequire(import.meta.url)('@redocly/openapi-core');
await bundling;
await import(script.href);
