import type ts from 'typescript';

/**
 * Gives a type alias to each schema that contains itself other than in a property, such as JSON, which may be a list of JSON.
 * TypeScript resolves the type of a property at once, so it would refuse such a type, but resolves an alias only when needed.
 *
 * @param nodes The nodes of the declaration file.
 * @returns The nodes, with the aliases at their end.
 */
export function circularAsAliases(nodes: ts.Node[], typescript: typeof ts): ts.Node[] {
  const { factory } = typescript;
  const schemas = nodes.flatMap((node) => schemasIn(node, typescript));
  const reached = new Map(schemas.map(({ name, type }) => [name, reachedAtOnce(type, typescript)]));
  const circular = [...reached.keys()].filter((name) => leadsTo(name, name, reached));
  if (circular.length === 0) return nodes;
  const aliases = new Map(circular.map((name, index) => [name, `Circular${index + 1}`]));
  const aliased = (node: ts.Node): ts.Node => {
    const alias = aliases.get(schemaName(node, typescript) ?? '');
    return alias === undefined
      ? typescript.visitEachChild(node, aliased, undefined)
      : factory.createTypeReferenceNode(factory.createIdentifier(alias));
  };
  const declared = schemas.flatMap(({ name, type }) => {
    const alias = aliases.get(name);
    return alias === undefined
      ? []
      : [factory.createTypeAliasDeclaration(undefined, alias, undefined, aliased(type) as ts.TypeNode)];
  });
  const typeOf = new Map(schemas.map(({ name, type }): [ts.Node, string | undefined] => [type, aliases.get(name)]));
  const replaced = (node: ts.Node): ts.Node => {
    const alias = typeOf.get(node);
    return alias === undefined ? typescript.visitEachChild(node, replaced, undefined) : factory.createTypeReferenceNode(alias);
  };
  return [...nodes.map(replaced), ...declared];
}

/** The schemas of the components, with their types. */
function schemasIn(node: ts.Node, typescript: typeof ts): Array<{ name: string; type: ts.TypeNode }> {
  if (!typescript.isInterfaceDeclaration(node) || node.name.text !== 'components') return [];
  return node.members.flatMap((member) => {
    if (!typescript.isPropertySignature(member) || nameOf(member) !== 'schemas') return [];
    if (!member.type || !typescript.isTypeLiteralNode(member.type)) return [];
    return member.type.members.flatMap((schema) =>
      typescript.isPropertySignature(schema) && schema.type ? [{ name: nameOf(schema) ?? '', type: schema.type }] : [],
    );
  });
}

function nameOf({ name }: ts.PropertySignature): string | undefined {
  return 'text' in name ? name.text : undefined;
}

/** The schemas that a type refers to outside of properties. */
function reachedAtOnce(type: ts.TypeNode, typescript: typeof ts): Set<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const name = schemaName(node, typescript);
    if (name !== undefined) found.add(name);
    else if (!typescript.isTypeLiteralNode(node)) typescript.forEachChild(node, visit);
  };
  visit(type);
  return found;
}

/** The name of the schema that a type such as `components["schemas"]["Pet"]` refers to. */
function schemaName(
  node: ts.Node,
  { isIndexedAccessTypeNode, isLiteralTypeNode, isTypeReferenceNode, isIdentifier }: typeof ts,
): string | undefined {
  const textOf = (index: ts.TypeNode): string | undefined =>
    isLiteralTypeNode(index) && 'text' in index.literal ? index.literal.text : undefined;
  if (!isIndexedAccessTypeNode(node) || !isIndexedAccessTypeNode(node.objectType)) return undefined;
  const { objectType, indexType } = node.objectType;
  const isOfComponents =
    isTypeReferenceNode(objectType) && isIdentifier(objectType.typeName) && objectType.typeName.text === 'components';
  return isOfComponents && textOf(indexType) === 'schemas' ? textOf(node.indexType) : undefined;
}

function leadsTo(
  from: string,
  name: string,
  reached: ReadonlyMap<string, Set<string>>,
  seen: Set<string> = new Set<string>(),
): boolean {
  return [...(reached.get(from) ?? [])].some((next) => {
    if (next === name) return true;
    if (seen.has(next)) return false;
    seen.add(next);
    return leadsTo(next, name, reached, seen);
  });
}
