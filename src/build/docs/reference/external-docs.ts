import { objectOf } from '../../../description/json-value.js';
import { textOf } from './read.js';
import { detail, type Detail } from './words.js';

/** A link to external documentation (External Documentation Object). */
export function externalDocs(value: unknown): Detail[] {
  const { url, description } = objectOf(value);
  const href = textOf(url);
  return detail('See', href === '' ? [] : [{ href, text: textOf(description) || href }]);
}
