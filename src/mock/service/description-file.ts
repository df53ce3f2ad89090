import { relative } from 'node:path';
import RefParser from '@stoplight/json-schema-ref-parser';
import { InputError } from '../../command/input-error.js';
import type { Description } from '../../description/types.js';

/**
 * Reads a description from one file or several, in YAML or JSON.
 *
 * @param path The file, or the root of several.
 * @returns The description, with all references pointing into itself.
 * @throws InputError when a file is missing, cannot be parsed, or holds no OpenAPI 3 description.
 */
export async function readDescription(path: string): Promise<Description> {
  const shown = displayed(path);
  let document: unknown;
  try {
    document = await new RefParser().bundle(path);
  } catch (error) {
    throw new InputError(`The description ${shown} cannot be read: ${reason(error)}`);
  }
  const { openapi, paths } = document as { openapi?: unknown; paths?: unknown };
  if (typeof openapi !== 'string' || !/^3\.[01]\./.test(openapi)) {
    throw new InputError(
      `The description ${shown} is no OpenAPI 3.0 or 3.1 description: give its version in the field "openapi".`,
    );
  }
  if (typeof paths !== 'object' || paths === null || Object.keys(paths).length === 0) {
    throw new InputError(`The description ${shown} has no paths: there is nothing to serve.`);
  }
  return document as Description;
}

/** The first sentence of an error of the parser, which goes on with parts of the file. */
function reason(error: unknown): string {
  const { message, ioErrorCode, source = '' } = error as Error & { ioErrorCode?: string; source?: string };
  if (ioErrorCode === 'ENOENT') return `there is no file ${displayed(source)}, correct its path.`;
  if (message.includes('not a valid JSON Schema')) return 'it holds no object.';
  const sentence = message
    .replace(/\n.*/s, '')
    .replace(/^(Error parsing (\S+): )\1/, '$1')
    .trim()
    .replace(/[.:]$/, '');
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}.`;
}

/** A path as a reader of the terminal would write it. */
export function displayed(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere === '' || fromHere.startsWith('..') ? path : fromHere;
}
