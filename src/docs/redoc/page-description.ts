import { describedOperations } from '../../description/operations.js';
import type { Description } from '../../description/types.js';
import { escapeHtml } from '../html/html.js';

/**
 * Makes the description that Redoc shows. In the place of all that it would write of an
 * operation stands an element that the script of the page fills with the finished text;
 * its own content are the words for the search.
 *
 * @param words By operationId, as HTML without tags; on one line.
 */
export function pageDescription(description: Description, words: Map<string, string>): Description {
  const copy = structuredClone(description);
  copy.info['x-logo'] = { url: brand(copy.info.title), altText: copy.info.title, backgroundColor: brandColor };
  for (const { operationId, operation } of describedOperations(copy)) {
    for (const key of Object.keys(operation)) {
      if (!['operationId', 'summary', 'deprecated'].includes(key)) Reflect.deleteProperty(operation, key);
    }
    operation.description = `<operation-text name="${escapeHtml(operationId)}">\n${words.get(operationId) ?? ''}\n</operation-text>`;
    operation.responses = {};
  }
  for (const item of Object.values(copy.paths ?? {})) Reflect.deleteProperty(item, 'parameters');
  // Redoc folds the operations of a tag away; without tags it shows them all.
  for (const key of ['tags', 'x-tagGroups', 'components', 'security', 'webhooks']) Reflect.deleteProperty(copy, key);
  return copy;
}

const brandColor = '#34d99b';

/** The title as a picture: the only thing that Redoc takes for the head of its sidebar. */
function brand(title: string): string {
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60"><text x="24" y="38" font-family="Georgia, 'Times New Roman', serif" font-size="24" fill="#fff">${escapeHtml(title)}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}
