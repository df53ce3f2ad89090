import type { OperationReference } from '../reference/operation.js';
import type { TagReference } from '../reference/tag.js';
import { groupByTag } from './divide.js';

/** A group of the sidebar: the operations of a tag, and the tags below it. */
export interface TagNode {
  title: string;
  operations: OperationReference[];
  children: TagNode[];
}

/** Groups operations by their first tag, and the tags by their parents (`parent` of OpenAPI 3.2). */
export function tagTree(operations: OperationReference[], tags: TagReference[]): TagNode[] {
  const known = new Map(tags.map((tag) => [tag.name, tag]));
  const nodes = new Map<string | undefined, TagNode>();
  const roots: TagNode[] = [];

  function nodeOf(name: string | undefined, below: ReadonlySet<string> = new Set()): TagNode {
    const found = nodes.get(name);
    if (found) return found;
    const tag = name === undefined ? undefined : known.get(name);
    const made: TagNode = { title: tag?.title ?? name ?? 'Other', operations: [], children: [] };
    nodes.set(name, made);
    const parent = tag?.parent;
    // A tag may name itself or a tag below it as its parent. Such a parent is ignored.
    const isLoop = parent === undefined || !known.has(parent) || parent === name || below.has(parent);
    if (isLoop) roots.push(made);
    else nodeOf(parent, new Set([...below, name ?? ''])).children.push(made);
    return made;
  }

  for (const [name, ofTag] of groupByTag(operations, ({ tag }) => tag)) nodeOf(name).operations.push(...ofTag);
  return roots;
}

/** All operations of a group and of the groups below it. */
export function operationsBelow({ operations, children }: TagNode): OperationReference[] {
  return [...operations, ...children.flatMap(operationsBelow)];
}
