import { decodeIfPossible } from '../../description/parameters/sent.js';
import { asFragment } from '../../description/references/pointer.js';
import { resolveIfPossible } from '../../description/references/resolve.js';
import { findReferences } from '../../reading/references.js';

/**
 * Replaces references to the names of a file's own parts (`$id`, `$anchor`, `$self`) by JSON Pointers. Redocly takes such a name
 * for the address of another file.
 *
 * @param document The parsed file. It is changed.
 * @param url Its URL.
 */
export function pointToNames(document: object, url: string): void {
  const { references, names } = findReferences(document, url);
  let isRebased = false;
  for (const { kind, text, base, isInResource, replace } of references) {
    const isPointer = base === url && /^#(\/|$)/.test(text);
    if (kind !== 'reference' || isPointer || !URL.canParse(text, base)) continue;
    const [target = '', fragment = ''] = new URL(text, base).href.split('#');
    const named = names.get(/^(\/|$)/.test(fragment) ? target : `${target}#${fragment}`);
    if (named === undefined) continue;
    const pointer = asFragment(named + (fragment.startsWith('/') ? decodeIfPossible(fragment) : ''));
    // Authors also write pointers from the root of the file into a schema with an `$id`.
    if (!resolveIfPossible(document, { $ref: pointer })) continue;
    replace(pointer);
    isRebased ||= isInResource;
  }
  // A pointer from the root of the file would be relative to the schema with the `$id`.
  for (const pointer of isRebased ? names.values() : []) {
    const resource = pointer === '' ? undefined : resolveIfPossible(document, { $ref: asFragment(pointer) });
    if (resource) Reflect.deleteProperty(resource, '$id');
  }
}
