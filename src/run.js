/**
 * Runs a program of this folder: `node src/run.js pipeline/main.ts --check`.
 *
 * Loaders that translate TypeScript while Node imports it cost the build two thirds of a second each time. This one
 * translates the folder as a whole, once for each state of it, and starts what it made then as plain JavaScript.
 */
import console from 'node:console';
import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [, , program, ...rest] = process.argv;
const source = dirname(fileURLToPath(import.meta.url));
const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(source.length + 1))
  .sort();
if (!files.includes(program)) {
  console.error(
    `Name a program of src/, such as "node src/run.js pipeline/main.ts"${program ? `: there is no ${program}` : ''}.`,
  );
  process.exit(1);
}
const state = createHash('sha256');
for (const file of files) state.update(`\0${file}\0`).update(readFileSync(join(source, file)));
const states = join(dirname(source), '.compiled');
const compiled = join(states, state.digest('hex').slice(0, 16));
if (!existsSync(compiled)) await compile();

process.argv = [process.execPath, join(compiled, program.replace(/\.ts$/, '.js')), ...rest];
await import(pathToFileURL(process.argv[1]).href);

/** Under a name of this process first: others that start meanwhile find the whole, or nothing. */
async function compile() {
  const { build } = await import('esbuild');
  const temporary = `${compiled}.${randomUUID()}`;
  await build({
    entryPoints: files.filter((file) => file.endsWith('.ts')).map((file) => join(source, file)),
    outbase: source,
    outdir: temporary,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  for (const file of files.filter((file) => !file.endsWith('.ts'))) {
    mkdirSync(dirname(join(temporary, file)), { recursive: true });
    copyFileSync(join(source, file), join(temporary, file));
  }
  try {
    renameSync(temporary, compiled);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (!existsSync(compiled)) throw error;
  }
  removeOldStates();
}

/** What was translated days ago is out of use; what is used again is translated again. */
function removeOldStates() {
  const oldest = Date.now() - 7 * 24 * 3600 * 1000;
  for (const name of readdirSync(states)) {
    const path = join(states, name);
    if (path !== compiled && statSync(path, { throwIfNoEntry: false })?.mtimeMs < oldest)
      rmSync(path, { recursive: true, force: true });
  }
}
