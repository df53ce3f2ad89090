import type { Description } from '../../description/types.js';
import { documentLanguage } from './html/language.js';
import { llmsText, markdownReference } from './markdown/markdown.js';
import { buildPages } from './page/pages.js';
import { readReference } from './reference/reference.js';
import type { Manifest } from '../../command/files/manifest.js';
import { mockCommand } from '../../command/files/mock-command.js';

/**
 * Renders the published docs: one HTML page (several pages for a large description), the same content as Markdown, and an
 * index for language models.
 *
 * @param description The bundled description with code samples.
 * @param manifest The package.json of the description's project; `undefined` when there is none.
 * @param furtherPages Additional pages by name, without `.md`. Each is Markdown that begins with a heading.
 * @returns The bytes of each file, by its name in the published folder.
 */
export async function renderDocs(
  description: Description,
  manifest: Manifest | undefined,
  furtherPages: ReadonlyMap<string, string> = new Map(),
): Promise<Map<string, Uint8Array>> {
  // Also loads what detects the language of a single text.
  await documentLanguage(description);
  const command = manifest && mockCommand(manifest);
  const reference = readReference(description);
  const { files, addressOf } = await buildPages(description, reference, command, furtherPages);
  return new Map([
    ...files,
    ['index.md', Buffer.from(markdownReference(description, reference, command))],
    ['llms.txt', Buffer.from(llmsText(description, reference, addressOf))],
  ]);
}
