import { readPackage } from '../command/files/manifest.js';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { transform } from 'oxc-transform';
import { projectDirectory } from '../command/files/project-directory.js';
import { relativePath } from '../command/files/relative-path.js';
import type { Outputs } from './outputs.js';

// `require` loads the compiler faster than `import` does; openapi-typescript.ts says why.
const load: (name: 'typescript') => typeof import('typescript') = createRequire(import.meta.url);
const { preProcessFile } = load('typescript');

const root = projectDirectory();

/**
 * Compiles the modules of the npm package: those that `exports` and `bin` of `package.json` name, and all that they import.
 * Each becomes JavaScript, declarations and a source map: `src/client/index.ts` becomes `dist/src/client/index.js`, and so
 * on. Each module is compiled alone, so its exported values need explicit types.
 *
 * Types are not checked here: `npm run typecheck` does that.
 *
 * @param generated The texts of the files in `generated/` by file name. Declarations are copied unchanged.
 * @returns The files below `dist/`.
 * @throws Error when a module that the package needs is missing, or an exported value has no explicit type.
 */
export async function compilePackage(generated: Record<string, string>): Promise<Outputs> {
  const sources = new Map(Object.entries(generated).map(([name, text]) => [`generated/${name}`, text]));
  const declarations = [...sources].filter(([path]) => path.endsWith('.d.ts'));
  const modules = await withImports(entryModules(), sources);
  const compiled = await Promise.all(modules.map((path) => compile(path, sources.get(path) ?? '')));
  return new Map([...declarations.map(([path, text]): [string, string] => [`dist/${path}`, text]), ...compiled.flat()]);
}

async function compile(path: string, text: string): Promise<Array<[path: string, text: string]>> {
  const { code, map, declaration, errors } = await transform(path, text, {
    sourcemap: true,
    target: 'es2022',
    typescript: { onlyRemoveTypeImports: true, declaration: {} },
  });
  const [first] = errors;
  if (first || map === undefined || declaration === undefined) {
    throw new Error(`${path} cannot be compiled: ${first?.message ?? 'it has no declarations'}.`);
  }
  const script = path.replace(/\.ts$/, '.js');
  const name = script.slice(script.lastIndexOf('/') + 1);
  const source = relativePath(join(root, 'dist', dirname(path)), join(root, path));
  return [
    [`dist/${script}`, `${code}//# sourceMappingURL=${name}.map`],
    [`dist/${script}.map`, JSON.stringify({ ...map, file: name, sources: [source] })],
    [`dist/${path.replace(/\.ts$/, '.d.ts')}`, withNodeTypes(declaration)],
  ];
}

/** Declarations that import modules of Node refer to its types, since the consumer's compiler may not load them by itself. */
function withNodeTypes(declaration: string): string {
  return declaration.includes('from "node:') ? `/// <reference types="node" />\n${declaration}` : declaration;
}

/**
 * Finds the entry modules and all modules of this project that they import, also those with only types.
 *
 * @param sources Texts by path. The text of each module that is read is added.
 */
async function withImports(entries: string[], sources: Map<string, string>): Promise<string[]> {
  const found = new Set(entries);
  // A loop over a set also visits the elements that are added during the loop.
  for (const path of found) {
    const text = sources.get(path) ?? (await readFile(join(root, path), 'utf8'));
    sources.set(path, text);
    for (const { fileName: name } of preProcessFile(text).importedFiles) {
      const imported = name.startsWith('.') ? join(dirname(path), name.replace(/\.js$/, '')) : undefined;
      if (imported === undefined || sources.has(`${imported}.d.ts`) || found.has(`${imported}.ts`)) continue;
      if (!sources.has(`${imported}.ts`) && !existsSync(join(root, `${imported}.ts`))) {
        throw new Error(`${path} imports "${name}", which does not exist: correct the import.`);
      }
      found.add(`${imported}.ts`);
    }
  }
  return [...found];
}

/** The sources of the scripts that `package.json` names in `exports` and `bin`, relative to the project. */
function entryModules(): string[] {
  const { exports, bin } = readPackage(root);
  return [...new Set([...targets(exports), ...targets(bin)])]
    .filter((path) => path.endsWith('.js'))
    .map((path) => relative('dist', path).replace(/\.js$/, '.ts'));
}

/** The paths in a field of `package.json`, also in nested conditions. */
function targets(field: unknown): string[] {
  if (typeof field === 'string') return [field];
  return typeof field === 'object' && field !== null ? Object.values(field).flatMap(targets) : [];
}
