import { curl } from './curl.js';
import { httpie } from './httpie.js';
import { node } from './node.js';
import { python } from './python.js';
import type { SampleRequest } from '../../requests/sample-request.js';
import { typescript } from './typescript.js';

/** A language or tool for code samples. */
export interface Language {
  /** The language for highlighters. Some documentation tools identify a sample by it, so each language has another value. */
  lang: string;
  /** The name that readers see. */
  label: string;
  /**
   * Writes a program that sends the request.
   *
   * @param packageName The package that exports the client, if there is one.
   * @returns `undefined` when the language cannot express the request, or needs a client and there is none.
   */
  print: (request: SampleRequest, packageName?: string) => string | undefined;
}

/** All languages, in the order of the tabs on the page. */
export const languages: readonly Language[] = [
  { lang: 'cURL', label: 'Curl', print: curl },
  { lang: 'HTTPie', label: 'HTTPie', print: httpie },
  { lang: 'Python', label: 'Python (requests)', print: python },
  { lang: 'JavaScript', label: 'Node.js', print: node },
  { lang: 'TypeScript', label: 'TypeScript', print: typescript },
];
