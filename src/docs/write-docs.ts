import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { redocly } from '../redocly/run-redocly.js';
import type { Description } from '../description/types.js';
import { llmsText, markdownReference } from './markdown/markdown.js';
import { buildPage } from './page/page.js';
import { operationReferences } from './reference/reference.js';
import { readManifest } from '../command/manifest.js';

/**
 * Writes the published docs: the page, the same as Markdown, and an index for language models.
 *
 * @param description The bundled description with its code samples.
 * @param outDirectory Is created; files of these names in it are replaced.
 * @param started Called when the command runs, in a process of its own.
 * @param run Runs the command; default: in a process that ends with it.
 * @throws Error with one sentence when `redocly build-docs` fails.
 */
export async function buildDocs(
  description: Description,
  outDirectory: string,
  started: () => void,
  run?: typeof redocly,
): Promise<void> {
  const [command] = Object.keys(readManifest().bin ?? {});
  const mockCommand = command ? `npx ${command}` : 'npm run mock';
  const operations = operationReferences(description);
  const [page] = await Promise.all([
    buildPage(description, operations, mockCommand, started, run),
    mkdir(outDirectory, { recursive: true }),
  ]);
  const files = {
    'index.html': page,
    'index.md': markdownReference(description, operations, mockCommand),
    'llms.txt': llmsText(description, operations),
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(outDirectory, name), text)));
}
