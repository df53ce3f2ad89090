import { createRequire } from 'node:module';
import type { Description } from '../description/types.js';

// To import a CommonJS module, Node first searches its text for the names it exports: half a second for the compiler
// that this one loads. To require it is to do without.
const {
  default: openapiTypeScript,
  astToString,
  COMMENT_HEADER,
} = createRequire(import.meta.url)('openapi-typescript') as typeof import('openapi-typescript');

/**
 * Prints the TypeScript types of a bundled description: `paths`, `operations`, `components`.
 *
 * @returns The text of a declaration file.
 * @throws Error when openapi-typescript refuses the description.
 */
export async function renderTypes(description: Description): Promise<string> {
  // It edits what it is given, so it gets a copy; and as text, the one form that its type admits besides its own.
  const nodes = await openapiTypeScript(JSON.stringify(description), { silent: true });
  return `${COMMENT_HEADER}${astToString(nodes)}`;
}
