import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError } from '../command/input-error.js';
import { objectOf, unshared } from '../description/json-value.js';
import type { Description } from '../description/types.js';
import { bundle, type Bundle } from './bundle.js';
import { FileError } from './file-error.js';
import { unsupportedReason } from './openapi-version.js';
import { withoutSecrets } from './reference-bounds.js';
import { oversizeReason } from './size-limits.js';
import { systemError } from '../command/system-error.js';

/** A description that was read, and where from. */
export interface ReadDescription {
  /** All references point into itself. */
  description: Description;
  /** What a message calls it: its path as a reader of the terminal would write it. */
  name: string;
  /** What could not be read and is left out, one sentence each, with the place. */
  warnings: string[];
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

/** Whether the version of OpenAPI that a document states is supported. Nothing else of the document is checked. */
function isSupported(document: object): document is Description {
  return unsupportedReason(document) === undefined;
}

/** An object that is changed while it is read is a copy. */
function copied(source: object): object {
  const refusal = oversizeReason(source);
  if (refusal !== undefined) throw new FileError(refusal);
  return unshared(source);
}

function rootOf(source: string | object): string {
  if (typeof source !== 'string') return join(process.cwd(), '(object)');
  return isUrl(source) ? source : resolve(source);
}

/** The reason of an error, as the rest of a sentence. */
function reason(error: unknown): string {
  if (error instanceof RangeError) return 'it nests values too deeply.';
  const { message } = systemError(error);
  if (error instanceof FileError && error.isMissing) return `there is no file ${displayed(error.file)}, correct its path.`;
  const sentence = message
    .replace(/\n.*/s, '')
    .trim()
    .replace(/[.:]+$/, '');
  // A code of the system, such as EACCES, stays as it is.
  return `${sentence.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase())}.`;
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
