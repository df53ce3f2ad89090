import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Description } from '../description/types.js';
import { renderReadme } from '../generate/readme-tables.js';
import type { Outputs } from './outputs.js';

/** The READMEs that may have generated tables, relative to the project. */
const paths = [
  'README.md',
  'openapi/README.md',
  'src/client/README.md',
  'src/mock/README.md',
  'src/docs/README.md',
  'test/README.md',
];

/**
 * Fills in the generated tables of the READMEs of a project.
 *
 * @param root The project's directory.
 * @param description The bundled description, code samples included.
 * @returns The READMEs that exist and have a table.
 * @throws Error when a README has a marker with an unknown name or without an end.
 */
export async function renderReadmes(root: string, description: Description): Promise<Outputs> {
  const readmes = await Promise.all(
    paths.map(async (path): Promise<Array<[string, string]>> => {
      const readme = await readFile(join(root, path), 'utf8').catch(() => '');
      return readme.includes('<!-- generated: ') ? [[path, renderReadme(path, readme, description)]] : [];
    }),
  );
  return new Map(readmes.flat());
}
