import { describedOperations } from '../description/operations.js';
import type { Description } from '../description/types.js';
import { clientDescription, Expression } from './client-table.js';
import { renderMethods } from './client-methods.js';

/**
 * Writes the text of `generated/operations.ts`: what the client needs of a description at run time, and the interface
 * of its methods with the words of the description. An operation without an `operationId` is named after its method
 * and path, such as `get /users`.
 *
 * @param description A bundled OpenAPI 3.0 or 3.1 description.
 * @returns TypeScript. The same description gives the same text.
 * @throws Error when a reference cannot be followed, a security scheme is not described, or an operation has a name
 *   that the client needs itself.
 */
export function renderOperations(description: Description): string {
  const operations = describedOperations(description);
  if (operations.some(({ operationId }) => operationId === 'raw')) {
    throw new Error('An operation has the operationId "raw", which is the name of the plain client: give it another.');
  }
  const table = literal(clientDescription(description, operations));
  const functions = table.includes('styled(')
    ? "import type { Styles } from '../src/client/types/description.js';\nimport { styled } from '../src/client/styled.js';\n"
    : '';
  return `// Generated from the OpenAPI description. Do not edit: change the description and build again.

import type { OperationInit } from '../src/client/types/options.js';
import type { OperationOutcome } from '../src/client/types/outcome.js';
${functions}import type * as schema from './schema.js';

/** What the client needs of the description at run time. */
export const description = ${table} as const;

/** One method for each operation of the description. */
${renderMethods(operations)}`;
}

/** A value as a TypeScript literal: like JSON, with quotes only around the keys that need them. */
function literal(value: unknown, indent = ''): string {
  if (value instanceof Expression) return value.text;
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, indent)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, item]) => `${indent}  ${propertyName(key)}: ${literal(item, `${indent}  `)},\n`);
  return `{\n${lines.join('')}${indent}}`;
}

function propertyName(key: string): string {
  // As a plain key, __proto__ would set the prototype instead of a property.
  if (key === '__proto__') return `[${JSON.stringify(key)}]`;
  return /^(?:[A-Za-z_$][\w$]*|0|[1-9]\d*)$/.test(key) ? key : JSON.stringify(key);
}
