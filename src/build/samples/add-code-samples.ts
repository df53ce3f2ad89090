import { objectOf } from '../../description/json-value.js';
import { documentedOperations } from '../../description/operations.js';
import { resolve } from '../../description/references/resolve.js';
import type { CodeSample, Description } from '../../description/types.js';
import { languages } from './languages.js';
import { sampleRequest } from '../../requests/sample-request.js';

/**
 * Writes a program in each language for each operation, from the examples of the description.
 *
 * @param description The bundled description; it is not changed.
 * @param packageName The package that exports the client of this description. Default: none; then no sample uses a client.
 * @returns The description with `x-codeSamples` in each operation whose examples are enough for a request. Unchanged parts
 *   are shared with the given description. Samples that the author wrote stay unchanged.
 */
export function addCodeSamples(description: Description, packageName?: string): Description {
  const paths = new Map(Object.entries(description.paths ?? {}));
  for (const documented of documentedOperations(description)) {
    const { path, fields, operation } = documented;
    const request = sampleRequest(description, documented);
    const item = paths.get(path);
    if (!request || !item || operation['x-codeSamples']) continue;
    const samples = languages.flatMap(({ lang, label, print }): CodeSample[] => {
      const source = print(request, packageName);
      return source === undefined ? [] : [{ lang, label, source }];
    });
    paths.set(path, withField(resolve(description, item), fields, { ...operation, 'x-codeSamples': samples }));
  }
  return { ...description, ...(description.paths && { paths: Object.fromEntries(paths) }) };
}

/** Copies an object with another value in a field, which may be nested. Parts outside the path to the field are shared. */
function withField<T extends object>(owner: T, [field = '', ...inner]: string[], value: object): T {
  const part = objectOf(Reflect.get(owner, field));
  return { ...owner, [field]: inner.length === 0 ? value : withField(part, inner, value) };
}
