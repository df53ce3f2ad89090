import type { redocly } from '../redocly/run-redocly.js';
import type { Description } from '../description/types.js';
import { llmsText, markdownReference } from './markdown/markdown.js';
import { buildPage } from './page/page.js';
import { operationReferences } from './reference/reference.js';
import { readManifest } from '../command/manifest.js';

/**
 * Renders the published docs: the page, the same as Markdown, and an index for language models.
 *
 * @param description The bundled description with its code samples.
 * @param run Runs a command of Redocly; default: in a process that ends with it.
 * @returns Each file by its name in the published folder.
 * @throws Error with one sentence when `redocly build-docs` fails.
 */
export async function renderDocs(description: Description, run?: typeof redocly): Promise<Map<string, string>> {
  const [command] = Object.keys(readManifest().bin ?? {});
  const mockCommand = command ? `npx ${command}` : 'npm run mock';
  const operations = operationReferences(description);
  return new Map([
    ['index.html', await buildPage(description, operations, mockCommand, run)],
    ['index.md', markdownReference(description, operations, mockCommand)],
    ['llms.txt', llmsText(description, operations)],
  ]);
}
