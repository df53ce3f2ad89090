import { load } from 'cheerio/slim';
import { trusted, type Html } from '../html/html.js';
import { sanitize } from '../html/sanitize.js';

/** What the page takes from the one that Redoc renders: the introduction, the sections and the entries of the sidebar. */
export interface RedocFrame {
  /** The title of the description with its version. */
  title: string;
  /** What stands before the first heading of the introduction: `info.summary` first. */
  overview: Html;
  sections: IntroductionSection[];
  /** The names of the operations, in the order of the sidebar. */
  operationNames: string[];
}

/** A heading of `info.description` and the text below it. */
export interface IntroductionSection {
  /** The id that Redoc gives to the heading, such as `section/getting-started`. */
  anchor: string;
  heading: string;
  /** Whether the heading is below another heading. */
  isNested: boolean;
  content: Html;
}

/**
 * What is taken for granted of the markup that Redoc renders. None of it is a documented interface of Redoc, so a test
 * looks each selector up in a rendered page.
 */
export const redocSelectors = {
  title: 'h1[data-component-name="Typography/H1"]',
  introduction: '[data-testid=middle-panel]',
  section: '[data-section-id]',
  heading: '[data-component-name="Markdoc/Heading/Heading"]',
  markdown: '[data-component-name="Markdown/Markdown"]',
  menuOperation: '.menu-item-type-operation [data-testid=menu-item-label] [data-text]',
} as const;

/** The page that Redoc is asked for: what it renders, and nothing around it. */
export const redocTemplate = '{{{redocHTML}}}\n';

/**
 * Reads the page that Redoc renders.
 *
 * @param page The HTML that `redocly build-docs` writes with `redocTemplate`.
 * @throws Error when the markup is not what is expected, as it would be after a change of Redoc.
 */
export function readRedocFrame(page: string): RedocFrame {
  const $ = load(page);
  const title = $(redocSelectors.title).first().text();
  const introduction = $(redocSelectors.introduction).first();
  if (!title || introduction.length === 0) {
    throw new Error(
      'The docs were not built: the page of Redoc has no title or no introduction. Adapt redoc-frame.ts to its markup.',
    );
  }
  // A section may repeat itself as its own child.
  const blocks = introduction.children(redocSelectors.section).toArray();
  type Block = (typeof blocks)[number];
  const hasHeading = (block: Block): boolean => $(block).find(redocSelectors.heading).length > 0;

  /** The rendered Markdown of a section, without its heading, and without what a description must not bring to the page. */
  const contentOf = (block: Block): string =>
    $(block)
      .find(redocSelectors.markdown)
      .toArray()
      .filter((part) => $(part).find(redocSelectors.heading).length === 0)
      .map((part) => sanitize($(part).html() ?? '').html)
      .join('\n');

  const readSection = (block: Block): IntroductionSection => {
    const heading = $(block).find(redocSelectors.heading).first();
    const anchor = heading.attr('id') ?? '';
    return {
      anchor,
      heading: heading.text().trim(),
      isNested: anchor.split('/').length > 2,
      content: trusted(contentOf(block)),
    };
  };

  return {
    title,
    overview: trusted(
      blocks
        .filter((block) => !hasHeading(block))
        .map(contentOf)
        .join(''),
    ),
    sections: blocks.filter(hasHeading).map(readSection),
    operationNames: $(redocSelectors.menuOperation)
      .toArray()
      .map((label) => $(label).text()),
  };
}
