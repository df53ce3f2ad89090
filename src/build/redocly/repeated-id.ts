import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { relativePath } from '../../command/files/relative-path.js';

/** The rule of Redocly's that finds an operationId a second time, and names that place alone. */
export const repeatedIdRule = 'operation-operationId-unique';

/**
 * Says where an operationId stands: each place, which Redocly does not.
 *
 * @param operationId What stands twice.
 * @param root The root file of the description; its folder is searched.
 * @param directory The directory that file names are printed relative to.
 * @returns `undefined` where it is not found twice.
 */
export function repeatedId(operationId: string, root: string, directory: string): string | undefined {
  const folder = dirname(root);
  // A workflow refers to operations by the same word.
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
