import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { transform, version as esbuildVersion, type TransformOptions } from 'esbuild';
import type { CompilerOptions } from 'typescript';
import { projectDirectory } from '../command/project-directory.js';
import { allSettled } from './all-settled.js';

// Required, not imported, as in types.ts: the compiler is there much sooner.
const typescript = createRequire(import.meta.url)('typescript') as typeof import('typescript');

const root = projectDirectory();

/** What goes into a compilation, and where its result goes. */
export interface PackageInput {
  /** The text of each freshly generated TypeScript file, by its path below `generated/`. */
  generated: Record<string, string>;
  /** The directory that becomes `dist/`; it is created. */
  outDirectory: string;
}

/**
 * Writes the JavaScript and the declarations that the npm package ships: what the `exports` and `bin` of `package.json`
 * name, and what that imports. `dist/src/client/index.js` is made of `src/client/index.ts`, and so on.
 *
 * Each file is translated on its own, without checking types: that is what `npm run typecheck` is for.
 *
 * @throws Error when a file that the package needs is missing, or an exported thing has no explicit type.
 */
export async function compilePackage({ generated, outDirectory }: PackageInput): Promise<void> {
  const written = new Set<string>();

  /** Writes a file and what it imports: scripts what scripts need, declarations what declarations need. */
  async function compile(path: string, extension: '.js' | '.d.ts'): Promise<void> {
    const target = path.replace(/(\.d)?\.ts$/, extension);
    if (written.has(target)) return;
    written.add(target);
    const source = generated[relative('generated', path)] ?? (await readFile(join(root, path), 'utf8'));
    const text = path.endsWith('.d.ts') ? source : await translate(path, source, extension);
    await write(join(outDirectory, target), text);
    const imports = typescript.preProcessFile(text).importedFiles.filter(({ fileName }) => fileName.startsWith('.'));
    await allSettled(imports, ({ fileName }) => compile(sourcePath(join(dirname(path), fileName), generated), extension));
  }

  await allSettled(await entries(), ([stem, extension]) => compile(sourcePath(`${stem}.js`, generated), extension));
}

/** The scripts and the declarations that `package.json` names, as paths below `dist/` without their extensions. */
async function entries(): Promise<Array<[stem: string, extension: '.js' | '.d.ts']>> {
  const { exports, bin } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  const names = JSON.stringify([exports, bin]).matchAll(/"(?:\.\/)?dist\/([^"]+?)(\.js|\.d\.ts)"/g);
  return [...names].map(([, stem = '', extension]) => [stem, extension === '.js' ? '.js' : '.d.ts']);
}

/** A module below `src/` or `generated/` is a script, or a declaration that was generated. */
function sourcePath(path: string, generated: Record<string, string>): string {
  const stem = path.replace(/\.js$/, '');
  return `${stem.replace(/^generated\//, '')}.d.ts` in generated ? `${stem}.d.ts` : `${stem}.ts`;
}

/** Translates a file, unless the same text was translated before: then what it was made to is at hand. */
async function translate(path: string, source: string, extension: '.js' | '.d.ts'): Promise<string> {
  const made = [path, source, extension, typescript.version, esbuildVersion, JSON.stringify([scriptOptions, declarationOptions])];
  const kept = join(root, 'node_modules/.cache/password-reset', createHash('sha256').update(made.join('\0')).digest('hex'));
  const before = await readFile(kept, 'utf8').catch(() => undefined);
  if (before !== undefined) return before;
  const text = extension === '.js' ? await script(path, source) : declaration(path, source);
  const temporary = `${kept}.${randomUUID()}`;
  await write(temporary, text);
  await rename(temporary, kept);
  return text;
}

const scriptOptions: TransformOptions = {
  loader: 'ts',
  format: 'esm',
  target: 'es2022',
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
};

/** Takes the types out, and the comments with them: an editor reads those in the declarations. */
async function script(fileName: string, text: string): Promise<string> {
  const { code } = await transform(text, { ...scriptOptions, sourcefile: fileName });
  return code;
}

const declarationOptions: CompilerOptions = {
  target: typescript.ScriptTarget.ES2022,
  module: typescript.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
};

function declaration(fileName: string, text: string): string {
  const { outputText, diagnostics } = typescript.transpileDeclaration(text, {
    fileName,
    reportDiagnostics: true,
    compilerOptions: declarationOptions,
  });
  const [first] = diagnostics ?? [];
  if (first) {
    const line = first.file && first.start !== undefined ? first.file.getLineAndCharacterOfPosition(first.start).line + 1 : 1;
    throw new Error(`${fileName}:${line}: ${typescript.flattenDiagnosticMessageText(first.messageText, ' ')}`);
  }
  return outputText;
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
