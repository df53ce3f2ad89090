import type ts from 'typescript';
import { pathOperations } from '../../../../description/operations.js';
import type { Description, Operation, PathItem } from '../../../../description/types.js';

/** The fields of a Path Item Object that openapi-typescript 7 reads. */
const read: readonly string[] = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/**
 * Copies the operations that are new in OpenAPI 3.2, `query` and `additionalOperations`, to places that openapi-typescript 7
 * reads: each gets its own path. Remove this when a release reads 3.2.
 *
 * @param description The description; it is changed.
 * @returns The added paths, for `withoutPaths`.
 */
export function otherMethodsInPaths(description: Description): Set<string> {
  const added = new Set<string>();
  const { paths = {} } = description;
  for (const [path, item] of Object.entries(paths)) {
    for (const { method, fields, operation } of pathOperations(item)) {
      if (read.includes(fields[0] ?? '')) continue;
      const own = `${path} ${method}`;
      added.add(own);
      paths[own] = { parameters: item.parameters ?? [], post: operation } satisfies PathItem & { post: Operation };
    }
  }
  return added;
}

/** Removes the added paths from the interface `paths`. Their operations stay in `operations`. */
export function withoutPaths(nodes: ts.Node[], paths: Set<string>, { isInterfaceDeclaration, factory }: typeof ts): ts.Node[] {
  if (paths.size === 0) return nodes;
  return nodes.map((node) => {
    if (!isInterfaceDeclaration(node) || node.name.text !== 'paths') return node;
    const members = node.members.filter((member) => !(member.name && 'text' in member.name && paths.has(member.name.text)));
    const { modifiers, name, typeParameters, heritageClauses } = node;
    return factory.updateInterfaceDeclaration(node, modifiers, name, typeParameters, heritageClauses, members);
  });
}
