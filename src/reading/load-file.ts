import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { FileError } from './file-error.js';
import { refusedReference, withoutSecrets, type ReferenceBounds } from './reference-bounds.js';
import { systemError } from '../command/system-error.js';

/** How long a server may take to send a file, in milliseconds. */
const downloadTimeoutMs = 30_000;

/**
 * Reads a file of a description from the disk or from a server, if the bounds allow it.
 *
 * @param url The URL of the file: `file:`, `http:` or `https:`. Its user name and password are sent as Basic authentication.
 * @param isRoot Whether it is the root file, which the bounds do not restrict.
 * @throws FileError when the file is missing, cannot be read, or is outside the bounds.
 */
export async function loadFile(url: string, bounds: ReferenceBounds, isRoot: boolean): Promise<string> {
  const target = pathOrUrl(url);
  const refusal = isRoot ? undefined : await refusedReference(target, bounds);
  if (refusal !== undefined) throw new FileError(refusal);
  return /^https?:/.test(url) ? download(url, isRoot || bounds.external === true) : readText(target);
}

/** The path of a `file:` URL; any other URL as it is. */
export function pathOrUrl(url: string): string {
  if (!url.startsWith('file:')) return url;
  // An encoded slash counts as a slash, so that it cannot bypass the bounds.
  return fileURLToPath(url.replaceAll(/%2f/gi, '/'));
}

/** Reads a file on the disk. @throws FileError, with the path and what to do, when it cannot be read. */
export async function readText(path: string): Promise<string> {
  try {
    return (await readFile(path)).toString();
  } catch (error) {
    const { code, message } = systemError(error);
    if (code === 'EISDIR') throw new FileError(`${path} is a folder: name a file in it.`);
    throw new FileError(`${message}.`, code === 'ENOENT', path);
  }
}

async function download(url: string, follows: boolean): Promise<string> {
  try {
    // A redirect could lead outside the bounds.
    const redirect = follows ? 'follow' : 'error';
    const target = new URL(url);
    const { username, password } = target;
    // fetch refuses a URL with credentials, in a message that repeats it.
    target.username = target.password = '';
    const basic = Buffer.from(decodeURIComponent(`${username}:${password}`)).toString('base64');
    const headers = { ...((username || password) && { authorization: `Basic ${basic}` }) };
    const response = await fetch(target, { redirect, headers, signal: AbortSignal.timeout(downloadTimeoutMs) });
    if (!response.ok) throw new Error(`the server responds ${response.status}`);
    return await response.text();
  } catch (error) {
    const { message, cause } = systemError(error);
    throw new FileError(`Cannot download ${withoutSecrets(url)}: ${cause instanceof Error ? cause.message : message}.`);
  }
}
