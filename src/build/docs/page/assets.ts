import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles and minifies scripts and style sheets of the pages.
 *
 * @param paths Relative to this file; a script may import others.
 * @returns The text of each, in the order of the paths.
 */
export async function bundleAssets(paths: string[]): Promise<string[]> {
  const { outputFiles } = await build({
    // Numbered, so that each is found again among the outputs.
    entryPoints: Object.fromEntries(paths.map((path, index) => [String(index), fileURLToPath(new URL(path, import.meta.url))])),
    outdir: '.',
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [Number(/(\d+)\.\w+$/.exec(path)?.[1]), text.trim()]));
  return paths.map((_, index) => texts.get(index) ?? '');
}
