import type { Description } from '../../../description/types.js';
import { html, type Html } from '../html/html.js';
import { prose } from '../html/prose.js';
import { sections } from '../html/sections.js';
import type { Reference } from '../reference/reference.js';
import { divide, firstPage } from './divide.js';
import { introduction } from './introduction.js';
import { layout } from './layout.js';
import { operationPage } from './operation/operation-page.js';
import { nameOf, operationsIndex, operationsPage } from './operations-page.js';
import { pageWriter } from './page.js';
import { Places } from './places.js';
import { sidebars, type HrefOf } from './sidebar.js';

/** The pages of the docs. */
export interface Pages {
  /** The bytes of each page, by its name in the published folder. Strings would need more memory. */
  files: Map<string, Uint8Array>;
  /** Makes the address of an operation: the name of its page, and its anchor. */
  addressOf: HrefOf;
}

/**
 * Builds the pages of the docs. One page has everything, unless that is too much for a browser. Then the first page lists the
 * operations, and the operations are on the pages of their tags.
 *
 * @param mockCommand The command that starts the mock server; `undefined` when it is not known.
 * @param furtherPages Additional pages by name, without `.md`. Each is Markdown that begins with a heading.
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

  const { info } = description;
  const { title } = info;
  const text = sections(info.description ?? '');
  const places = new Places(reference, text.sections, divided);
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
  const linked = content.map((part) => places.linkFrom(firstPage, part));
  const files = new Map([[firstPage, bytesOf(title, '', hrefOf, linked)]]);
  divided.forEach((page, index) => {
    const pageTitle = `${nameOf(page)} · ${title}`;
    const texts = operationsPage(tags, divided, index).map((part) => places.linkFrom(page.file, part));
    files.set(page.file, bytesOf(pageTitle, firstPage, places.seenFrom(page.file), texts));
  });
  for (const [name, markdown] of furtherPages) {
    const file = `${name}.html`;
    const pageTitle = `${/^# (.*)/.exec(markdown)?.[1] ?? name} · ${title}`;
    const text = html`<div class="prose introduction-text">${prose(markdown, 1)}</div>`;
    files.set(file, bytesOf(pageTitle, firstPage, places.seenFrom(file), [places.linkFrom(file, text)]));
  }
  return { files, addressOf: places.addressOf };
}
