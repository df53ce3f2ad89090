import { objectOf } from '../../../description/json-value.js';
import { textOf } from './read.js';
import { detail, type Detail } from './words.js';

/** A link to external documentation (External Documentation Object). */
export function externalDocs(value: unknown): Detail[] {
  const { url, description } = objectOf(value);
  const href = textOf(url);
  const text = textOf(description);
  if (href === '') return [];
  // The text of a link is plain. A description with markup stands before the link.
  if (/[*_`[\]<\n]/.test(text)) return detail('See', [{ markdown: text }, ' ', { href, text: href }]);
  return detail('See', [{ href, text: text || href }]);
}
