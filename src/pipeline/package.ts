import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import type { CompilerHost, CompilerOptions } from 'typescript';
import { projectDirectory } from '../command/project-directory.js';
import type { Outputs } from './outputs.js';

// Required, not imported, as in schema-file.ts: the compiler is there half a second sooner.
const typescript = createRequire(import.meta.url)('typescript') as typeof import('typescript');

const root = projectDirectory();

/** The generated file that is a declaration already, and is shipped as it is. */
const declarations = 'generated/schema.d.ts';

/**
 * Compiles what the npm package ships: the modules that `exports` and `bin` of `package.json` name, and what those
 * import, each as JavaScript, declarations and a source map. `dist/src/client/index.js` comes from
 * `src/client/index.ts`, and so on.
 *
 * Types are not checked here: `npm run typecheck` does that.
 *
 * @param schema The text of `generated/schema.d.ts`.
 * @param operations The text of `generated/operations.ts`.
 * @returns The files below `dist/`.
 * @throws Error when a module that the package needs is missing, or an exported value has no explicit type.
 */
export async function compilePackage(schema: string, operations: string): Promise<Outputs> {
  const fresh = new Map([
    [join(root, declarations), schema],
    [join(root, 'generated/operations.ts'), operations],
  ]);
  const outputs: Outputs = new Map([[`dist/${declarations}`, schema]]);
  const host = compilerHost(fresh);
  const program = typescript.createProgram(await entryModules(), options, host);
  const { diagnostics } = program.emit(undefined, (path, text) => {
    outputs.set(relative(root, path).replaceAll(sep, '/'), text);
  });
  const [first] = [...program.getSyntacticDiagnostics(), ...diagnostics];
  if (first) throw new Error(typescript.formatDiagnostic(first, host).trim());
  return outputs;
}

const options: CompilerOptions = {
  target: typescript.ScriptTarget.ES2022,
  module: typescript.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  sourceMap: true,
  inlineSources: true,
  rootDir: root,
  outDir: join(root, 'dist'),
  // Each declaration follows from its own module: neither other packages nor the standard library need to be read.
  noCheck: true,
  noLib: true,
  types: [],
};

/** Reads the modules of this project only, the generated ones as they are now. */
function compilerHost(fresh: Map<string, string>): CompilerHost {
  const host = typescript.createCompilerHost(options);
  const isThere = (path: string): boolean => fresh.has(path) || host.fileExists(path);
  return {
    ...host,
    fileExists: isThere,
    readFile: (path) => fresh.get(path) ?? host.readFile(path),
    getSourceFile: (path, version) => {
      const text = fresh.get(path) ?? host.readFile(path);
      return text === undefined ? undefined : typescript.createSourceFile(path, text, version);
    },
    resolveModuleNameLiterals: (names, importer) =>
      names.map(({ text: name }) => {
        if (!name.startsWith('.')) return { resolvedModule: undefined };
        const stem = join(importer, '..', name).replace(/\.js$/, '');
        const resolved = [`${stem}.ts`, `${stem}.d.ts`].find(isThere);
        if (!resolved)
          throw new Error(`${relative(root, importer)} imports "${name}", which does not exist: correct the import.`);
        const extension = resolved.endsWith('.d.ts') ? typescript.Extension.Dts : typescript.Extension.Ts;
        return { resolvedModule: { resolvedFileName: resolved, extension } };
      }),
  };
}

/** The sources of the scripts that `package.json` names in `exports` and `bin`. */
async function entryModules(): Promise<string[]> {
  const { exports, bin } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  return [...new Set([...targets(exports), ...targets(bin)])]
    .filter((path) => path.endsWith('.js'))
    .map((path) => join(root, relative('dist', path).replace(/\.js$/, '.ts')));
}

/** The paths in a field of `package.json` that may nest conditions. */
function targets(field: unknown): string[] {
  if (typeof field === 'string') return [field];
  return typeof field === 'object' && field !== null ? Object.values(field).flatMap(targets) : [];
}
