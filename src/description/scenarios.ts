import { holdsJson } from './media-types.js';
import { namedExamples, type DocumentedOperation } from './operations.js';
import { resolveIfPossible } from './references/resolve.js';
import { statusCode } from './statuses.js';
import type { Description, Parameter } from './types.js';

/**
 * A set of inputs that triggers a response: a request with these inputs gets this response.
 *
 * A scenario is identified by a name. Its inputs are all examples of parameters and request bodies with that name. Its response
 * is the one that has an example with that name, or that has no content and lists the name in `x-microcks-refs`.
 */
export interface Scenario {
  /** The name that its examples share. */
  name: string;
  /** The parameters in the order of the description, then the request body. */
  inputs: ScenarioInput[];
  /** The status code that is sent: for `4XX` 400 and so on, for `default` 500. */
  status: number;
  /** Whether its response has an example with that name, and so a body. */
  hasBody: boolean;
}

/** One value that a scenario expects in a request. */
export interface ScenarioInput {
  /** Its place in the request. */
  in: Parameter['in'] | 'body';
  /** The name of the parameter; the media type of a body. */
  name: string;
  /** The summary of the example. Empty if it has none. */
  summary: string;
  /** The example as in the description. A text body is a string, even if it contains JSON. */
  value: unknown;
  /** Whether `value` is a string that contains JSON (`contentMediaType` of its schema), so that white space does not matter. */
  holdsJson: boolean;
  /** Whether a request without it is invalid. A request may leave an optional input out and still match. */
  required: boolean;
}

/**
 * Lists the scenarios of an operation, in the order in which their names first appear in it. A name without a response, or
 * without an example of a parameter or request body, is not a scenario.
 *
 * @param description The bundled description.
 * @param operation An operation of it, from `documentedOperations`.
 * @throws Error when a reference cannot be followed.
 */
export function scenarios(description: Description, operation: DocumentedOperation): Scenario[] {
  const found = new Map<string, Scenario>();
  for (const { scenario, input } of namedInputs(description, operation)) {
    const known = found.get(scenario);
    if (known) {
      known.inputs.push(input);
      continue;
    }
    const response = responseNamed(description, operation, scenario);
    if (response) found.set(scenario, { name: scenario, inputs: [input], ...response });
  }
  return [...found.values()];
}

/**
 * Finds the response of an operation for the name of a scenario.
 *
 * @returns The status code that is sent, and whether the response has an example with that name. `undefined` if no response has
 *   the name.
 */
export function responseNamed(
  description: Description,
  { responses }: DocumentedOperation,
  name: string,
): { status: number; hasBody: boolean } | undefined {
  for (const { status, response } of responses) {
    const media = Object.values(response.content ?? {});
    const hasBody = media.some((one) => namedExamples(description, one).has(name));
    const isReferred = media.length === 0 && response['x-microcks-refs']?.includes(name) === true;
    if (hasBody || isReferred) return { status: statusCode(status), hasBody };
  }
  return undefined;
}

function* namedInputs(
  description: Description,
  { parameters, requestBody }: DocumentedOperation,
): Generator<{ scenario: string; input: ScenarioInput }> {
  for (const parameter of parameters) {
    const place = { in: parameter.in, name: parameter.name, holdsJson: false, required: parameter.required === true };
    for (const [scenario, { summary = '', value }] of namedExamples(description, parameter)) {
      yield { scenario, input: { ...place, summary, value } };
    }
  }
  for (const [name, media] of Object.entries(requestBody?.content ?? {})) {
    const schema = resolveIfPossible(description, media.schema ?? {}) ?? {};
    const place = { in: 'body' as const, name, holdsJson: holdsJson(schema), required: requestBody?.required === true };
    for (const [scenario, { summary = '', value }] of namedExamples(description, media)) {
      yield { scenario, input: { ...place, summary, value } };
    }
  }
}
