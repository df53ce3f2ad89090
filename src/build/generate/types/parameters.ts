import { bodyKind } from '../../../description/media-types.js';
import { pathOperations } from '../../../description/operations.js';
import { resolve } from '../../../description/resolve.js';
import type { Description, Parameter, PathItem, Reference } from '../../../description/types.js';

/** What no header parameter can be: its definition is ignored (OpenAPI 3.1.1, section 4.8.12.1). */
const ignored = ['accept', 'content-type', 'authorization'];

/**
 * Gives parameters with `content` the schema of that, and leaves out the header parameters whose definition is ignored.
 * For openapi-typescript 7, which takes the former for texts, and demands the latter.
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
    // The client writes JSON; what is of another type it takes as text.
    parameter.schema = bodyKind(mediaType) === 'json' ? schema : { type: 'string' };
    delete parameter.content;
  }
}
