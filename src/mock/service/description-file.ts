import { relative } from 'node:path';
import RefParser from '@stoplight/json-schema-ref-parser';
import { InputError } from '../../command/input-error.js';
import type { Description } from '../../description/types.js';

/** A description that was read, and where from. */
export interface ReadDescription {
  /** All references point into itself. */
  description: Description;
  /** What a message calls it: its path as a reader of the terminal would write it. */
  name: string;
  /** The files that it was read from, as absolute paths; none of a URL or of an object. */
  files: string[];
}

/**
 * Reads a description from one file or several, in YAML or JSON.
 *
 * @param source The path or the URL of the file, or of the root of several; or the description itself as an object.
 * @returns The description, with all references pointing into itself.
 * @throws InputError when a file is missing, cannot be parsed, or holds no OpenAPI 3 description.
 */
export async function readDescription(source: string | object): Promise<ReadDescription> {
  const name = typeof source === 'string' ? displayed(source) : '(object)';
  const parser = new RefParser();
  let document: unknown;
  try {
    document = await parser.bundle(typeof source === 'string' ? source : structuredClone(source));
  } catch (error) {
    throw new InputError(`The description ${name} cannot be read: ${reason(error)}`);
  }
  const { openapi, paths, swagger } = document as { openapi?: unknown; paths?: unknown; swagger?: unknown };
  if (typeof openapi !== 'string' || !/^3\.[012](\.|$)/.test(openapi)) {
    const found = swagger === undefined ? 'give its version in the field "openapi"' : 'convert it from Swagger 2.0';
    throw new InputError(`The description ${name} is no description of OpenAPI 3.0 to 3.2: ${found}.`);
  }
  if (typeof paths !== 'object' || paths === null || Object.keys(paths).length === 0) {
    throw new InputError(`The description ${name} has no paths: there is nothing to serve.`);
  }
  const files = typeof source === 'string' ? parser.$refs.paths('file') : [];
  return { description: document as Description, name, files };
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

/** A path as a reader of the terminal would write it; a URL as it is, but for a user and a query, which may be secret. */
function displayed(path: string): string {
  if (URL.canParse(path) && /^https?:/i.test(path)) {
    const { origin, pathname } = new URL(path);
    return `${origin}${pathname}`;
  }
  const fromHere = relative(process.cwd(), path);
  return fromHere === '' || fromHere.startsWith('..') ? path : fromHere;
}
