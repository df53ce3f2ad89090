/** Names that a constant of an ES module cannot have, and names that the generated file or its CommonJS form uses itself. */
const reserved = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends
  false finally for function globalThis if implements import in instanceof interface let module new null package private
  protected public require return static super switch this throw true try typeof undefined var void while with yield
  __esModule NaN Infinity exports baseUrl createSerializers dateSerializers mediaTypes Methods
  TypedOperation`.split(/\s+/),
);

/** Names that the client or JavaScript itself uses. For example, `import()` takes a module that exports `then` for a promise. */
export const memberNames: ReadonlySet<string> = new Set(['raw', 'with', 'then', 'toString', 'toJSON']);

/**
 * Names a constant for each operation: the `operationId` when it is an identifier, else its words in camel case, such as
 * `reposGet` for `repos/get`. A name that is reserved or already taken gets an underscore at its end.
 *
 * @param operationIds The `operationId` of each operation, without duplicates.
 * @returns The name for each `operationId`.
 */
export function constantNames(operationIds: string[]): Map<string, string> {
  const names = new Map<string, string>();
  // An `operationId` that is an identifier keeps its name, even when another one comes before it.
  const taken = new Set([...reserved, ...memberNames]);
  const [valid, others] = [operationIds.filter(isIdentifier), operationIds.filter((id) => !isIdentifier(id))];
  for (const operationId of [...valid, ...others]) {
    let name = identifier(operationId);
    while (taken.has(name)) name += '_';
    taken.add(name);
    names.set(operationId, name);
  }
  return names;
}

function isIdentifier(text: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text);
}

function identifier(operationId: string): string {
  if (isIdentifier(operationId)) return operationId;
  const [first = '', ...words] = operationId.split(/[^\p{ID_Continue}$]+/u).filter(Boolean);
  const name = [first, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
  return isIdentifier(name) ? name : `_${name}`;
}
