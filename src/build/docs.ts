import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Description } from '../description/types.js';
import { buildPage } from '../docs/page.js';
import { operationReferences } from '../docs/reference.js';

/**
 * Writes the published docs: the page, and the description beside it.
 *
 * @param description The bundled description with its code samples.
 * @param outDirectory Is created; files of these names in it are replaced.
 * @param started Called when the command runs, in a process of its own.
 * @throws Error with one sentence when `redocly build-docs` fails.
 */
export async function buildDocs(description: Description, outDirectory: string, started: () => void): Promise<void> {
  const operations = operationReferences(description);
  const [page] = await Promise.all([
    buildPage(description, operations, 'npm run mock', started),
    mkdir(outDirectory, { recursive: true }),
  ]);
  const files = {
    'index.html': page,
    'openapi.yaml': stringify(description),
    'openapi.json': `${JSON.stringify(description, undefined, 2)}\n`,
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(outDirectory, name), text)));
}
