import { documentedOperations, type DocumentedOperation } from '../../description/operations.js';
import type { Description } from '../../description/types.js';
import { renderMethods } from './client-methods.js';
import { clientDescription } from './client-table.js';
import { literal, propertyName } from './literal.js';

/**
 * Writes the text of `operations.ts`: what the client needs of a description at run time, and the interface of its
 * methods with the words of the description. An operation without an `operationId` is named after its method and path,
 * such as `get /users`.
 *
 * @param description A bundled description.
 * @param clientModule What the file imports the client from: the name of its package, or a relative path.
 * @returns TypeScript. The same description gives the same text. It imports `./schema.js`, the types of openapi-typescript.
 * @throws Error when a reference cannot be resolved, or a security scheme is not documented.
 */
export function renderOperations(description: Description, clientModule: string): string {
  const operations = documentedOperations(description).filter(({ fields: [field = ''] }) => typedFields.includes(field));
  const table = literal(clientDescription(description, operations));
  const values = table.includes('createSerializers(') ? `import { createSerializers } from '${clientModule}';\n` : '';
  return `// Generated from the OpenAPI description. Do not edit: change the description and build again.

${values}import type { ClientDescription, OperationInit, OperationOutcome, ParseAs, ParseOption } from '${clientModule}';
import type * as schema from './schema.js';

/** What the client needs of the description at run time. */
export const description: ClientDescription = ${table};

/** The operations, for the types of a client: those of the schema, and those without an \`operationId\`. */
export interface Operations {
${operations.map((operation) => `  ${propertyName(operation.operationId)}: ${schemaType(operation)};\n`).join('')}}

/** One method for each operation of the description. */
${renderMethods(operations)}`;
}

/** The fields of a Path Item Object that openapi-typescript reads: those that OpenAPI 3.2 added have no types. */
const typedFields: readonly string[] = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Where openapi-typescript puts the type of an operation. */
function schemaType({ path, method, operation: { operationId } }: DocumentedOperation): string {
  // It reads a hash as the beginning of a JSON pointer.
  if (operationId !== undefined) return `schema.operations[${JSON.stringify(operationId.replaceAll('#', '/'))}]`;
  return `schema.paths[${JSON.stringify(path)}][${JSON.stringify(method.toLowerCase())}]`;
}
