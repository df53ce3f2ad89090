import { join, relative, resolve } from 'node:path';
import { InputError } from '../command/input-error.js';
import { withoutSecrets } from './reference-bounds.js';
import type { Description } from '../description/types.js';
import { BoundedParser } from './read-bounded.js';

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
 * @param external Whether references may leave the folder of the root file, or its server. Those of an object may lead
 *   into the current folder.
 * @returns The description, with all references pointing into itself.
 * @throws InputError when a file is missing, cannot be parsed, is too large, or holds no OpenAPI 3 description; and when a
 *   reference leads where it may not.
 */
export async function readDescription(source: string | object, external: boolean = false): Promise<ReadDescription> {
  const name = typeof source === 'string' ? displayed(source) : '(object)';
  const parser = new BoundedParser(rootOf(source), external);
  let document: unknown;
  try {
    document = await parser.read(typeof source === 'string' ? source : structuredClone(source));
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

function rootOf(source: string | object): string {
  if (typeof source !== 'string') return join(process.cwd(), '(object)');
  return isUrl(source) ? source : resolve(source);
}

/** The first sentence of an error of the parser, which goes on with parts of the file. */
function reason(error: unknown): string {
  const { message, ioErrorCode, source = '' } = error as Error & { ioErrorCode?: string; source?: string };
  if (ioErrorCode === 'ENOENT') return `there is no file ${displayed(source)}, correct its path.`;
  if (message.includes('not a valid JSON Schema')) return 'it holds no object.';
  if (error instanceof RangeError) return 'it nests values too deeply.';
  const sentence = message
    .replace(/\n.*/s, '')
    .replace(/^(Error parsing (\S+): )\1/, '$1')
    .trim()
    .replace(/[.:]$/, '');
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}.`;
}

/** A path as a reader of the terminal would write it; a URL as it is, but for a user and a query, which may be secret. */
function displayed(path: string): string {
  if (isUrl(path)) return withoutSecrets(path);
  const fromHere = relative(process.cwd(), path);
  return fromHere === '' || fromHere.startsWith('..') ? path : fromHere;
}

function isUrl(path: string): boolean {
  return URL.canParse(path) && /^https?:/i.test(path);
}
