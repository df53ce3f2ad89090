import { isDeepStrictEqual } from 'node:util';
import { scenarios, type Scenario, type ScenarioInput } from '../../description/scenarios.js';
import { parseJson } from '../../contract/body/body.js';
import type { ContractOperation } from '../../contract/operations.js';
import { isForm, readForm } from '../../contract/body/form.js';
import type { MeasuredRequest } from './response-source.js';

/** The scenarios of operations, prepared once. */
const prepared = new WeakMap<ContractOperation, Scenario[]>();

/**
 * Finds the scenario that a valid request plays.
 *
 * Each input that the request carries must equal its example, and each required
 * one must be there. Of several such scenarios the one with the most equal
 * inputs wins, then the one with the fewest left out, then the one that the
 * description declares first. A request that carries no input plays none.
 */
export function matchScenario(measured: MeasuredRequest): Scenario | undefined {
  const { operation } = measured;
  const known = prepared.get(operation) ?? operationScenarios(operation);
  prepared.set(operation, known);
  let best: { scenario: Scenario; equal: number; absent: number } | undefined;
  for (const scenario of known) {
    const score = compare(scenario, measured);
    if (!score || score.equal === 0) continue;
    const isBetter = !best || score.equal > best.equal || (score.equal === best.equal && score.absent < best.absent);
    if (isBetter) best = { scenario, ...score };
  }
  return best?.scenario;
}

/** The scenarios of an operation. An example of a form may be its text: it is compared by its fields. */
function operationScenarios({ description, documented, requestMedia }: ContractOperation): Scenario[] {
  const read = (input: ScenarioInput): ScenarioInput => {
    const { in: place, name, value } = input;
    const media = place === 'body' && isForm(name) ? requestMedia.find(({ mediaType }) => mediaType === name) : undefined;
    if (!media || typeof value !== 'string') return input;
    return { ...input, value: readForm(media, Buffer.from(value), name).value ?? value };
  };
  return scenarios(description, documented).map((scenario) => ({ ...scenario, inputs: scenario.inputs.map(read) }));
}

function compare(
  { inputs }: Scenario,
  { body, parameters }: Pick<MeasuredRequest, 'body' | 'parameters'>,
): { equal: number; absent: number } | undefined {
  let equal = 0;
  let absent = 0;
  const bodies = inputs.filter((input) => input.in === 'body');
  // A body has one media type, so of the bodies of a scenario one is meant.
  const meant = body ? bodies.find(({ name }) => name === body.mediaType) : bodies[0];
  if (bodies.length > 0 && !meant) return undefined;
  for (const input of inputs) {
    if (input.in === 'body' && input !== meant) continue;
    const read = parameters.find(({ parameter }) => parameter.in === input.in && parameter.name === input.name);
    const isEqual = read
      ? read.present && read.readings.some((value) => isDeepStrictEqual(value, input.value))
      : body && isDeepStrictEqual(body.value, exampleBody(input));
    if (read ? !read.present : isEqual === undefined) {
      if (input.required) return undefined;
      absent += 1;
    } else if (isEqual) {
      equal += 1;
    } else {
      return undefined;
    }
  }
  return { equal, absent };
}

function exampleBody({ value, holdsJson }: ScenarioInput): unknown {
  return holdsJson && typeof value === 'string' ? parseJson(value).value : value;
}
