import { documentedOperations, namedExamples, type DocumentedOperation } from '../description/operations.js';
import { resolve } from '../description/references/resolve.js';
import type { Description, Reference, Response } from '../description/types.js';

const prefix = '#/components/responses/';

/**
 * Has the responses of each operation name the examples of that operation alone. Operations that share a response share
 * its `x-microcks-refs`, and tools that know this convention of Microcks take a name without an example for a mistake.
 * Such a response is put in its place; what is then referred to by nothing is left out of `components`.
 *
 * @param description A bundled description. Its operations and components are changed; it need not be kept.
 * @returns The same description.
 * @throws Error when a reference cannot be followed.
 */
export function nameOwnScenarios(description: Description): Description {
  const shared = description.components?.responses ?? {};
  if (!Object.values(shared).some((response) => 'x-microcks-refs' in response)) return description;
  const replaced = new Set<string>();
  for (const documented of documentedOperations(description)) {
    const names = exampleNames(description, documented);
    const responses = documented.operation.responses ?? {};
    for (const [status, response] of Object.entries(responses)) {
      if (!isShared(response)) continue;
      const whole = resolve<Response>(description, response);
      const own = withNames(whole, names);
      if (own === whole) continue;
      replaced.add(response.$ref.slice(prefix.length));
      responses[status] = own;
    }
  }
  const rest = JSON.stringify(description);
  for (const name of replaced) if (!rest.includes(`"${prefix}${name}"`)) Reflect.deleteProperty(shared, name);
  return description;
}

function isShared(response: Response | Reference): response is Reference {
  return '$ref' in response && typeof response.$ref === 'string' && response.$ref.startsWith(prefix);
}

/** A response without the names that are none of these; the same one where it has no other. */
function withNames(response: Response, names: ReadonlySet<string>): Response {
  const { 'x-microcks-refs': all = [], ...rest } = response;
  const own = all.filter((name) => names.has(name));
  if (own.length === all.length) return response;
  return { ...rest, ...(own.length > 0 && { 'x-microcks-refs': own }) };
}

/** The names of the examples that a request of an operation can be made of. */
function exampleNames(description: Description, { parameters, requestBody }: DocumentedOperation): ReadonlySet<string> {
  const holders = [...parameters, ...Object.values(requestBody?.content ?? {})];
  return new Set(holders.flatMap((holder) => [...namedExamples(description, holder).keys()]));
}
