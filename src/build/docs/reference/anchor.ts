/** Makes the id of a part of the page, for the fragment of links to it. An id has no white space (HTML, section 3.2.6). */
export function anchorOf(...names: string[]): string {
  return names.join('/').replaceAll(/\s/g, encodeURIComponent);
}
