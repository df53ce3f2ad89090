import { documentedOperations, type DocumentedOperation } from '../../description/operations.js';
import type { Description } from '../../description/types.js';
import { comment, methodName, renderMethods } from './client-methods.js';
import { clientDescription, type ClientTable, type ClientTableOperation } from './client-table.js';
import { constantNames } from './constant-names.js';
import { Expression, literal, propertyName } from './literal.js';
import { SharedLists } from './shared-lists.js';

/** The texts of a client's files, by file name. */
export type ClientFiles = Record<'operations.ts' | 'each-operation.ts' | 'methods.d.ts', string>;

/** The values that the generated files may import. */
const values = ['createSerializers', 'dateSerializers', 'mediaTypes', 'ownServer'];

const head = '// Generated from the OpenAPI description. Do not edit: change the description and build again.\n';

/** Spares the compiler of a user the check of a table for each operation, which takes time and memory. */
const unchecked = `${head}// @ts-nocheck: each value has the type that it is declared with.\n`;

/**
 * Writes the files of a client. An operation without an `operationId` is named after its method and path, such as
 * `get /users`.
 *
 * @param description A bundled description.
 * @param clientModule The module that the files import the client from: the name of its package, or a relative path.
 * @returns The texts of three files. `operations.ts` has all operations as one value, which the client needs at run time.
 *   `each-operation.ts` has one constant for each operation, so that a bundled program contains only the operations that it
 *   calls. `methods.d.ts` has the types of both; it imports `./schema.js`, the types of openapi-typescript. The same
 *   description always gives the same texts.
 * @throws Error when a reference cannot be resolved, or a security scheme is not documented.
 */
export function renderClientFiles(description: Description, clientModule: string): ClientFiles {
  const operations = documentedOperations(description);
  const table = clientDescription(description, operations);
  return {
    'operations.ts': `${unchecked}\n${renderDescription(table, clientModule)}`,
    'each-operation.ts': `${unchecked}\n${renderConstants(operations, table, clientModule)}`,
    'methods.d.ts': `${head}\n${renderTypes(operations, clientModule)}`,
  };
}

function renderDescription({ baseUrl, operations }: ClientTable, clientModule: string): string {
  const lists = new SharedLists(new Set(['baseUrl', 'description']));
  const table = Object.entries(operations).map(([operationId, operation]) => [operationId, withSharedLists(operation, lists)]);
  const text = literal(Object.fromEntries(table), '  ');
  return `${imports(Object.values(operations), clientModule)}import type { ClientDescription } from '${clientModule}';

export type { Methods, Operations } from './methods.js';

${lists.render()}/** The first server of the description; empty where it names none. */
export const baseUrl: string = ${JSON.stringify(baseUrl)};

/** What the client needs of the description at run time. */
export const description: ClientDescription = {
  baseUrl,
  operations: ${text},
};
`;
}

function renderConstants(
  operations: DocumentedOperation[],
  { baseUrl, operations: table }: ClientTable,
  clientModule: string,
): string {
  if (operations.length === 0) return 'export {};\n';
  const names = constantNames(operations.map(({ operationId }) => operationId));
  const lists = new SharedLists(new Set(names.values()));
  const constants = operations.flatMap(({ operationId, summary, method, path }) => {
    const found = table[operationId];
    if (!found) return [];
    const operation = withSharedLists(found, lists);
    const ofServer = baseUrl && { baseUrl: new Expression('baseUrl') };
    const text = literal({ operationId, ...operation, ...ofServer });
    const type = `TypedOperation<Methods[${JSON.stringify(methodName(operationId))}]>`;
    return `${comment(`${summary}: \`${method} ${path}\``, '')}export const ${names.get(operationId) ?? ''}: ${type} = ${text};\n`;
  });
  return `${imports(Object.values(table), clientModule)}import type { TypedOperation } from '${clientModule}';
import type { Methods } from './methods.js';

${baseUrl && `const baseUrl: string = ${JSON.stringify(baseUrl)};\n`}${lists.render()}${constants.join('\n')}`;
}

/** Writes the import of the client's values that the operations use. */
function imports(operations: ClientTableOperation[], clientModule: string): string {
  const expressions = operations.flatMap(({ serializers, mediaTypes, server }) =>
    [serializers, mediaTypes, server].map((one) => one?.text ?? ''),
  );
  const needed = values.filter((name) => expressions.some((text) => text.replace(/^\/\*.*?\*\/ /, '').startsWith(name)));
  return needed.length > 0 ? `import { ${needed.join(', ')} } from '${clientModule}';\n` : '';
}

function withSharedLists({ responses, ...rest }: ClientTableOperation, lists: SharedLists): object {
  const shared = Object.entries(responses).map(([status, mediaTypes]) => [status, lists.share(mediaTypes)] as const);
  const { path, method, ...others } = rest;
  // gzip compresses this order of the fields best.
  return { path, method, responses: Object.fromEntries(shared), ...others };
}

function renderTypes(operations: DocumentedOperation[], clientModule: string): string {
  return `import type { OperationInit, OperationOutcome, ParseAs, ParseOption } from '${clientModule}';
import type * as schema from './schema.js';

/** The operations, for the types of a client: those of the schema, and those without an \`operationId\`. */
export interface Operations {
${operations.map((operation) => `  ${propertyName(operation.operationId)}: ${schemaType(operation)};\n`).join('')}}

/** One method for each operation of the description. */
${renderMethods(operations)}`;
}

/** The type of an operation in the output of openapi-typescript. */
function schemaType({ path, method, operation: { operationId } }: DocumentedOperation): string {
  // openapi-typescript takes a hash for the beginning of a JSON Pointer, and replaces it.
  if (operationId !== undefined) return `schema.operations[${JSON.stringify(operationId.replaceAll('#', '/'))}]`;
  return `schema.paths[${JSON.stringify(path)}][${JSON.stringify(method.toLowerCase())}]`;
}
