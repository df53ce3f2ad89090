import type { Description } from '../../description/types.js';
import { llmsText, markdownReference } from './markdown/markdown.js';
import { buildPages } from './page/pages.js';
import type { RedocFrame } from './redoc/redoc-frame.js';
import { renderRedocFrame } from './redoc/render-frame.js';
import { operationReferences } from './reference/reference.js';
import type { Manifest } from '../../command/files/manifest.js';
import { mockCommand } from '../../command/files/mock-command.js';

/**
 * Renders the published docs: the page, or several of a large description, the same as Markdown, and an index for language models.
 *
 * @param description The bundled description with its code samples.
 * @param manifest The package.json of the project that the description belongs to; `undefined` where it has none.
 * @param frame What Redoc has rendered of the description. Default: it renders it now.
 * @returns The bytes of each file by its name in the published folder.
 * @throws Error with one sentence when `redocly build-docs` fails.
 */
export async function renderDocs(
  description: Description,
  manifest: Manifest | undefined,
  frame?: RedocFrame,
): Promise<Map<string, Uint8Array>> {
  const command = manifest && mockCommand(manifest);
  const operations = operationReferences(description);
  const { files, addressOf } = await buildPages(description, operations, command, frame ?? (await renderRedocFrame(description)));
  return new Map([
    ...files,
    ['index.md', Buffer.from(markdownReference(description, operations, command))],
    ['llms.txt', Buffer.from(llmsText(description, operations, addressOf))],
  ]);
}
