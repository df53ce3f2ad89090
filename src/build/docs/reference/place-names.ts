import { anchorOf } from './anchor.js';
import type { OperationReference } from './operation.js';
import type { Reference } from './reference.js';
import { tellingTags } from './tag.js';

/** A part of the docs that a text may link to. */
export interface Place {
  /** The fragment of a link to it, without the `#`. */
  anchor: string;
  /** Its heading. */
  title: string;
}

/** A section of the introduction. `headings` has its own heading first, and then those inside it. */
interface Headed {
  anchor: string;
  headings: string[];
}

/**
 * Makes a function that finds a part of the docs by the fragment of a link. Authors write fragments for other tools: the
 * anchors of headings on GitHub, those of Redoc, Swagger UI, Scalar and Stoplight, JSON Pointers, or only names.
 *
 * @param tagsHavePlaces Whether a tag has its own section when the description says something about it.
 * @returns A function that returns `undefined` when the docs have no such part.
 */
export function placesByName(
  reference: Reference,
  sections: readonly Headed[],
  tagsHavePlaces: boolean,
): (name: string) => Place | undefined {
  const { operations, webhooks, schemes } = reference;
  const places = new Map<string, Place>();
  const add = (place: Place, names: string[]): void => {
    for (const name of [place.anchor, ...names]) {
      const key = keyOf(name);
      if (key !== '' && !places.has(key)) places.set(key, place);
    }
  };
  for (const { anchor, headings } of sections) {
    const [title = ''] = headings;
    add(
      { anchor, title },
      headings.flatMap((heading) => [heading, withoutPunctuation(heading)]),
    );
  }
  for (const operation of [...operations, ...webhooks]) add(placeOf(operation), namesOf(operation));
  for (const { anchor, name } of schemes) {
    add({ anchor, title: name }, [name, `section/Authentication/${name}`, `/components/securitySchemes/${name}`]);
  }
  for (const { name, title } of tagsHavePlaces ? tellingTags(reference) : [])
    add({ anchor: anchorOf('tag', name), title }, [name]);
  // A link to another tag leads to the tag's first operation.
  for (const operation of operations) for (const tag of operation.tags) add(placeOf(operation), [`tag/${tag}`, tag]);
  return (name) => places.get(keyOf(name));
}

function placeOf({ anchor, name }: OperationReference): Place {
  return { anchor, title: name };
}

function namesOf({ anchor, name, method, path, tags }: OperationReference): string[] {
  const id = anchor.slice(anchor.indexOf('/') + 1);
  const pointer = `paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}`;
  const below = tags.flatMap((tag) => [`tag/${tag}/operation/${id}`, `${tag}/${id}`, `tag/${tag}/${method}${path}`]);
  return [id, `operations/${id}`, pointer, `paths/${path}/${method}`, name, withoutPunctuation(name), ...below];
}

/** Removes punctuation, as GitHub does in the anchor of a heading. Other tools write a hyphen instead. */
function withoutPunctuation(heading: string): string {
  return heading.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '');
}

/** A key that is the same for all ways to write a name: lower case, with hyphens between words. */
function keyOf(name: string): string {
  return decoded(name)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
