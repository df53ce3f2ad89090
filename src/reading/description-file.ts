import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { InputError } from '../command/input-error.js';
import { objectOf, unshared } from '../description/json-value.js';
import type { Description } from '../description/types.js';
import { bundle, type Bundle } from './bundle.js';
import { FileError } from './file-error.js';
import { unsupportedReason } from './openapi-version.js';
import { withoutSecrets } from './reference-bounds.js';
import { oversizeReason } from './size-limits.js';
import { systemError } from '../command/system-error.js';

/** A description, and the files it was read from. */
export interface ReadDescription {
  /** All references point into itself. */
  description: Description;
  /** Its name in messages: the path relative to the current folder. */
  name: string;
  /** A sentence, with the place, for each value that could not be read and was left out. */
  warnings: string[];
  /** The absolute paths of its files. Empty for a URL and for an object. */
  files: string[];
}

/**
 * Reads a description from one file or several, in YAML or JSON.
 *
 * @param source The path or URL of the root file, or the description itself as an object.
 * @param external Whether references may leave the folder or the server of the root file. For an object, the folder is the
 *   current one. Default: `false`.
 * @returns The description. All its references point into itself.
 * @throws InputError when a file is missing, cannot be parsed, is too large, or is not a description of OpenAPI 3.0 to 3.2 with
 *   paths, or when a reference leads outside its bounds.
 */
export async function readDescription(source: string | object, external: boolean = false): Promise<ReadDescription> {
  const name = typeof source === 'string' ? displayed(source) : '(object)';
  const root = rootOf(source);
  let found: Bundle;
  try {
    const url = isUrl(root) ? new URL(root).href : pathToFileURL(root).href;
    found = await bundle(url, { root, external }, typeof source === 'string' ? undefined : copied(source));
  } catch (error) {
    throw new InputError(`The description ${name} cannot be read: ${reason(error)}`);
  }
  const { document, files, warnings } = found;
  if (!isSupported(document)) throw new InputError(`The description ${name} ${unsupportedReason(found.document) ?? ''}`);
  if (Object.keys(objectOf(document.paths)).length === 0) {
    throw new InputError(`The description ${name} has no paths: there is nothing to serve.`);
  }
  return { description: document, name, warnings, files };
}

/** Whether the OpenAPI version of a document is supported. Nothing else is checked. */
function isSupported(document: object): document is Description {
  return unsupportedReason(document) === undefined;
}

/** Copies an object, since bundling changes it. */
function copied(source: object): object {
  const refusal = oversizeReason(source);
  if (refusal !== undefined) throw new FileError(refusal);
  return unshared(source);
}

function rootOf(source: string | object): string {
  if (typeof source !== 'string') return join(process.cwd(), '(object)');
  if (isUrl(source)) return source;
  return /^file:\/\//i.test(source) ? fileURLToPath(source) : resolve(source);
}

/** The reason of an error: the rest of a sentence. */
function reason(error: unknown): string {
  if (error instanceof RangeError) return 'it nests values too deeply.';
  const { message } = systemError(error);
  if (error instanceof FileError && error.isMissing) return `there is no file ${displayed(error.file)}, correct its path.`;
  const sentence = message
    .replace(/\n.*/s, '')
    .trim()
    .replace(/[.:]+$/, '');
  // A system code, such as EACCES, keeps its capitals.
  return `${sentence.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase())}.`;
}

/** A path relative to the current folder, or a URL without user and query, which may be secret. */
function displayed(path: string): string {
  if (isUrl(path)) return withoutSecrets(path);
  const fromHere = relative(process.cwd(), path);
  return fromHere === '' || fromHere.startsWith('..') ? path : fromHere;
}

function isUrl(path: string): boolean {
  return URL.canParse(path) && /^https?:/i.test(path);
}
