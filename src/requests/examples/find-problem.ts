import { Schemas } from '../../contract/schema/schemas.js';
import { onceFor } from '../../description/once-for.js';
import type { DocumentedOperation } from '../../description/operations.js';
import { pointerTo } from '../../description/references/pointer.js';
import { resolve } from '../../description/references/resolve.js';
import type { Description, MediaType, Parameter, PathItem } from '../../description/types.js';
import type { FindProblem } from './made-value.js';

const schemasOf = onceFor((description: Description) => new Schemas(description));

/**
 * Judges the values of an input, as the mock judges those of a request.
 *
 * @param within The path from its schema to the schema of the value. Default: its schema itself.
 */
export function problemFinder(
  description: Description,
  operation: DocumentedOperation,
  holder: MediaType | Parameter,
  ...within: string[]
): FindProblem {
  const pointer = placeOf(description, operation, holder) + pointerTo('schema', ...within);
  return (value) => {
    // Null is a value of JSON, and none of a parameter.
    if (value === null && 'in' in holder) return [];
    const findings = schemasOf(description).check(pointer, value, 'request');
    return findings.find(({ kind }) => kind === 'violation')?.path;
  };
}

/** The JSON Pointer to the object with the schema: a Media Type Object, or a Parameter Object without `content`. */
function placeOf(description: Description, operation: DocumentedOperation, holder: MediaType | Parameter): string {
  const { path, fields, requestBody } = operation;
  const ofOperation = pointerTo('paths', path, ...fields);
  if (!('in' in holder)) {
    const [mediaType = ''] = Object.entries(requestBody?.content ?? {}).find(([, media]) => media === holder) ?? [];
    return ofOperation + pointerTo('requestBody', 'content', mediaType);
  }
  const isSame = ({ name, in: place }: Parameter): boolean => name === holder.name && place === holder.in;
  const indexIn = ({ parameters = [] }: Pick<PathItem, 'parameters'>): number =>
    parameters.findIndex((one) => isSame(resolve(description, one)));
  const own = indexIn(operation.operation);
  const item = resolve<PathItem>(description, description.paths?.[path] ?? {});
  const parameter = own >= 0 ? `${ofOperation}/parameters/${own}` : `${pointerTo('paths', path)}/parameters/${indexIn(item)}`;
  const [mediaType] = Object.keys(holder.content ?? {});
  return mediaType === undefined ? parameter : parameter + pointerTo('content', mediaType);
}
