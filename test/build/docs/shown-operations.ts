import type { Page } from 'playwright-core';

/** The visible content of an operation on the page. White space matters only in code. */
export interface ShownOperation {
  id: string;
  name: string;
  method: string;
  path: string;
  prose: string;
  /** A line for each parameter. */
  request: string[];
  response: string[];
  /** The text about each body: its media type, and whether it is required. */
  bodies: string[];
  /** The text about the value of a body as a whole. */
  values: string[];
  /** The cells of each row. */
  codes: string[][];
  /** The request, the status, the scenario. */
  mock: string[][];
  samples: Array<{ label: string; source: string }>;
  panel: string[];
}

/** Reads the operations from the page. */
export function shownOperations(page: Page): Promise<ShownOperation[]> {
  return page.locator('.operation').evaluateAll((sections) =>
    sections.map((section) => {
      const text = (element: Element | null): string => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
      const all = (selector: string): Element[] => [...section.querySelectorAll(selector)];
      const rows = (selector: string): string[][] =>
        all(`${selector} tbody tr`).map((row) => [...row.querySelectorAll('td')].map(text));
      return {
        id: section.id,
        name: text(section.querySelector('.operation-name')),
        method: text(section.querySelector('.endpoint .method')),
        path: text(section.querySelector('.endpoint .path')),
        prose: all('.description > .prose > *').map(text).join(' '),
        request: all('.request-parameters > div').map(text),
        response: all('.response-parameters > div').map(text),
        bodies: all('.body-name').map(text),
        values: all('.body-note, .operation-text > .value').map(text),
        codes: rows('.response-codes'),
        mock: all('.mock-examples > li').map((row) => [
          [...row.querySelectorAll('div')].map(text).join(' '),
          text(row.querySelector('strong')),
          text(row.querySelector('code')),
        ]),
        samples: all('.sample').map((sample) => ({
          label: text(sample.querySelector('.pane-name')),
          source: sample.querySelector('code')?.textContent ?? '',
        })),
        panel: all('.operation-panel code').map((code) => code.textContent),
      };
    }),
  );
}
