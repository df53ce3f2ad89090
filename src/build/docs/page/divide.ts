import type { Html } from '../html/html.js';
import type { OperationReference } from '../reference/operation.js';

/** An operation and its text on a page. */
export interface RenderedOperation {
  operation: OperationReference;
  text: Html;
}

/** A page that holds the operations of one tag, or some of them. */
export interface OperationsPage {
  /** The name of the file in the published folder. */
  file: string;
  /** The tag of its operations; `undefined` for those without one. */
  tag: string | undefined;
  /** Which part of the tag it is, from 1. */
  part: number;
  /** How many parts the tag has. */
  parts: number;
  operations: RenderedOperation[];
}

/** The name of the page that readers open. */
export const firstPage = 'index.html';

/**
 * How many characters of HTML the operations of one page may have. A browser shows a page of this size within a second
 * or two; one of 32 million characters takes half a minute.
 */
export const largestPage = 2_000_000;

/** So that a whole address stays below what file systems take for one name. */
const longestSlug = 60;

/**
 * Divides operations over pages: by their first tag, and within a tag wherever a page is full.
 *
 * @param limit How many characters the operations of one page may have; a longer operation has a page of its own.
 * @returns The pages in the order of the tags; none where all operations have room on one page.
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
 * @returns The groups in the order in which their tags first occur; those without a tag have the key `undefined`.
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

/** Makes a name of letters, digits and hyphens, which no file system and no server reads in its own way. */
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
