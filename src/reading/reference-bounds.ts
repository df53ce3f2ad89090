import { lstat, realpath } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';

/** Where the references of a description may lead. */
export interface ReferenceBounds {
  /** The path or the URL of the root file of the description. */
  root: string;
  /** Whether files outside the folder of the root file, and other servers, may be read. Default: they may not. */
  external?: boolean;
}

const allow = 'allow it with --external-refs';

/**
 * Why a reference of a description is not followed: a description from elsewhere must reach neither the other files of
 * this machine nor what this machine can reach.
 *
 * @param target The absolute path or the URL that the reference leads to.
 * @returns A sentence; `undefined` where the reference may be followed, or leads to no file.
 */
export async function refusedReference(target: string, { root, external = false }: ReferenceBounds): Promise<string | undefined> {
  if (isRemote(target)) {
    const isSameServer = isRemote(root) && new URL(target).origin === new URL(root).origin;
    return isSameServer || external ? undefined : `The reference leads to another server, ${withoutSecrets(target)}: ${allow}.`;
  }
  const path = await realpath(target).catch(() => undefined);
  if (path === undefined) return undefined;
  // A device or a pipe may never end.
  const status = await lstat(path);
  if (!status.isFile() && !status.isDirectory()) return `${target} is not a regular file.`;
  if (external) return undefined;
  if (isRemote(root)) return `The reference leads from a server to the file ${target}: ${allow}.`;
  const fromFolder = relative(await realpath(dirname(root)), path);
  const isInside = fromFolder !== '..' && !fromFolder.startsWith(`..${sep}`);
  return isInside ? undefined : `The reference to ${target} leaves the folder of the description: ${allow}.`;
}

/** A URL without its user and its query, which may be secret. */
export function withoutSecrets(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

function isRemote(target: string): boolean {
  return /^[a-z][\w+.-]+:\/\//i.test(target);
}
