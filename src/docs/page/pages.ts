import type { Description } from '../../description/types.js';
import type { RedocFrame } from '../redoc/redoc-frame.js';
import type { OperationReference } from '../reference/reference.js';
import { divide, firstPage, type OperationsPage } from './divide.js';
import { introduction } from './introduction.js';
import { layout } from './layout.js';
import { operationPage } from './operation-page.js';
import { nameOf, operationsIndex, operationsPage } from './operations-page.js';
import { pageWriter } from './page.js';
import type { HrefOf } from './sidebar.js';

/** The pages of the docs. */
export interface Pages {
  /** Each page by its name in the published folder. */
  files: Map<string, string>;
  /** Where an operation is: the name of its page, and its anchor. */
  addressOf: HrefOf;
}

/**
 * Builds the pages of the docs: one that holds everything or, where that is more than a browser shows at once, one that
 * lists the operations, and the operations on pages of their tags.
 *
 * @param mockCommand What starts the mock server; `undefined` where no command is known.
 * @param frame What Redoc has rendered of the description.
 */
export async function buildPages(
  description: Description,
  operations: OperationReference[],
  mockCommand: string | undefined,
  frame: RedocFrame,
): Promise<Pages> {
  const rendered = operations.map((operation) => ({ operation, text: operationPage(operation, mockCommand) }));
  const divided = divide(rendered);
  const isDivided = divided.length > 0;
  const fileOf = filesByOperation(divided);
  const addressOf: HrefOf = (operation) => `${fileOf.get(operation) ?? firstPage}#${operation.anchor}`;
  const seenFrom =
    (file: string): HrefOf =>
    (operation) =>
      (fileOf.get(operation) ?? firstPage) === file ? `#${operation.anchor}` : addressOf(operation);

  const { info } = description;
  const write = await pageWriter(description, mockCommand, isDivided);
  const parts = { description, frame, operations };
  const hrefOf = seenFrom(firstPage);
  const texts = isDivided ? operationsIndex(description, divided) : rendered.map(({ text }) => text);
  const files = new Map([
    [
      firstPage,
      write(
        info.title,
        layout({ ...parts, hrefOf, start: '', content: [introduction(description, frame, operations, hrefOf), ...texts] }),
      ),
    ],
  ]);
  divided.forEach((page, index) => {
    const body = layout({
      ...parts,
      hrefOf: seenFrom(page.file),
      start: firstPage,
      content: operationsPage(description, divided, index),
    });
    files.set(page.file, write(`${nameOf(page)} · ${info.title}`, body));
  });
  return { files, addressOf };
}

function filesByOperation(pages: OperationsPage[]): Map<OperationReference, string> {
  return new Map(pages.flatMap(({ file, operations }) => operations.map(({ operation }) => [operation, file] as const)));
}
