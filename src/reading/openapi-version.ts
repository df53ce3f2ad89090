import { isObject } from '../description/json-value.js';

/** The longest `openapi` value that is repeated in a message. */
const longestVersion = 20;

/**
 * Why a document is not a description of OpenAPI 3.0 to 3.2 and what to do: the rest of a sentence that begins with its name.
 *
 * @returns `undefined` if it is one.
 */
export function unsupportedReason(document: unknown): string | undefined {
  if (!isObject(document)) return 'cannot be read: it holds no object.';
  const { openapi, swagger } = document;
  if (typeof openapi === 'string' && /^3\.[012](\.|$)/.test(openapi)) return undefined;
  return `is no description of OpenAPI 3.0 to 3.2: ${remedy(openapi, swagger)}.`;
}

function remedy(openapi: unknown, swagger: unknown): string {
  if (swagger !== undefined) return 'convert it from Swagger 2.0';
  if (openapi === undefined) return 'give its version in the field "openapi"';
  const version = JSON.stringify(openapi).slice(0, longestVersion);
  if (typeof openapi === 'number') return `put its version in quotes, such as openapi: "${version}.0"`;
  return `its field "openapi" is ${version}`;
}
