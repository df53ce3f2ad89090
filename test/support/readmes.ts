import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { root } from './command.js';

/** The paths of all READMEs, relative to the project, with slashes. */
export async function readmes(): Promise<string[]> {
  const rooms = await Promise.all(
    ['openapi', 'src', 'test'].map(async (room) => {
      const names = await readdir(join(root, room), { recursive: true });
      return names.map((name) => `${room}/${name.replaceAll(sep, '/')}`).filter((path) => path.endsWith('/README.md'));
    }),
  );
  return ['README.md', ...rooms.flat().sort()];
}

/**
 * Reads a generated table.
 *
 * @param name The name in the marker of the table.
 * @returns The Markdown between the markers, from the README that has them.
 */
export async function generatedTable(name: string): Promise<string> {
  const marked = new RegExp(`<!-- generated: ${name} -->\n([^]*?)<!-- end -->`);
  for (const path of await readmes()) {
    const [, table] = marked.exec(await readFile(join(root, path), 'utf8')) ?? [];
    if (table !== undefined) return table.trim();
  }
  throw new Error(`No README has the table "${name}": add its markers and run "npm run build".`);
}
