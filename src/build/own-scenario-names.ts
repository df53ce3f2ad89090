import { documentedOperations, namedExamples, type DocumentedOperation } from '../description/operations.js';
import { resolve } from '../description/references/resolve.js';
import type { Description, Reference, Response } from '../description/types.js';

const prefix = '#/components/responses/';

/**
 * Limits `x-microcks-refs` in the responses of each operation to the names of that operation's own examples. Operations that
 * share a response also share its names, but tools that follow this convention of Microcks report a name without an example
 * as a mistake. So a copy of the response replaces the reference. A component without references is then removed.
 *
 * @param description A bundled description. Its operations and components are changed.
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

/** Returns a response with only the given names; the same object when it has no others. */
function withNames(response: Response, names: ReadonlySet<string>): Response {
  const { 'x-microcks-refs': all = [], ...rest } = response;
  const own = all.filter((name) => names.has(name));
  if (own.length === all.length) return response;
  return { ...rest, ...(own.length > 0 && { 'x-microcks-refs': own }) };
}

/** The names of the examples of an operation's parameters and request body. */
function exampleNames(description: Description, { parameters, requestBody }: DocumentedOperation): ReadonlySet<string> {
  const holders = [...parameters, ...Object.values(requestBody?.content ?? {})];
  return new Set(holders.flatMap((holder) => [...namedExamples(description, holder).keys()]));
}
