import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';

/** The bounds of references in a description. */
export interface ReferenceBounds {
  /** The path or the URL of the root file of the description. */
  root: string;
  /** Whether references may lead to files outside the folder of the root file and to other servers. Default: `false`. */
  external?: boolean;
}

const allow = 'allow it with --external-refs';

/**
 * Checks a reference against its bounds. A description from outside must not reach other files of this machine, or servers that
 * only this machine can reach.
 *
 * @param target The absolute path or the URL of the target.
 * @returns Why the reference is refused, as a sentence. `undefined` if it is allowed, or if the file
 *   does not exist within the bounds.
 */
export async function refusedReference(target: string, { root, external = false }: ReferenceBounds): Promise<string | undefined> {
  if (isRemote(target)) {
    const isSameServer = isRemote(root) && new URL(target).origin === new URL(root).origin;
    return isSameServer || external ? undefined : `The reference leads to another server, ${withoutSecrets(target)}: ${allow}.`;
  }
  // Outside of the bounds, the reason must not say whether the file exists.
  const outside = external ? undefined : await reasonOutside(target, root);
  if (outside !== undefined) return outside;
  const status = await stat(target).catch(() => undefined);
  // Reading a device or a pipe may never end.
  return !status || status.isFile() || status.isDirectory() ? undefined : `${target} is not a regular file.`;
}

async function reasonOutside(target: string, root: string): Promise<string | undefined> {
  if (isRemote(root)) return `The reference leads from a server to the file ${target}: ${allow}.`;
  const fromFolder = relative(await realpath(dirname(root)), await realPathOf(target));
  const isInside = fromFolder !== '..' && !fromFolder.startsWith(`..${sep}`);
  return isInside ? undefined : `The reference to ${target} leaves the folder of the description: ${allow}.`;
}

/** The path without symbolic links. The names behind a folder that does not exist stay as they are. */
async function realPathOf(path: string): Promise<string> {
  return realpath(path).catch(async () =>
    dirname(path) === path ? path : join(await realPathOf(dirname(path)), basename(path)),
  );
}

/** A URL without user, query and fragment, which may be secret. */
export function withoutSecrets(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

function isRemote(target: string): boolean {
  return /^[a-z][\w+.-]+:\/\//i.test(target);
}
