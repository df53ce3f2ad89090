import type { Place } from '../reference/place-names.js';

/** A run of backticks and all up to its end, which is code, or the address of a link within the text. */
const codeOrLink = /(`+)[^]*?(?<!`)\1(?!`)|\]\(#([^)\s]*)/g;

/**
 * Makes the links of a printed text that lead to a part of it end in the anchor that readers of Markdown, such as GitHub,
 * give the heading of that part. A link to what the text does not have stays as it is.
 */
export function linked(text: string, find: (name: string) => Place | undefined): string {
  return text.replaceAll(codeOrLink, (whole, _, name?: string) => {
    const place = name === undefined ? undefined : find(name);
    return place === undefined ? whole : `](#${anchorOfHeading(place.title)}`;
  });
}

function anchorOfHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
}
