import { documentedOperations } from '../description/operations.js';
import type { CodeSample, Description } from '../description/types.js';
import { languages } from './languages.js';
import { sampleRequest } from './request.js';

/**
 * Writes a program in each language for each operation, from the examples of the description.
 *
 * @param description The bundled description; it is not changed.
 * @param packageName The package that exports the client of this description. Default: none, and no sample imports one.
 * @returns A copy with `x-codeSamples` on each operation whose examples suffice for a request.
 *   Samples that the author wrote by hand stay as they are.
 */
export function addCodeSamples(description: Description, packageName?: string): Description {
  const copy = structuredClone(description);
  for (const documented of documentedOperations(copy)) {
    const request = sampleRequest(copy, documented);
    if (!request || documented.operation['x-codeSamples']) continue;
    documented.operation['x-codeSamples'] = languages.flatMap(({ lang, label, print }): CodeSample[] => {
      const source = print(request, packageName);
      return source === undefined ? [] : [{ lang, label, source }];
    });
  }
  return copy;
}
