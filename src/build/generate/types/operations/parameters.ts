import { bodyKind } from '../../../../description/media-types.js';
import { pathOperations } from '../../../../description/operations.js';
import { resolve } from '../../../../description/references/resolve.js';
import type { Description, Parameter, PathItem, Reference } from '../../../../description/types.js';

/** Header parameters with these names are ignored (OpenAPI 3.1.1, section 4.8.12.1). */
const ignored = ['accept', 'content-type', 'authorization'];

/**
 * Changes parameters to what the client takes:
 *
 * - A parameter with `content` gets its schema from there. openapi-typescript 7 would make it a string.
 * - A parameter in `querystring` (OpenAPI 3.2) moves to `query`. openapi-typescript 7 does not know it.
 * - Header parameters that OpenAPI ignores are removed. openapi-typescript 7 would require them.
 *
 * @param description The description; it is changed.
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
    // The client serializes JSON, and a form as the whole query string. It takes other media types as text.
    parameter.schema = kind === 'json' || (isWhole && kind === 'form') ? schema : { type: 'string' };
    if (isWhole) parameter.in = 'query';
    delete parameter.content;
  }
}
