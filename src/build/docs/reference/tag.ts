import type { Description } from '../../../description/types.js';
import { externalDocs } from './external-docs.js';
import { isObject, listOf } from '../../../description/json-value.js';
import { textOf } from './read.js';
import { detail, type Detail } from './words.js';

/** A tag: a group of operations (Tag Object). */
export interface TagReference {
  name: string;
  /** The `summary` (OpenAPI 3.2), else the extension `x-displayName` of other tools, else the name. */
  title: string;
  /** Markdown. */
  description: string;
  details: Detail[];
  /** The name of the parent tag (OpenAPI 3.2). */
  parent: string | undefined;
}

/** Lists the tags of a description. It ignores invalid entries, about which lint warns. */
export function tagsOf({ tags }: Description): TagReference[] {
  return listOf(tags)
    .filter(isObject)
    .filter(({ name }) => typeof name === 'string')
    .map(({ name, summary, description, externalDocs: docs, kind, parent, 'x-displayName': displayName }) => ({
      name: textOf(name),
      title: textOf(summary) || textOf(displayName) || textOf(name),
      description: textOf(description),
      details: [...detail('Kind', [textOf(kind)].filter(Boolean)), ...externalDocs(docs)],
      parent: textOf(parent) || undefined,
    }));
}

interface Tagged {
  tags: TagReference[];
  operations: ReadonlyArray<{ tags: string[] }>;
}

/** The tags about which the description says more than the name, and those without operations. */
export function tellingTags({ tags, operations }: Tagged): TagReference[] {
  const used = new Set(operations.flatMap(({ tags: names }) => names));
  return tags.filter(
    ({ name, title, description, details, parent }) =>
      description !== '' || title !== name || details.length > 0 || parent !== undefined || !used.has(name),
  );
}
