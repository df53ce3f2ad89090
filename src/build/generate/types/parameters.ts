import { bodyKind } from '../../../description/media-types.js';
import { pathOperations } from '../../../description/operations.js';
import { resolve } from '../../../description/references/resolve.js';
import type { Description, Parameter, PathItem, Reference } from '../../../description/types.js';

/** What no header parameter can be: its definition is ignored (OpenAPI 3.1.1, section 4.8.12.1). */
const ignored = ['accept', 'content-type', 'authorization'];

/**
 * Gives parameters with `content` the schema of that, counts those that are the whole query (OpenAPI 3.2) among those of the
 * query, and leaves out the header parameters whose definition is ignored. For openapi-typescript 7, which takes the first
 * for texts, does not know the second, and demands the third.
 *
 * @param description It is changed.
 */
export function parametersAsTheyAreSent(description: Description): void {
  const all = new Set<Parameter>();
  for (const reference of Object.values(description.paths ?? {})) {
    const item = resolve<PathItem>(description, reference);
    for (const holder of [item, ...pathOperations(item).map(({ operation }) => operation)]) {
      if (!Array.isArray(holder.parameters)) continue;
      holder.parameters = holder.parameters.filter((parameter: Parameter | Reference) => {
        const found = resolve<Parameter>(description, parameter);
        all.add(found);
        return found.in !== 'header' || !ignored.includes(found.name.toLowerCase());
      });
    }
  }
  for (const parameter of all) {
    const [entry] = Object.entries(parameter.content ?? {});
    if (!entry) continue;
    const [mediaType, { schema = {} }] = entry;
    const isWhole = parameter.in === 'querystring';
    const kind = bodyKind(mediaType);
    // The client writes JSON, and the form that a whole query is; what is of another type it takes as text.
    parameter.schema = kind === 'json' || (isWhole && kind === 'form') ? schema : { type: 'string' };
    if (isWhole) parameter.in = 'query';
    delete parameter.content;
  }
}
