import { join } from 'node:path';
import { build } from 'esbuild';
import { projectDirectory } from '../../../command/files/project-directory.js';

/**
 * Bundles and minifies scripts and style sheets of the pages.
 *
 * @param paths Paths relative to this folder. A script may import other scripts.
 * @returns The text of each file, in the order of the paths.
 */
export async function bundleAssets(paths: string[]): Promise<string[]> {
  const folder = join(projectDirectory(), 'src/build/docs/page');
  const { outputFiles } = await build({
    // Each name is the position in the list, so that the outputs can be put into that order.
    entryPoints: Object.fromEntries(paths.map((path, index) => [String(index), join(folder, path)])),
    outdir: '.',
    write: false,
    bundle: true,
    // The scripts do something when they are imported, whatever package.json says of the package.
    ignoreAnnotations: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [Number(/(\d+)\.\w+$/.exec(path)?.[1]), text.trim()]));
  return paths.map((_, index) => texts.get(index) ?? '');
}
