import type { redocly } from '../redocly/run-redocly.js';
import type { Description } from '../description/types.js';
import { llmsText, markdownReference } from './markdown/markdown.js';
import { buildPage } from './page/page.js';
import { operationReferences } from './reference/reference.js';
import type { Manifest } from '../command/files/manifest.js';
import { mockCommand } from '../command/files/mock-command.js';

/**
 * Renders the published docs: the page, the same as Markdown, and an index for language models.
 *
 * @param description The bundled description with its code samples.
 * @param manifest The package.json of the project that the description belongs to; `undefined` where it has none.
 * @param run Runs a command of Redocly; default: in a process that ends with it.
 * @returns Each file by its name in the published folder.
 * @throws Error with one sentence when `redocly build-docs` fails.
 */
export async function renderDocs(
  description: Description,
  manifest: Manifest | undefined,
  run?: typeof redocly,
): Promise<Map<string, string>> {
  const command = manifest && mockCommand(manifest);
  const operations = operationReferences(description);
  return new Map([
    ['index.html', await buildPage(description, operations, command, run)],
    ['index.md', markdownReference(description, operations, command)],
    ['llms.txt', llmsText(description, operations)],
  ]);
}
