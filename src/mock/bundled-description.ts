import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Finds the bundled description that ships with the package: `generated/openapi.yaml` beside the nearest `package.json`.
 *
 * @returns Its absolute path, whether this file runs from `src/` or, compiled, from `dist/`.
 */
export function bundledDescription(): string {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, 'package.json')) && dirname(directory) !== directory) directory = dirname(directory);
  return join(directory, 'generated', 'openapi.yaml');
}
