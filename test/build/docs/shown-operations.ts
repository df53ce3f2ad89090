import type { Page } from 'playwright';

/** What a reader sees of an operation on the page. White space counts in code alone. */
export interface ShownOperation {
  id: string;
  name: string;
  method: string;
  path: string;
  prose: string;
  /** A line for each parameter. */
  request: string[];
  response: string[];
  bodies: string[];
  /** The cells of each row. */
  codes: string[][];
  mock: string[][];
  samples: Array<{ label: string; source: string }>;
  panel: string[];
}

/** Reads the operations off the page. */
export function shownOperations(page: Page): Promise<ShownOperation[]> {
  return page.locator('.operation').evaluateAll((sections) =>
    sections.map((section) => {
      const text = (element: Element | null): string => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
      const all = (selector: string): Element[] => [...section.querySelectorAll(selector)];
      const rows = (selector: string): string[][] =>
        all(`${selector} tbody tr`).map((row) => [...row.querySelectorAll('td:not(.scripted)')].map(text));
      return {
        id: section.id,
        name: text(section.querySelector('.operation-name')),
        method: text(section.querySelector('h2 .method')),
        path: text(section.querySelector('h2 .path')),
        prose: all('.prose > *').map(text).join(' '),
        request: all('.request-parameters > div').map(text),
        response: all('.response-parameters > div').map(text),
        bodies: all('.body-note').map(text),
        codes: rows('.response-codes'),
        mock: rows('.mock-examples'),
        samples: all('.sample').map((sample) => ({
          label: sample.getAttribute('data-language') ?? '',
          source: sample.querySelector('code')?.textContent ?? '',
        })),
        panel: all('.operation-panel code').map((code) => code.textContent),
      };
    }),
  );
}
