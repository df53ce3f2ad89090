import { join } from 'node:path';
import { build } from 'esbuild';
import { projectDirectory } from '../../../command/files/project-directory.js';

/**
 * Bundles and minifies scripts and style sheets of the pages.
 *
 * @param paths Relative to this folder; a script may import others.
 * @returns The text of each, in the order of the paths.
 */
export async function bundleAssets(paths: string[]): Promise<string[]> {
  const folder = join(projectDirectory(), 'src/build/docs/page');
  const { outputFiles } = await build({
    // Numbered, so that each is found again among the outputs.
    entryPoints: Object.fromEntries(paths.map((path, index) => [String(index), join(folder, path)])),
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
