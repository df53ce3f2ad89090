import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { relativePath } from '../../command/files/relative-path.js';

/** Redocly's rule against a repeated `operationId`. Its message names only the second place. */
export const repeatedIdRule = 'operation-operationId-unique';

/**
 * Writes a message that names all places of a repeated `operationId`.
 *
 * @param operationId The repeated value.
 * @param root The root file of the description. Its folder is searched.
 * @param directory File names in messages are relative to this directory.
 * @returns `undefined` when the `operationId` is not found twice.
 */
export function repeatedId(operationId: string, root: string, directory: string): string | undefined {
  const folder = dirname(root);
  // Arazzo workflows are left out, because they refer to operations with the same field name.
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.arazzo)\.(ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const places = files.sort().flatMap((path) => {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.flatMap((line, index) => {
      const [, id] = /^[\s{,-]*"?operationId"?:\s*["']?([^"',}#]+?)["']?\s*(?:[,}#].*)?$/.exec(line) ?? [];
      return id === operationId ? [`${relativePath(directory, path)}:${index + 1}`] : [];
    });
  });
  const [first, ...others] = places;
  if (first === undefined || others.length === 0) return undefined;
  return `${others.join(', ')}: The operationId "${operationId}" also stands at ${first}: give each operation its own. [${repeatedIdRule}]`;
}
