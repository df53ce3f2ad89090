/** What a link to a part of the page ends in, and the id of that part: an id has no white space (HTML, section 3.2.6). */
export function anchorOf(...names: string[]): string {
  return names.join('/').replaceAll(/\s/g, encodeURIComponent);
}
