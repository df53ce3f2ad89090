/** Joins names to a JSON Pointer (RFC 6901). */
export function pointerTo(...names: string[]): string {
  return names.map((name) => `/${escapeToken(name)}`).join('');
}

/** Splits a JSON Pointer into its names. */
export function tokensOf(pointer: string): string[] {
  return pointer === '' ? [] : pointer.slice(1).split('/').map(unescapeToken);
}

/** Escapes a name for a JSON Pointer (RFC 6901, section 3). */
export function escapeToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Unescapes a token of a JSON Pointer (RFC 6901, section 4). */
export function unescapeToken(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Writes a JSON Pointer as the fragment of a URL (RFC 6901, section 6). */
export function asFragment(pointer: string): string {
  return `#${pointer.replaceAll('%', '%25').replaceAll(' ', '%20').replaceAll('"', '%22')}`;
}

/** The extension of a bundle that contains all files but the root. */
export const filesKey = 'x-files';

/** Restores a reference into another file to the form in the author's files. Any other reference stays as it is. */
export function asWritten(reference: string): string {
  const [, file, fragment] = new RegExp(`^#/${filesKey}/([^/]+)(.*)$`, 's').exec(reference) ?? [];
  return file === undefined ? reference : `${unescapeToken(file)}${fragment ? `#${fragment}` : ''}`;
}
