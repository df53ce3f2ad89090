import { documentedOperations, type DocumentedOperation } from '../../description/operations.js';
import type { Description } from '../../description/types.js';
import { comment, methodName, renderMethods } from './client-methods.js';
import { clientDescription, type ClientTable, type ClientTableOperation } from './client-table.js';
import { constantNames } from './constant-names.js';
import { literal, propertyName } from './literal.js';
import { SharedLists } from './shared-lists.js';

/** The files of a client, by their names. */
export type ClientFiles = Record<'operations.ts' | 'each-operation.ts' | 'methods.d.ts', string>;

/** What the files import as values, and the fields of the table that they are for. */
const fields = { createSerializers: 'serializers', mediaTypes: 'mediaTypes' } as const;

const head = '// Generated from the OpenAPI description. Do not edit: change the description and build again.\n\n';

/**
 * Writes the files of a client. An operation without an `operationId` is named after its method and path, such as
 * `get /users`.
 *
 * @param description A bundled description.
 * @param clientModule What the files import the client from: the name of its package, or a relative path.
 * @returns `operations.ts`: what the client needs of the whole description at run time. `each-operation.ts`: the same as
 *   one constant for each operation, so that a program contains only what it calls. `methods.d.ts`: the types of both,
 *   which import `./schema.js`, the types of openapi-typescript. The same description gives the same texts.
 * @throws Error when a reference cannot be resolved, or a security scheme is not documented.
 */
export function renderClientFiles(description: Description, clientModule: string): ClientFiles {
  const operations = documentedOperations(description);
  const names = constantNames(operations.map(({ operationId }) => operationId));
  const table = clientDescription(description, operations);
  return {
    'operations.ts': `${head}${renderDescription(table, names, clientModule)}`,
    'each-operation.ts': `${head}${renderConstants(operations, table, names, clientModule)}`,
    'methods.d.ts': `${head}${renderTypes(operations, clientModule)}`,
  };
}

function renderDescription({ baseUrl }: ClientTable, names: Map<string, string>, clientModule: string): string {
  const imported = names.size > 0 ? "import * as each from './each-operation.js';\n" : '';
  return `import type { ClientDescription, ClientOperation } from '${clientModule}';
${imported}
export type { Methods, Operations } from './methods.js';

/** The first server of the description; empty where it names none. */
export const baseUrl: string = ${JSON.stringify(baseUrl)};

/** What the client needs of the description at run time. */
export const description: ClientDescription = {
  baseUrl,
  operations: /* @__PURE__ */ byId(
${[...names.values()].map((name) => `    each.${name},\n`).join('')}  ),
};

function byId(...operations: ClientOperation[]): Record<string, ClientOperation> {
  return Object.fromEntries(operations.map((operation) => [operation.operationId, operation]));
}
`;
}

function renderConstants(
  operations: DocumentedOperation[],
  table: ClientTable,
  names: Map<string, string>,
  clientModule: string,
): string {
  if (operations.length === 0) return 'export {};\n';
  const lists = new SharedLists(new Set(names.values()));
  const constants = operations.map(({ operationId, summary, method, path }) => {
    const { responses, ...rest } = table.operations[operationId] as ClientTableOperation;
    const shared = Object.entries(responses).map(([status, mediaTypes]) => [status, lists.share(mediaTypes)]);
    const { method: verb, path: template, ...others } = rest;
    const operation = { operationId, method: verb, path: template, responses: Object.fromEntries(shared) as object, ...others };
    const type = `TypedOperation<Methods[${JSON.stringify(methodName(operationId))}]>`;
    return `${comment(`${summary}: \`${method} ${path}\``, '')}export const ${names.get(operationId) ?? ''}: ${type} = ${literal(operation)};\n`;
  });
  const text = constants.join('\n');
  const used = Object.values(table.operations);
  const needed = (['createSerializers', 'mediaTypes'] as const).filter((name) => used.some((one) => one[fields[name]]));
  const values = needed.length > 0 ? `import { ${needed.join(', ')} } from '${clientModule}';\n` : '';
  return `${values}import type { TypedOperation } from '${clientModule}';
import type { Methods } from './methods.js';

${lists.render()}${text}`;
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

/** Where openapi-typescript puts the type of an operation. */
function schemaType({ path, method, operation: { operationId } }: DocumentedOperation): string {
  // It reads a hash as the beginning of a JSON pointer.
  if (operationId !== undefined) return `schema.operations[${JSON.stringify(operationId.replaceAll('#', '/'))}]`;
  return `schema.paths[${JSON.stringify(path)}][${JSON.stringify(method.toLowerCase())}]`;
}
