import { listOf, objectOf } from '../description/json-value.js';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Description } from '../description/types.js';
import { renderReadme, rowFiles, type Row } from './generate/readme-tables.js';
import type { Outputs } from './outputs.js';

/** The READMEs that may have generated tables, relative to the project. */
const paths = [
  'README.md',
  'openapi/README.md',
  'openapi/pages/get-with-a-body.md',
  'src/client/README.md',
  'src/mock/README.md',
  'src/build/docs/README.md',
  'test/README.md',
];

/**
 * Fills in the generated tables of the READMEs of a project.
 *
 * @param root The project's directory.
 * @param description The bundled description, code samples included.
 * @returns The READMEs that exist and have a table.
 * @throws Error when a README has a marker with an unknown name or without an end, or names a file of rows that cannot be
 *   read.
 */
export async function renderReadmes(root: string, description: Description): Promise<Outputs> {
  const readmes = await Promise.all(
    paths.map(async (path): Promise<Array<[string, string]>> => {
      const readme = await readFile(join(root, path), 'utf8').catch(() => '');
      if (!readme.includes('<!-- generated: ')) return [];
      const rows = await Promise.all(rowFiles(readme).map(async (file) => [file, await readRows(root, file)] as const));
      return [[path, renderReadme(path, readme, description, Object.fromEntries(rows))]];
    }),
  );
  return new Map(readmes.flat());
}

async function readRows(root: string, file: string): Promise<Row[]> {
  try {
    return listOf(JSON.parse(await readFile(join(root, file), 'utf8'))).map((row) =>
      Object.fromEntries(Object.entries(objectOf(row)).map(([name, text]) => [name, String(text)])),
    );
  } catch {
    throw new Error(`${file} cannot be read as JSON, and a README has a table of it: restore the file.`);
  }
}

/**
 * Reads the Markdown files that become additional pages of the docs.
 *
 * @param rendered The texts with filled-in tables. They replace the texts of the files.
 * @returns The texts without comments, by file name without `.md`.
 */
export async function furtherPages(root: string, rendered: Outputs): Promise<ReadonlyMap<string, string>> {
  const directory = 'openapi/pages';
  const names = (await readdir(join(root, directory))).filter((name) => name.endsWith('.md')).sort();
  const read = names.map(async (name): Promise<[string, string]> => {
    const text = rendered.get(`${directory}/${name}`) ?? (await readFile(join(root, directory, name)));
    return [name.replace(/\.md$/, ''), text.toString().replaceAll(/<!--.*?-->\n/gs, '')];
  });
  return new Map(await Promise.all(read));
}
