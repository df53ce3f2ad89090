import { describedOperations } from '../description/operations.js';
import type { CodeSample, Description } from '../description/types.js';
import { languages } from './languages.js';
import { sampleRequest } from './request.js';
import { readManifest } from '../command/manifest.js';

/**
 * Writes a program in each language for each operation, from the examples of the description.
 *
 * @param description The bundled description; it is not changed.
 * @returns A copy with `x-codeSamples` on each operation whose examples suffice for a request.
 *   Samples that the author wrote by hand stay as they are.
 */
export function addCodeSamples(description: Description): Description {
  const copy = structuredClone(description);
  const { name } = readManifest();
  for (const described of describedOperations(copy)) {
    const request = sampleRequest(copy, described);
    if (!request || described.operation['x-codeSamples']) continue;
    described.operation['x-codeSamples'] = languages.map(({ lang, label, print }): CodeSample => ({
      lang,
      label,
      source: print(request, name),
    }));
  }
  return copy;
}
