import type { Html } from './html.js';
import { isHeading, levelsOf, line, marked, rendered, textOf } from './prose.js';

/** A heading of Markdown and the text below it. */
export interface Section {
  /** The fragment of a link to it, without the `#`. It is unique among the sections. */
  anchor: string;
  heading: Html;
  /** The heading as text, for labels. */
  label: Html;
  /** Whether the heading is below another heading. */
  isNested: boolean;
  /** The text of its heading, followed by those of the headings inside it. */
  headings: string[];
  content: Html;
}

/**
 * Renders Markdown in sections. Each heading of the two highest levels begins a section.
 *
 * @returns `overview` is the text before the first heading.
 */
export function sections(markdown: string): { overview: Html; sections: Section[] } {
  const tokens = marked.lexer(markdown);
  const [highest = 1, nested] = levelsOf(tokens.filter(isHeading));
  const starts = tokens.flatMap((token, index) =>
    isHeading(token) && (token.depth === highest || token.depth === nested) ? [{ token, index }] : [],
  );
  const anchors = new Anchors();
  return {
    overview: rendered(tokens.slice(0, starts[0]?.index), 2),
    sections: starts.map(({ token, index }, place) => {
      const isNested = token.depth !== highest;
      const heading = line(token);
      const label = textOf(heading);
      const within = tokens.slice(index, starts[place + 1]?.index);
      return {
        anchor: anchors.next(label.html, isNested),
        heading,
        label,
        isNested,
        headings: within.filter(isHeading).map(({ text }) => text),
        content: rendered(within.slice(1), 4),
      };
    }),
  };
}

/** Makes anchors as Redoc does, such as `section/authentication` and, below it, `section/authentication/tokens`. */
class Anchors {
  readonly #taken = new Set<string>();
  #parent = 'section';

  next(label: string, isNested: boolean): string {
    const slug = label
      .replace(/&\w+;/g, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
    const stem = `${isNested ? this.#parent : 'section'}/${slug || 'untitled'}`;
    let anchor = stem;
    for (let number = 2; this.#taken.has(anchor); number += 1) anchor = `${stem}-${number}`;
    this.#taken.add(anchor);
    if (!isNested) this.#parent = anchor;
    return anchor;
  }
}
