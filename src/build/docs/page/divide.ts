import type { Html } from '../html/html.js';
import type { OperationReference } from '../reference/operation.js';

/** An operation and its text on a page. */
export interface RenderedOperation {
  operation: OperationReference;
  text: Html;
}

/** A page with the operations of one tag, or with some of them. */
export interface OperationsPage {
  /** The name of the file in the published folder. */
  file: string;
  /** The tag of its operations; `undefined` for operations without a tag. */
  tag: string | undefined;
  /** The number of the page among those of the tag, from 1. */
  part: number;
  /** The number of pages of the tag. */
  parts: number;
  operations: RenderedOperation[];
}

/** The name of the page that readers open. */
export const firstPage = 'index.html';

/** The most characters of HTML for the operations of one page. Browsers show much larger pages too slowly. */
export const largestPage = 2_000_000;

/** The most characters of a tag in a file name. Some systems limit the length of names. */
const longestSlug = 60;

/**
 * Divides operations over pages: by their first tag, and within a tag when a page is full.
 *
 * @param limit The most characters for the operations of one page. A longer operation gets its own page.
 * @returns The pages in the order of the tags; an empty list when all operations fit on one page.
 */
export function divide(operations: RenderedOperation[], limit: number = largestPage): OperationsPage[] {
  if (lengthOf(operations) <= limit) return [];
  const files = new Set<string>();
  return [...groupByTag(operations, ({ operation }) => operation.tag)].flatMap(([tag, ofTag]) => {
    const filled = fill(ofTag, limit);
    return filled.map((part, index) => ({
      file: fileName(tag, index, files),
      tag,
      part: index + 1,
      parts: filled.length,
      operations: part,
    }));
  });
}

/**
 * Groups operations by their first tag.
 *
 * @returns The groups in the order in which their tags first occur. Operations without a tag have the key `undefined`.
 */
export function groupByTag<Item>(items: Item[], tagOf: (item: Item) => string | undefined): Map<string | undefined, Item[]> {
  const groups = new Map<string | undefined, Item[]>();
  for (const item of items) {
    const group = groups.get(tagOf(item));
    if (group) group.push(item);
    else groups.set(tagOf(item), [item]);
  }
  return groups;
}

function fill(operations: RenderedOperation[], limit: number): RenderedOperation[][] {
  const pages: RenderedOperation[][] = [];
  let room = 0;
  for (const one of operations) {
    const page = pages.at(-1);
    if (page && one.text.html.length <= room) page.push(one);
    else {
      pages.push([one]);
      room = limit;
    }
    room -= one.text.html.length;
  }
  return pages;
}

function lengthOf(operations: RenderedOperation[]): number {
  return operations.reduce((sum, { text }) => sum + text.html.length, 0);
}

/** Makes a file name of letters, digits and hyphens, which all file systems and servers treat in the same way. */
function fileName(tag: string | undefined, index: number, taken: Set<string>): string {
  const slug = (tag ?? 'other')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-|-$/g, '');
  const stem = ['operations', slug].filter(Boolean).join('-');
  let number = index + 1;
  const named = (): string => `${stem}${number > 1 ? `-${number}` : ''}.html`;
  while (taken.has(named())) number += 1;
  taken.add(named());
  return named();
}
