import type { Place } from '../reference/place-names.js';

/** Matches code between backticks, or the fragment of a link to a part of the same text. */
const codeOrLink = /(`+)[^]*?(?<!`)\1(?!`)|\]\(#([^)\s]*)/g;

/**
 * Corrects the links from a text to its own parts. GitHub and other tools derive the anchor of a part from its heading, so the
 * links need these anchors. A link to a part that the text does not have stays unchanged.
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
