import { escapeHtml, trusted, type Html } from '../html/html.js';
import type { Section } from '../html/sections.js';
import type { OperationReference } from '../reference/operation.js';
import { placesByName, type Place } from '../reference/place-names.js';
import type { Reference } from '../reference/reference.js';
import { firstPage, type OperationsPage } from './divide.js';
import type { HrefOf } from './sidebar.js';

/** Knows the page of each part of the docs. It keeps no reference to the pages, since their texts need much memory. */
export class Places {
  readonly #files: Map<OperationReference, string>;
  /** The page of each operation, by the operation's anchor. */
  readonly #pages: Map<string, string>;
  readonly #find: (name: string) => Place | undefined;

  constructor(reference: Reference, sections: Section[], pages: OperationsPage[]) {
    this.#files = new Map(pages.flatMap(({ file, operations }) => operations.map(({ operation }) => [operation, file] as const)));
    this.#pages = new Map([...this.#files].map(([{ anchor }, file]) => [anchor, file]));
    this.#find = placesByName(reference, sections, pages.length === 0);
  }

  readonly addressOf: HrefOf = (operation) => `${this.#fileOf(operation)}#${operation.anchor}`;

  seenFrom(file: string): HrefOf {
    return (operation) => (this.#fileOf(operation) === file ? `#${operation.anchor}` : this.addressOf(operation));
  }

  /**
   * Corrects the links of a text. The target may be on another page, or the author may have written the anchor that another
   * tool uses. A link whose target is not in the docs becomes plain text.
   *
   * @param file The page with the text.
   */
  linkFrom(file: string, text: Html): Html {
    const ids = new Set([...text.html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
    return trusted(
      text.html.replaceAll(/ href="#([^"]*)"/g, (whole, written: string) => {
        if (ids.has(written)) return whole;
        const anchor = this.#find(unescaped(written))?.anchor;
        if (anchor === undefined) return '';
        const other = this.#pages.get(anchor) ?? firstPage;
        return ` href="${other === file ? '' : other}#${escapeHtml(anchor)}"`;
      }),
    );
  }

  #fileOf(operation: OperationReference): string {
    return this.#files.get(operation) ?? firstPage;
  }
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
