import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The field that marks the root file of a description: at the beginning of a line, or of the object in JSON. */
const openapiField = /(^|[{,])\s{0,4}["']?openapi["']?\s*:\s*["']?3\./m;

/**
 * Finds the OpenAPI 3 descriptions below a directory: all YAML and JSON files that state the version.
 *
 * @returns Their paths, sorted.
 */
export async function findDescriptions(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name));
  const found = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      return openapiField.test(await readFile(path, 'utf8')) ? [path] : [];
    }),
  );
  return found.flat().sort();
}
