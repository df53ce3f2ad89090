import type { Description } from '../../../description/types.js';
import { escapeHtml, html, trusted, type Html } from '../html/html.js';
import { prose, sections } from '../html/prose.js';
import type { OperationReference } from '../reference/operation.js';
import type { Reference } from '../reference/reference.js';
import { divide, firstPage, type OperationsPage } from './divide.js';
import { introduction } from './introduction.js';
import { layout } from './layout.js';
import { operationPage } from './operation-page.js';
import { nameOf, operationsIndex, operationsPage } from './operations-page.js';
import { pageWriter } from './page.js';
import { sidebars, type HrefOf } from './sidebar.js';

/** The pages of the docs. */
export interface Pages {
  /** The bytes of each page by its name in the published folder; as text they need twice the memory. */
  files: Map<string, Uint8Array>;
  /** Where an operation is: the name of its page, and its anchor. */
  addressOf: HrefOf;
}

/**
 * Builds the pages of the docs: one that holds everything or, where that is more than a browser shows at once, one that
 * lists the operations, and the operations on pages of their tags.
 *
 * @param mockCommand What starts the mock server; `undefined` where no command is known.
 * @param furtherPages Further pages, in Markdown that begins with a heading, by their names without an ending.
 */
export async function buildPages(
  description: Description,
  reference: Reference,
  mockCommand: string | undefined,
  furtherPages: ReadonlyMap<string, string>,
): Promise<Pages> {
  const { operations, webhooks, tags } = reference;
  const rendered = [...operations, ...webhooks].map((operation) => ({ operation, text: operationPage(operation) }));
  const divided = divide(rendered);
  const isDivided = divided.length > 0;
  const places = new Places(divided);

  const { info } = description;
  const { title } = info;
  const text = sections(info.description ?? '');
  const write = await pageWriter(description, mockCommand, isDivided);
  const sidebar = sidebars({
    description,
    sections: text.sections,
    operations,
    webhooks,
    tags,
    addressOf: places.addressOf,
    pages: divided.length,
  });
  const bytesOf = (pageTitle: string, start: string, hrefOf: HrefOf, content: Html[]): Uint8Array =>
    Buffer.from(write(pageTitle, layout({ title, start, sidebar: sidebar({ hrefOf, start }), content })));

  const hrefOf = places.seenFrom(firstPage);
  const texts = isDivided ? operationsIndex(tags, divided) : rendered.map(({ text }) => text);
  const content = [introduction(info, text, reference, hrefOf, mockCommand, isDivided), ...texts];
  const files = new Map([[firstPage, bytesOf(title, '', hrefOf, content)]]);
  divided.forEach((page, index) => {
    const pageTitle = `${nameOf(page)} · ${title}`;
    const operationTexts = operationsPage(tags, divided, index);
    const linked = operationTexts.map((text) => places.linkFrom(page.file, text));
    files.set(page.file, bytesOf(pageTitle, firstPage, places.seenFrom(page.file), linked));
  });
  for (const [name, markdown] of furtherPages) {
    const file = `${name}.html`;
    const pageTitle = `${/^# (.*)/.exec(markdown)?.[1] ?? name} · ${title}`;
    const text = html`<div class="prose introduction-text">${prose(markdown, 1)}</div>`;
    files.set(file, bytesOf(pageTitle, firstPage, places.seenFrom(file), [text]));
  }
  return { files, addressOf: places.addressOf };
}

/** Where each operation is. It keeps nothing of the pages, whose text may fill the memory. */
class Places {
  readonly #files: Map<OperationReference, string>;
  /** By the anchor as it stands in HTML. */
  readonly #anchors: Map<string, string>;

  constructor(pages: OperationsPage[]) {
    this.#files = new Map(pages.flatMap(({ file, operations }) => operations.map(({ operation }) => [operation, file] as const)));
    this.#anchors = new Map([...this.#files].map(([{ anchor }, file]) => [escapeHtml(anchor), file]));
  }

  readonly addressOf: HrefOf = (operation) => `${this.#fileOf(operation)}#${operation.anchor}`;

  seenFrom(file: string): HrefOf {
    return (operation) => (this.#fileOf(operation) === file ? `#${operation.anchor}` : this.addressOf(operation));
  }

  /** Makes links to what stands on another page lead there: to operations, and to the security schemes of the first page. */
  linkFrom(file: string, text: Html): Html {
    return trusted(
      text.html.replaceAll(/ href="#((?:operation|webhook|security)\/[^"]*)"/g, (whole, anchor: string) => {
        const other = this.#anchors.get(anchor) ?? firstPage;
        return other === file ? whole : ` href="${other}#${anchor}"`;
      }),
    );
  }

  #fileOf(operation: OperationReference): string {
    return this.#files.get(operation) ?? firstPage;
  }
}
