import type { Description } from '../description/types.js';

/**
 * Prints the TypeScript types of a bundled description: `paths`, `operations`, `components`.
 *
 * @returns The text of a declaration file.
 * @throws Error when openapi-typescript refuses the description.
 */
export async function renderTypes(description: Description): Promise<string> {
  const { default: openapiTypeScript, astToString, COMMENT_HEADER } = await import('openapi-typescript');
  // It edits what it is given, so it gets a copy; and as text, which is the only form its type admits besides its own.
  const nodes = await openapiTypeScript(JSON.stringify(description), { silent: true });
  return `${COMMENT_HEADER}${astToString(nodes)}`;
}
