import { curl } from './curl.js';
import { httpie } from './httpie.js';
import { node } from './node.js';
import { python } from './python.js';
import type { SampleRequest } from '../../requests/sample-request.js';
import { typescript } from './typescript.js';

/** A language or tool in which the samples are written. */
export interface Language {
  /** For the highlighter, and for documentation tools that name a sample by it: so each has its own. */
  lang: string;
  /** For the reader. */
  label: string;
  /**
   * @param packageName The package that exports the client, where there is one.
   * @returns undefined where the program needs that package and there is none.
   */
  print: (request: SampleRequest, packageName?: string) => string | undefined;
}

/** In the order of the tabs. */
export const languages: readonly Language[] = [
  { lang: 'cURL', label: 'Curl', print: curl },
  { lang: 'HTTPie', label: 'HTTPie', print: httpie },
  { lang: 'Python', label: 'Python (requests)', print: python },
  { lang: 'JavaScript', label: 'Node.js', print: node },
  { lang: 'TypeScript', label: 'TypeScript', print: typescript },
];
